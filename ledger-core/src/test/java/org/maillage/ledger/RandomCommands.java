package org.maillage.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.contribution.ContributionCommand;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Less;
import org.maillage.ledger.credit.CreditCommand;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;
import org.maillage.ledger.event.ContributionEvent.Question;
import org.maillage.ledger.event.ContributionEvent.ReversalReason;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.event.ShareOutcome.LessReason;
import org.maillage.ledger.governance.GovernanceCommand;
import org.maillage.ledger.member.MemberCommand;
import org.maillage.ledger.network.NetworkCommand;
import org.maillage.ledger.network.ShippedKinds;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Audience;
import org.maillage.ledger.value.Capacity;
import org.maillage.ledger.value.ContributionId;
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
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.TransferId;
import org.maillage.ledger.value.Where;

/** Commands at random over two nested networks whose people overlap: sensible ones, and such as must be refused. */
final class RandomCommands {

    private static final List<KindCode> KINDS =
            List.of(new KindCode("workshop-led"), new KindCode("review"), new KindCode("photos"));

    /** A membership and who holds it. */
    record Member(PersonId person, MemberId member, NetworkId network) {}

    private record Claim(ContributionId id, Member author, List<ClaimedShare> shares) {}

    private record Organisation(OrganisationId id, NetworkId network) {}

    private final Random random;
    private final Instant now;
    private final LocalDate today;
    private final List<NetworkId> networks = List.of(NetworkId.next(), NetworkId.next());
    private final List<Member> members = new ArrayList<>();
    private final List<Organisation> organisations = new ArrayList<>();
    private final List<MemberId> entered = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<CreditCommand.Give> gifts = new ArrayList<>();

    RandomCommands(long seed, Instant now) {
        this.random = new Random(seed);
        this.now = now;
        this.today = LocalDate.ofInstant(now, LedgerFixture.PARIS);
    }

    /** What every history starts with. */
    List<Ledger.Request> beginning() {
        var asked = new ArrayList<LedgerCommand>();
        var parent = networks.getFirst();
        var child = networks.getLast();
        asked.add(new NetworkCommand.Create(parent, "Région", null, LedgerFixture.PARIS, Set.of(), null, null));
        asked.add(new NetworkCommand.Create(child, "Bassin", parent, LedgerFixture.PARIS, Set.of(), null, null));
        for (var i = 0; i < 6; i++) {
            var person = PersonId.next();
            asked.add(new MemberCommand.RegisterPerson(person));
            if (i != 1) {
                asked.add(joins(person, parent));
            }
            if (i > 0) {
                asked.add(joins(person, child));
            }
        }
        for (var network : networks) {
            var first = membersOf(network);
            asked.add(
                    new NetworkCommand.AppointCoordinator(network, first.get(0).member(), null));
            asked.add(
                    new NetworkCommand.AppointCoordinator(network, first.get(1).member(), null));
            var organisation = new Organisation(OrganisationId.next(), network);
            organisations.add(organisation);
            asked.add(new NetworkCommand.RegisterOrganisation(network, null, organisation.id(), "Les Fils d'Or", null));
            asked.add(new MemberCommand.ChangeOrganisation(first.get(2).member(), network, organisation.id()));
            asked.add(new NetworkCommand.AddKind(
                    network,
                    first.get(0).member(),
                    new Kind(KINDS.getLast(), Measure.COUNT, "Photos", 1),
                    33,
                    20,
                    RoleWeights.all(Role.SPREAD)));
            asked.add(new GovernanceCommand.PublishCharter(network, null, 1, "L'éducation n'est pas une marchandise."));
            asked.add(new MemberCommand.SignCharter(first.get(3).member(), network, 1));
        }
        return asked.stream().map(this::bySystem).toList();
    }

    private MemberCommand.Join joins(PersonId person, NetworkId network) {
        var member = new Member(person, MemberId.next(), network);
        members.add(member);
        return new MemberCommand.Join(member.member(), network, person, MemberEvent.Via.FOUNDING, "Quelqu'un");
    }

    private Ledger.Request bySystem(LedgerCommand command) {
        return new Ledger.Request(command, Origin.of(Actor.SYSTEM, now));
    }

