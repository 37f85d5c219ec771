package org.maillage.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.maillage.ledger.event.ContributionEvent;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;
import org.maillage.ledger.event.ContributionEvent.Independence;
import org.maillage.ledger.event.ContributionEvent.Question;
import org.maillage.ledger.event.ContributionEvent.ReversalReason;
import org.maillage.ledger.event.ContributionEvent.Right;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.event.GovernanceEvent;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.event.NetworkEvent;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.event.ShareOutcome;
import org.maillage.ledger.event.SubmittedShare;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Audience;
import org.maillage.ledger.value.AudienceKind;
import org.maillage.ledger.value.Capacity;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.InseeCode;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.value.TransferId;
import org.maillage.ledger.value.Where;
import org.maillage.ledger.vault.Vault;

/** What happens in one network, told as the events that the ledger would append. Ids follow from a seed. */
final class Story {

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    static final KindCode WORKSHOP = new KindCode("workshop-led");
    static final KindCode WATCH = new KindCode("watch");
    static final KindCode COMMIT = new KindCode("commit");

    static final Map<KindCode, RoleWeights> WEIGHTS = Map.of(
            WORKSHOP, RoleWeights.all(Role.LEAD),
            WATCH, RoleWeights.halves(Role.INVENT, Role.SPREAD),
            COMMIT, RoleWeights.all(Role.INVENT));

    final ListFeed feed;
    final NetworkId network;
    private final Random random;
    Instant now;

    private final Map<AccountId, Balance> balances = new HashMap<>();
    private final Map<ContributionId, List<SubmittedShare>> shares = new LinkedHashMap<>();
    private final Map<ShareId, Quantity> confirmed = new HashMap<>();
    private final Map<ContributionId, List<CreditEvent.Issued>> issued = new HashMap<>();
    private final Map<ContributionId, List<CreditEvent.Given>> paid = new HashMap<>();

    private Story(ListFeed feed, long seed, Instant start) {
        this.feed = feed;
        this.random = new Random(seed);
        this.now = start;
        this.network = new NetworkId(id());
    }

