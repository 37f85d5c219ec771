package org.maillage.web.contributions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.decision.Texts;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.Standing;
import org.springframework.stereotype.Component;

/**
 * Asks of a claim that enters somebody what the ledger will ask of it, so that nobody is entered for a claim that is then
 * refused. The final word is the ledger's.
 */
@Component
class ClaimGuards {

    /** No contribution is of an earlier day. */
    static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_LINK = 2_000;
    private static final int MOST_EVIDENCE = 10;

    private final Projections views;
    private final Clock clock;

    ClaimGuards(Projections views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    /**
     * Lets a claim pass that the ledger will take as far as is known here.
     *
     * @param entered those whom the claim enters
     * @param names theirs
     * @throws Refused with the reason that the ledger would have
     */
    void ask(Submit claim, Collection<MemberId> entered, Collection<String> names, Standing standing) {
        names.forEach(name -> Texts.required(name, LONGEST_NAME));
        Texts.optional(claim.title(), 120);
        Texts.optional(claim.sentence(), 2_000);
        Refused.when(claim.evidence().size() > MOST_EVIDENCE, Reason.TOO_MUCH_EVIDENCE);
        claim.evidence().stream()
                .filter(evidence -> evidence.type() == Evidence.Type.LINK)
                .forEach(link -> Texts.required(link.reference(), LONGEST_LINK));
        replaced(claim);
        shares(claim, entered, standing);
    }

    private void replaced(Submit claim) {
        var replaced = claim.replaces();
        if (replaced != null) {
            var found = views.contributions()
                    .find(claim.network(), replaced, AsOf.NOW)
                    .orElseThrow(() -> new Refused(Reason.UNKNOWN_CONTRIBUTION));
            Refused.when(!Seen.people(found).contains(claim.by()), Reason.NOT_THE_AUTHOR);
        }
    }

    private void shares(Submit claim, Collection<MemberId> entered, Standing standing) {
        var today = standing.today(clock);
        var kinds = views.networks().kinds(claim.network(), AsOf.NOW).stream()
                .collect(Collectors.toMap(Kind::code, Kind::measure));
        var contributors = new HashSet<Object>();
        for (var share : claim.shares()) {
            Refused.when(
                    !contributors.add(List.of(share.contributor(), share.kind(), share.day())),
                    Reason.CONTRIBUTOR_TWICE);
            var measure = kinds.get(share.kind());
            if (measure == null) {
                throw new Refused(Reason.UNKNOWN_KIND);
            }
            Refused.when(share.quantity().credited(measure) == 0, Reason.QUANTITY_MISSING);
            Refused.when(!share.quantity().fits(measure), Reason.QUANTITY_NOT_OF_THE_KIND);
            Refused.when(share.day().isAfter(today), Reason.DAY_IN_THE_FUTURE);
            Refused.when(share.day().isBefore(EARLIEST), Reason.DAY_TOO_OLD);
            contributor(share, entered, claim);
        }
    }

    private void contributor(ClaimedShare share, Collection<MemberId> entered, Submit claim) {
        if (share.contributor().holder() == AccountId.Holder.MEMBER) {
            var member = new MemberId(share.contributor().id());
            if (!entered.contains(member) && !member.equals(claim.by())) {
                var found = views.members()
                        .find(claim.network(), member, AsOf.NOW)
                        .orElseThrow(() -> new Refused(Reason.UNKNOWN_MEMBER));
                Refused.when(found.status() == Member.Status.LEFT, Reason.HAS_LEFT);
            }
        }
    }
}
