package org.maillage.web.contributions;

import java.util.Locale;
import java.util.Optional;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.contribution.ThreadEntry;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Says beside what somebody wrote about a claim why it was not taken: most often somebody else was quicker. */
@Component
class TooLate {

    private final Projections views;
    private final RefusalTexts refusals;
    private final Words words;

    TooLate(Projections views, RefusalTexts refusals, Words words) {
        this.views = views;
        this.refusals = refusals;
        this.words = words;
    }

    /** What happened meanwhile and by whom, where that is why; else what the ledger says. */
    String said(Refused refused, ContributionId id, Standing standing, Locale locale) {
        var whole = refusals.whole(refused, locale);
        if (refused.reason().category() != Reason.Category.CONFLICT) {
            return whole;
        }
        // Of a share that lapsed the ledger alone says what is left to do.
        var happened = refused.reason() == Reason.SHARE_LAPSED
                ? whole
                : meanwhile(id, standing, locale).orElse(whole);
        return happened + " " + words.say("contributions.late.kept", locale);
    }

    private Optional<String> meanwhile(ContributionId id, Standing standing, Locale locale) {
        views.awaitJournal();
        return views.contributions()
                .find(standing.network(), id, AsOf.NOW)
                .flatMap(claim -> by(claim)
                        .map(who -> words.say(
                                "contributions.late." + claim.state(),
                                locale,
                                words.name(claim.network(), who, locale))));
    }

    // Of a claim that is open, what was asked is answered; where nobody answered, the ledger's words are exact.
    private static Optional<MemberId> by(Contribution claim) {
        return switch (claim.state()) {
            case SUBMITTED -> last(claim, ThreadEntry.What.CLARIFICATION_ANSWERED);
            case APPEALED -> last(claim, ThreadEntry.What.APPEALED);
            case CLARIFICATION_ASKED -> last(claim, ThreadEntry.What.CLARIFICATION_ASKED);
            case WITHDRAWN -> Optional.of(claim.by());
            case VALIDATED, DECLINED, REVERSED ->
                Optional.ofNullable(claim.decision()).map(Contribution.Decision::by);
        };
    }

    private static Optional<MemberId> last(Contribution claim, ThreadEntry.What what) {
        return claim.thread().reversed().stream()
                .filter(step -> step.what() == what)
                .flatMap(step -> Optional.ofNullable(step.by()).stream())
                .findFirst();
    }
}