    /** A network with its kinds and first tariff, from 9 h on 2 March 2026 in Paris. */
    static Story inNewNetwork(ListFeed feed, long seed) {
        var story = new Story(feed, seed, Instant.parse("2026-03-02T08:00:00Z"));
        story.append(
                new NetworkEvent.Created(
                        story.network,
                        "Réseau " + seed,
                        null,
                        ZONE,
                        Set.of(new Commune(new InseeCode("51108"), 2024), new Commune(new InseeCode("51454"), 2024)),
                        List.of(
                                new Kind(WORKSHOP, Measure.TIME, "Atelier", 1),
                                new Kind(WATCH, Measure.TIME, "Veille", 1),
                                new Kind(COMMIT, Measure.COUNT, "Commit", 1))),
                story.tariff(1, LocalDate.of(2026, 1, 1), 200));
        return story;
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    GovernanceEvent.TariffAdopted tariff(int version, LocalDate effective, long rate) {
        return new GovernanceEvent.TariffAdopted(
                network,
                version,
                effective,
                effective,
                null,
                List.of(
                        new GovernanceEvent.TariffLine(WORKSHOP, rate, null, WEIGHTS.get(WORKSHOP)),
                        new GovernanceEvent.TariffLine(WATCH, rate, null, WEIGHTS.get(WATCH)),
                        new GovernanceEvent.TariffLine(COMMIT, 100, 50, WEIGHTS.get(COMMIT))),
                true,
                Mailles.ZERO,
                "note");
    }

    long append(LedgerEvent... events) {
        return feed.append(now, events);
    }

    Story at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    static SealedText seal(String text, StreamId stream, Class<? extends LedgerEvent> event, String field) {
        return OpenVault.sealed(text, new Vault.Place(stream, EventJson.unversioned(event), field));
    }

    MemberId joined(String name) {
        var member = new MemberId(id());
        var person = new PersonId(id());
        append(
                invited(member, name),
                new PersonEvent.Registered(person),
                new PersonEvent.MembershipLinked(person, member, network),
                new PersonEvent.MembershipHeld(person, member, network),
                new MemberEvent.Joined(member, network, MemberEvent.Via.INVITATION));
        return member;
    }

    MemberEvent.Invited invited(MemberId member, String name) {
        return new MemberEvent.Invited(
                member,
                network,
                null,
                seal(name, StreamId.of(member), MemberEvent.Invited.class, "name"),
                seal(name + "@exemple.fr", StreamId.of(member), MemberEvent.Invited.class, "email"));
    }

    MemberId entered(String name, MemberEvent.Origin origin) {
        var member = new MemberId(id());
        append(new MemberEvent.Entered(
                member,
                network,
                null,
                origin,
                seal(name, StreamId.of(member), MemberEvent.Entered.class, "name"),
                null));
        return member;
    }

    MemberId coordinator(String name) {
        var member = joined(name);
        append(new NetworkEvent.CoordinatorAppointed(network, member, null));
        return member;
    }

    OrganisationId organisation(String name) {
        var organisation = new OrganisationId(id());
        append(new NetworkEvent.OrganisationRegistered(network, organisation, name, null, true));
        return organisation;
    }

    /** A share in the making. */
    record Part(
            AccountId contributor,
            KindCode kind,
            Quantity quantity,
            LocalDate day,
            LocalTime start,
            Payment payment,
            List<MemberId> helped) {

        static Part of(MemberId member, KindCode kind, Quantity quantity, LocalDate day) {
            return new Part(AccountId.of(member), kind, quantity, day, null, Payment.UNPAID, List.of());
        }

        Part from(LocalTime time) {
            return new Part(contributor, kind, quantity, day, time, payment, helped);
        }

        Part paid() {
            return new Part(contributor, kind, quantity, day, start, Payment.PAID, helped);
        }

        Part helping(MemberId... members) {
            return new Part(contributor, kind, quantity, day, start, payment, List.of(members));
        }
    }

    ContributionId claim(MemberId by, Part... parts) {
        return claim(by, null, null, parts);
    }

    ContributionId claim(MemberId by, String evidence, ContributionId replaces, Part... parts) {
        var contribution = new ContributionId(id());
        var stream = StreamId.of(contribution);
        var claimed = new ArrayList<SubmittedShare>();
        for (var part : parts) {
            var share = share(part, by);
            claimed.add(share);
            if (part.contributor().equals(AccountId.of(by))) {
                confirmed.put(share.share(), part.quantity());
            }
        }
        shares.put(contribution, claimed);
        append(new ContributionEvent.Submitted(
                contribution,
                network,
                by,
                claimed,
                seal("Titre", stream, ContributionEvent.Submitted.class, "title"),
                null,
                evidence == null
                        ? List.of()
                        : List.of(new Evidence(
                                new EvidenceId(id()),
                                Evidence.Type.LINK,
                                seal(evidence, stream, ContributionEvent.Submitted.class, "evidence.0"),
                                "match-" + evidence,
                                null)),
                Set.of(Question.LONG_DAY),
                null,
                replaces));
        return contribution;
    }

    private SubmittedShare share(Part part, MemberId by) {
        return new SubmittedShare(
                new ShareId(id()),
                part.contributor(),
                part.kind(),
                part.quantity(),
                part.day(),
                ZONE,
                part.start(),
                Where.in(new Commune(new InseeCode("51108"), 2024)),
                part.payment(),
                Capacity.MEMBER,
                by,
                null,
                null,
                new Audience(Map.of(AudienceKind.CHILDREN_UNDER_15, 3), true),
                part.helped(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    List<SubmittedShare> sharesOf(ContributionId contribution) {
        return shares.get(contribution);
    }

    void rename(MemberId member, String name) {
        append(new MemberEvent.Renamed(
                member, network, seal(name, StreamId.of(member), MemberEvent.Renamed.class, "name")));
    }

    void confirm(ContributionId contribution, int share) {
        var submitted = shares.get(contribution).get(share);
        confirmed.put(submitted.share(), submitted.quantity());
        append(new ContributionEvent.ShareConfirmed(contribution, network, submitted.share(), member(submitted)));
    }

    void correct(ContributionId contribution, int share, Quantity quantity) {
        var submitted = shares.get(contribution).get(share);
        confirmed.put(submitted.share(), quantity);
        append(new ContributionEvent.ShareCorrected(
                contribution,
                network,
                submitted.share(),
                member(submitted),
                quantity,
                seal("moins", StreamId.of(contribution), ContributionEvent.ShareCorrected.class, "reason")));
    }

    void deny(ContributionId contribution, int share) {
        var submitted = shares.get(contribution).get(share);
        confirmed.remove(submitted.share());
        append(new ContributionEvent.ShareDenied(contribution, network, submitted.share(), member(submitted)));
    }

    private static MemberId member(SubmittedShare share) {
        return new MemberId(share.contributor().id());
    }

    void ask(ContributionId contribution, MemberId by) {
        append(new ContributionEvent.ClarificationAsked(
                contribution,
                network,
                by,
                seal("Quand ?", StreamId.of(contribution), ContributionEvent.ClarificationAsked.class, "question")));
    }

    void answer(ContributionId contribution, MemberId by) {
        append(new ContributionEvent.ClarificationAnswered(
                contribution,
                network,
                by,
                seal("Mardi.", StreamId.of(contribution), ContributionEvent.ClarificationAnswered.class, "answer")));
    }

    void decline(ContributionId contribution, MemberId by) {
        append(new ContributionEvent.Declined(
                contribution,
                network,
                by,
                null,
                Right.COORDINATOR,
                DeclineReason.OTHER,
                seal("Non.", StreamId.of(contribution), ContributionEvent.Declined.class, "words"),
                false));
    }

    void appeal(ContributionId contribution, MemberId by) {
        append(new ContributionEvent.Appealed(
                contribution,
                network,
                by,
                seal("Si.", StreamId.of(contribution), ContributionEvent.Appealed.class, "words")));
    }

    void withdraw(ContributionId contribution, MemberId by) {
        append(new ContributionEvent.Withdrawn(contribution, network, by));
    }

    /** Validates in one append: the outcome, an issue for each share that counts, and what paid time gives. */
    void validate(ContributionId contribution, MemberId by) {
        var outcomes = new ArrayList<ShareOutcome>();
        var credits = new ArrayList<LedgerEvent>();
        issued.put(contribution, new ArrayList<>());
        paid.put(contribution, new ArrayList<>());
        for (var share : shares.get(contribution)) {
            var outcome = outcome(share);
            outcomes.add(outcome);
            if (outcome.status() == ShareOutcome.Status.ACCEPTED) {
                credits.addAll(issue(contribution, share, outcome));
            }
        }
        var events = new ArrayList<LedgerEvent>();
        events.add(new ContributionEvent.Validated(
                contribution, network, by, null, Right.COORDINATOR, Independence.OUTSIDE, outcomes));
        events.addAll(credits);
        append(events.toArray(LedgerEvent[]::new));
    }

    private ShareOutcome outcome(SubmittedShare share) {
        var quantity = confirmed.get(share.share());
        var accepted = quantity == null ? new Quantity(0, 0, 0, 0) : quantity;
        var measure = share.kind().equals(COMMIT) ? Measure.COUNT : Measure.TIME;
        var credited = accepted.credited(measure);
        var amount = measure == Measure.TIME ? credited * 200L / 60 : credited * 100L;
        return new ShareOutcome(
                share.share(),
                share.contributor(),
                quantity == null ? ShareOutcome.Status.LAPSED : ShareOutcome.Status.ACCEPTED,
                share.kind(),
                1,
                measure,
                WEIGHTS.get(share.kind()),
                share.day(),
                share.quantity(),
                quantity,
                accepted,
                null,
                null,
                1,
                measure == Measure.TIME ? 200 : 100,
                credited,
                "HALF_EVEN",
                new Mailles(amount),
                credited + " × … = " + amount);
    }

    private List<CreditEvent> issue(ContributionId contribution, SubmittedShare share, ShareOutcome outcome) {
        var events = new ArrayList<CreditEvent>();
        var after = balance(share.contributor());
        var issue = new CreditEvent.Issued(
                share.contributor(),
                network,
                contribution,
                share.share(),
                share.kind(),
                outcome.measure(),
                share.day(),
                outcome.accepted().creditedMinutes(),
                outcome.credited(),
                1,
                outcome.rate(),
                outcome.weights(),
                "HALF_EVEN",
                outcome.computation(),
                outcome.amount(),
                plus(after, outcome.amount(), outcome.amount()));
        balances.put(share.contributor(), issue.after());
        issued.get(contribution).add(issue);
        events.add(issue);
        if (share.payment().goesToFund()) {
            events.addAll(give(share.contributor(), AccountId.fundOf(network), outcome.amount(), contribution, share));
            paid.get(contribution).add((CreditEvent.Given) events.get(1));
        }
        return events;
    }

    private List<CreditEvent> give(
            AccountId from, AccountId to, Mailles amount, ContributionId about, SubmittedShare share) {
        var reason = share == null ? GiftReason.THANKS : GiftReason.PAID_TIME;
        var transfer = new TransferId(id());
        var given = plus(balance(from), Mailles.ZERO, Mailles.ZERO.minus(amount));
        balances.put(from, given);
        boolean fund = to.holder() == AccountId.Holder.FUND;
        Balance received = fund ? null : plus(balance(to), Mailles.ZERO, amount);
        if (received != null) {
            balances.put(to, received);
        }
        var of = share == null ? null : share.share();
        var into = fund ? StreamId.fundReceiptsOf(network) : StreamId.of(to);
        return List.of(
                new CreditEvent.Given(
                        from,
                        network,
                        transfer,
                        to,
                        amount,
                        reason,
                        about,
                        of,
                        seal("Merci", StreamId.of(from), CreditEvent.Given.class, "words"),
                        given),
                new CreditEvent.Received(
                        to,
                        network,
                        transfer,
                        from,
                        amount,
                        reason,
                        about,
                        of,
                        seal("Merci", into, CreditEvent.Received.class, "words"),
                        received));
    }

    void thank(AccountId from, AccountId to, Mailles amount) {
        append(give(from, to, amount, null, null).toArray(LedgerEvent[]::new));
    }

    /** Takes a validation back, for good or as an undo, with all that it issued and gave. */
    void takeBack(ContributionId contribution, MemberId by, boolean undo) {
        var events = new ArrayList<LedgerEvent>();
        events.add(
                undo
                        ? new ContributionEvent.Reopened(contribution, network, by)
                        : new ContributionEvent.Reversed(contribution, network, by, ReversalReason.MISTAKE, null));
        for (var gift : paid.remove(contribution)) {
            var back = plus(balance(gift.account()), Mailles.ZERO, gift.amount());
            balances.put(gift.account(), back);
            events.add(new CreditEvent.GivenBack(
                    gift.account(),
                    network,
                    gift.transfer(),
                    gift.to(),
                    gift.amount(),
                    contribution,
                    gift.share(),
                    back));
            events.add(new CreditEvent.TakenBack(
                    gift.to(), network, gift.transfer(), gift.account(), gift.amount(), contribution, gift.share()));
        }
        for (var issue : issued.remove(contribution)) {
            var minus = Mailles.ZERO.minus(issue.amount());
            var after = plus(balance(issue.account()), minus, minus);
            balances.put(issue.account(), after);
            events.add(new CreditEvent.IssueReversed(
                    issue.account(),
                    network,
                    contribution,
                    issue.share(),
                    issue.kind(),
                    issue.day(),
                    issue.minutes(),
                    issue.credited(),
                    undo,
                    issue.amount(),
                    after));
        }
        append(events.toArray(LedgerEvent[]::new));
    }

    Balance balance(AccountId account) {
        return balances.getOrDefault(account, Balance.ZERO);
    }

    private static Balance plus(Balance balance, Mailles contributed, Mailles available) {
        return new Balance(
                balance.contributed().plus(contributed), balance.available().plus(available));
    }
}
