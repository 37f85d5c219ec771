package org.maillage.web.demo;

import static org.maillage.web.demo.Milestones.at;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedEvidence;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.event.ContributionEvent.Question;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Audience;
import org.maillage.ledger.value.AudienceKind;
import org.maillage.ledger.value.Capacity;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.Where;
import org.maillage.web.demo.Terrain.Spot;

/** A claim in the making: what is said of it, then the command. */
final class Sketch {

    private final Ids ids;
    private final Society society;
    private final String key;
    private final Doing doing;
    private final LocalDate day;
    private final Map<ShareId, Participant> contributors = new HashMap<>();
    private final List<ClaimedShare> shares = new ArrayList<>();
    private final List<ClaimedEvidence> evidence = new ArrayList<>();
    private Spot spot;
    private @Nullable LocalTime start;
    private boolean remote;
    private Audience audience = Audience.NONE;
    private List<MemberId> helped = List.of();
    private @Nullable ContributionId reused;
    private @Nullable ContributionId replaces;
    private @Nullable String convention;
    private @Nullable String title;
    private @Nullable String sentence;
    private boolean longDay;

    Sketch(Ids ids, Society society, String key, Doing doing, LocalDate day) {
        this.ids = ids;
        this.society = society;
        this.key = key;
        this.doing = doing;
        this.day = day;
        this.spot = society.terrain().spots().getFirst();
    }

    Doing doing() {
        return doing;
    }

    Spot spot() {
        return spot;
    }

    Sketch place(Spot where) {
        spot = where;
        return this;
    }

    Sketch remote() {
        remote = true;
        return this;
    }

    Sketch starting(int hour, int minute) {
        start = LocalTime.of(hour, minute);
        return this;
    }

    Sketch words(@Nullable String newTitle, @Nullable String newSentence) {
        title = newTitle;
        sentence = newSentence;
        return this;
    }

    Sketch link(String address) {
        evidence.add(new ClaimedEvidence(
                new EvidenceId(ids.of("evidence/" + key + "/" + evidence.size())),
                Evidence.Type.LINK,
                address,
                address,
                null));
        return this;
    }

    Sketch present(AudienceKind kind, int people) {
        var counts = new EnumMap<AudienceKind, Integer>(AudienceKind.class);
        counts.putAll(audience.counts());
        counts.put(kind, people);
        audience = new Audience(counts, people % 5 == 0);
        return this;
    }

    /** Members who were helped; said before the shares. */
    Sketch helping(Participant... people) {
        helped = List.of(people).stream().map(Participant::member).toList();
        return this;
    }

    Sketch reusing(ContributionId earlier) {
        reused = earlier;
        return this;
    }

    Sketch replacing(ContributionId earlier) {
        replaces = earlier;
        return this;
    }

    Sketch paidBy(String reference) {
        convention = reference;
        return this;
    }

    /** Answers «Plus de 12 h ce jour-là : est-ce exact ?» with yes. */
    Sketch longDay() {
        longDay = true;
        return this;
    }

    Sketch share(Participant who, Quantity quantity, Payment payment, Capacity capacity) {
        var id = new ShareId(ids.of("share/" + key + "/" + shares.size()));
        contributors.put(id, who);
        shares.add(share(id, who.account(), quantity, payment, capacity, null));
        return this;
    }

    /** A share of an organisation, claimed by somebody of it. */
    Sketch share(OrganisationId organisation, Quantity quantity) {
        var id = new ShareId(ids.of("share/" + key + "/" + shares.size()));
        shares.add(share(id, AccountId.of(organisation), quantity, Payment.UNPAID, Capacity.MEMBER, organisation));
        return this;
    }

    private ClaimedShare share(
            ShareId id,
            AccountId contributor,
            Quantity quantity,
            Payment payment,
            Capacity capacity,
            @Nullable OrganisationId onBehalfOf) {
        var others = helped.stream()
                .filter(m -> !AccountId.of(m).equals(contributor))
                .toList();
        return new ClaimedShare(
                id,
                contributor,
                doing.kind(),
                quantity,
                day,
                start,
                remote ? Where.REMOTE : new Where(spot.commune(), spot.id(), false),
                payment,
                capacity,
                onBehalfOf,
                audience,
                doing == Doing.COMPANIONSHIP || doing == Doing.LOAN ? List.of() : others,
                doing == Doing.COMPANIONSHIP ? others : List.of(),
                doing == Doing.LOAN ? others : List.of(),
                null,
                null,
                null,
                payment == Payment.UNPAID ? null : convention,
                reused,
                null);
    }

    ContributionId id() {
        return ids.contribution(key);
    }

    /** The claim as somebody submits it, so many days after the contribution. */
    Claim by(Participant author, int daysLater, int hour, int minute) {
        var when = at(day.plusDays(daysLater), hour, minute);
        var submit = new Submit(
                id(),
                society.terrain().network(),
                author.member(),
                List.copyOf(shares),
                title,
                sentence,
                List.copyOf(evidence),
                longDay ? Set.of(Question.LONG_DAY) : Set.of(),
                when,
                replaces);
        return new Claim(key, when, submit, Map.copyOf(contributors));
    }

    /** The same claim said anew in place of an earlier one, with shares of its own. */
    Claim again(Claim earlier, Instant when) {
        var copies = new ArrayList<ClaimedShare>();
        var holders = new HashMap<ShareId, Participant>();
        for (var share : earlier.shares()) {
            var id = new ShareId(ids.of("share/again/" + share.share()));
            copies.add(copy(share, id));
            var holder = earlier.contributors().get(share.share());
            if (holder != null) {
                holders.put(id, holder);
            }
        }
        var said = earlier.submit();
        var submit = new Submit(
                ids.contribution(key + "/again"),
                said.network(),
                said.by(),
                copies,
                said.title(),
                said.sentence(),
                List.of(),
                said.answered(),
                when,
                said.contribution());
        return new Claim(key + "/again", when, submit, holders);
    }

    private static ClaimedShare copy(ClaimedShare share, ShareId id) {
        return new ClaimedShare(
                id,
                share.contributor(),
                share.kind(),
                share.quantity(),
                share.day(),
                share.startTime(),
                share.where(),
                share.payment(),
                share.capacity(),
                share.onBehalfOf(),
                share.audience(),
                share.helped(),
                share.companions(),
                share.borrowers(),
                null,
                null,
                null,
                share.fundingConvention(),
                share.reusedFrom(),
                null);
    }
}