    private Ledger.Request by(Member who, LedgerCommand command) {
        var person = random.nextInt(20) == 0 ? one(members).person() : who.person();
        return new Ledger.Request(command, Origin.of(Actor.person(person), now));
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private List<Member> membersOf(NetworkId network) {
        return members.stream().filter(m -> m.network().equals(network)).toList();
    }

    /** Often a coordinator of the network, who are first among its members; else anybody. */
    private Member coordinator(NetworkId network) {
        return random.nextInt(5) > 0 ? membersOf(network).get(random.nextInt(2)) : one(members);
    }

    /** The next command. */
    Ledger.Request next() {
        var dice = random.nextInt(100);
        if (claims.isEmpty() || dice < 18) {
            return submit();
        }
        if (dice < 70) {
            return aboutClaim(dice);
        }
        return dice < 85 ? give() : aboutPeople(dice);
    }

    /** Mostly one that is accepted while there is something to give, so that much depends on the order. */
    Ledger.Request likely() {
        var who = one(members);
        var network = who.network();
        var decider = membersOf(network).get(random.nextInt(2));
        var dice = random.nextInt(20);
        if (claims.isEmpty() || dice < 5) {
            var share = random.nextBoolean()
                    ? share(who, who)
                    : ClaimedShare.plain(
                            AccountId.of(who.member()),
                            KINDS.getFirst(),
                            Quantity.minutes(30 + random.nextInt(90)),
                            today.minusDays(random.nextInt(9)));
            claims.add(new Claim(ContributionId.next(), who, List.of(share)));
            return submit(claims.getLast(), null);
        }
        return switch (dice) {
            case 5, 6, 7, 8, 9, 10, 11 -> {
                var claim = claims.get(claims.size() - 1 - random.nextInt(Math.min(3, claims.size())));
                var of = claim.author().network();
                var by = membersOf(of).get(random.nextInt(2));
                yield by(by, new ContributionCommand.Validate(claim.id(), of, by.member(), List.of()));
            }
            case 12, 13, 14, 15 ->
                by(
                        who,
                        gift(
                                who,
                                AccountId.of(who.member()),
                                AccountId.of(one(membersOf(network)).member())));
            case 16 -> by(who, gift(who, AccountId.of(who.member()), AccountId.fundOf(network)));
            case 17 ->
                by(
                        decider,
                        gift(
                                decider,
                                AccountId.fundOf(network),
                                AccountId.of(one(membersOf(network)).member())));
            default -> next();
        };
    }

    private CreditCommand.Give gift(Member by, AccountId from, AccountId to) {
        var amount = new Mailles(1 + random.nextInt(200));
        return new CreditCommand.Give(TransferId.next(), by.network(), by.member(), from, to, amount, null, null);
    }

    private Ledger.Request submit() {
        if (!claims.isEmpty() && random.nextInt(20) == 0) {
            var again = one(claims);
            return submit(new Claim(again.id(), again.author(), again.shares()), null);
        }
        var author = one(members);
        var shares = new ArrayList<ClaimedShare>();
        for (var i = random.nextInt(3); i >= 0; i--) {
            shares.add(share(i == 0 ? author : one(members), author));
        }
        var claim = new Claim(ContributionId.next(), author, List.copyOf(shares));
        claims.add(claim);
        return submit(claim, random.nextInt(10) == 0 ? one(claims).id() : null);
    }

    private Ledger.Request submit(Claim claim, @Nullable ContributionId replaces) {
        return by(
                claim.author(),
                new ContributionCommand.Submit(
                        claim.id(),
                        claim.author().network(),
                        claim.author().member(),
                        claim.shares(),
                        null,
                        "Une séance",
                        List.of(),
                        random.nextInt(8) == 0 ? Set.of() : EnumSet.allOf(Question.class),
                        null,
                        replaces));
    }

    private ClaimedShare share(Member contributor, Member author) {
        var kind = one(KINDS);
        var quantity = kind.equals(KINDS.getLast()) ? Quantity.units(1 + random.nextInt(30)) : minutes();
        var organisation = organisations.get(author.network().equals(networks.getFirst()) ? 0 : 1);
        var forIt = random.nextInt(8) == 0;
        return new ClaimedShare(
                ShareId.next(),
                forIt ? AccountId.of(organisation.id()) : AccountId.of(contributor.member()),
                kind,
                quantity,
                today.minusDays(random.nextInt(3) - (random.nextInt(40) == 0 ? 3 : 0)),
                null,
                Where.UNKNOWN,
                one(List.of(Payment.values())),
                Capacity.MEMBER,
                forIt ? organisation.id() : null,
                Audience.NONE,
                random.nextInt(4) == 0 ? List.of(one(members).member()) : List.of(),
                List.of(),
                random.nextInt(9) == 0 ? List.of(one(members).member()) : List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private Quantity minutes() {
        return new Quantity(random.nextInt(600), random.nextInt(300), random.nextInt(60), 0);
    }

    private Ledger.Request aboutClaim(int dice) {
        var claim = random.nextInt(3) == 0
                ? one(claims)
                : claims.get(claims.size() - 1 - random.nextInt(Math.min(4, claims.size())));
        var id = claim.id();
        var network = random.nextInt(25) == 0 ? one(networks) : claim.author().network();
        var share = one(claim.shares());
        var owner = members.stream()
                .filter(m -> AccountId.of(m.member()).equals(share.contributor()))
                .findFirst()
                .orElseGet(() -> one(members));
        var author = random.nextInt(6) == 0 ? one(members) : claim.author();
        var decider = coordinator(network);
        var member = decider.member();
        return switch ((dice - 18) / 2) {
            case 0, 1, 2, 3 ->
                by(owner, new ContributionCommand.ConfirmShare(id, network, owner.member(), share.share()));
            case 4 ->
                by(
                        owner,
                        new ContributionCommand.CorrectShare(
                                id, network, owner.member(), share.share(), minutes(), "Moins"));
            case 5 -> by(owner, new ContributionCommand.DenyShare(id, network, owner.member(), share.share()));
            case 6 -> {
                var witness = one(members);
                yield by(witness, new ContributionCommand.Attest(id, network, witness.member(), "Je l'ai vu"));
            }
            case 7 -> by(decider, new ContributionCommand.AskClarification(id, network, member, "Combien ?"));
            case 8 -> by(author, new ContributionCommand.AnswerClarification(id, network, author.member(), "Deux"));
            case 9, 10, 11, 12, 13, 14, 15 ->
                by(decider, new ContributionCommand.Validate(id, network, member, less(claim)));
            case 16, 17 ->
                by(
                        decider,
                        new ContributionCommand.Decline(
                                id, network, member, one(List.of(DeclineReason.values())), null));
            case 18 -> by(author, new ContributionCommand.Withdraw(id, network, author.member()));
            case 19 -> by(author, new ContributionCommand.Appeal(id, network, author.member(), "Voyez encore"));
            case 20, 21 -> by(decider, new ContributionCommand.Undo(id, network, member));
            case 22, 23 ->
                by(
                        decider,
                        new ContributionCommand.Reverse(
                                id, network, member, one(List.of(ReversalReason.values())), null));
            default ->
                by(
                        author,
                        new ContributionCommand.EntrustDecision(
                                id,
                                network,
                                author.member(),
                                members.stream().map(Member::member).toList()));
        };
    }

    private List<Less> less(Claim claim) {
        if (random.nextInt(6) > 0) {
            return List.of();
        }
        var accepted = random.nextBoolean() ? null : Quantity.minutes(1 + random.nextInt(40));
        return List.of(new Less(one(claim.shares()).share(), accepted, LessReason.TIME_TOO_LONG, null));
    }

    private Ledger.Request give() {
        if (!gifts.isEmpty() && random.nextInt(12) == 0) {
            var again = one(gifts);
            return by(
                    members.stream()
                            .filter(m -> m.member().equals(again.by()))
                            .findFirst()
                            .orElseThrow(),
                    again);
        }
        var giver = one(members);
        var network = giver.network();
        var organisation = one(organisations).id();
        var from = switch (random.nextInt(8)) {
            case 0 -> AccountId.of(organisation);
            case 1 -> AccountId.fundOf(network);
            default -> AccountId.of(giver.member());
        };
        var to = switch (random.nextInt(6)) {
            case 0 -> AccountId.of(organisation);
            case 1 -> AccountId.fundOf(network);
            default ->
                AccountId.of(one(random.nextInt(9) == 0 ? members : membersOf(network))
                        .member());
        };
        var gift = new CreditCommand.Give(
                TransferId.next(),
                network,
                giver.member(),
                from,
                to,
                new Mailles(random.nextInt(1_500) - 20L),
                random.nextInt(5) > 0 || claims.isEmpty() ? null : one(claims).id(),
                "Merci");
        gifts.add(gift);
        return by(giver, gift);
    }

    private Ledger.Request aboutPeople(int dice) {
        var who = one(members);
        var network = random.nextInt(20) == 0 ? one(networks) : who.network();
        var decider = coordinator(network);
        var by = decider.member();
        return switch (random.nextInt(17)) {
            case 0 -> by(who, new MemberCommand.RegisterPerson(random.nextBoolean() ? who.person() : PersonId.next()));
            case 1 ->
                random.nextBoolean()
                        ? bySystem(new MemberCommand.AppointAdministrator(who.person()))
                        : by(who, new MemberCommand.AppointAdministrator(who.person()));
            case 2 -> by(decider, new MemberCommand.Invite(MemberId.next(), network, by, "Lou", "lou@exemple.fr"));
            case 3 -> {
                entered.add(MemberId.next());
                yield by(
                        who,
                        new MemberCommand.Enter(
                                entered.getLast(), network, who.member(), MemberEvent.Origin.CITED, "Lou", null));
            }
            case 4 -> {
                var person = random.nextInt(3) == 0 ? who.person() : PersonId.next();
                var member = MemberId.next();
                yield bySystem(
                        random.nextBoolean()
                                ? new MemberCommand.Join(member, network, person, MemberEvent.Via.FOUNDING, "Lou")
                                : new MemberCommand.Join(
                                        who.member(), network, who.person(), MemberEvent.Via.CODE, null));
            }
            case 5 -> by(who, new MemberCommand.Rename(who.member(), network, "Lou" + dice));
            case 6 -> by(who, new MemberCommand.SignCharter(who.member(), network, random.nextInt(3)));
            case 7 -> {
                var organisation = one(organisations).id();
                var other = entered.isEmpty() ? who.member() : one(entered);
                yield random.nextBoolean()
                        ? by(who, new MemberCommand.ChangeOrganisation(who.member(), network, organisation))
                        : by(decider, new MemberCommand.AssignOrganisation(other, network, by, organisation));
            }
            case 8 -> {
                var leaving = random.nextInt(4) > 0 ? who : membersOf(network).getLast();
                yield by(one(members), new MemberCommand.Leave(leaving.member(), network));
            }
            case 9 -> {
                var made = new NetworkCommand.Create(
                        random.nextBoolean() ? network : NetworkId.next(),
                        "Réseau",
                        network,
                        LedgerFixture.PARIS,
                        Set.of(),
                        null,
                        null);
                yield bySystem(made);
            }
            case 10 -> by(decider, new NetworkCommand.ChangeTerritory(network, by, Set.of()));
            case 11 ->
                by(
                        decider,
                        new NetworkCommand.AddKind(
                                network,
                                by,
                                new Kind(new KindCode("kind-" + random.nextInt(50)), Measure.TIME, "Genre", 1),
                                random.nextInt(500),
                                null,
                                RoleWeights.all(Role.TEST)));
            case 12 -> by(decider, new NetworkCommand.AppointCoordinator(network, who.member(), by));
            case 13 -> by(decider, new NetworkCommand.DismissCoordinator(network, who.member(), by));
            case 14 ->
                by(
                        decider,
                        new NetworkCommand.RegisterOrganisation(
                                network,
                                by,
                                random.nextBoolean() ? one(organisations).id() : OrganisationId.next(),
                                "Autre",
                                null));
            case 15 ->
                random.nextBoolean()
                        ? by(decider, new NetworkCommand.AllowParentDecisions(network, by, random.nextBoolean()))
                        : by(decider, new GovernanceCommand.PublishCharter(network, by, 2, "Charte"));
            default -> by(decider, adopt(network, by));
        };
    }

    private GovernanceCommand.AdoptTariff adopt(NetworkId network, MemberId by) {
        var lines = new ArrayList<TariffLine>();
        var rate = 100 + random.nextInt(300);
        ShippedKinds.tariff().forEach(l -> lines.add(new TariffLine(l.kind(), rate, null, l.weights())));
        lines.add(new TariffLine(KINDS.getLast(), rate, 10, RoleWeights.all(Role.SPREAD)));
        return new GovernanceCommand.AdoptTariff(
                network,
                by,
                3,
                today.plusDays(random.nextInt(2)),
                lines,
                random.nextBoolean(),
                new Mailles(random.nextInt(3) * -100L),
                "Au hasard");
    }
}
