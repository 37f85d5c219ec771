package org.maillage.web.coordination;

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

/** Says why a claim could not be decided: most often somebody else has just done it. */
@Component
class Meanwhile {

    private final Projections views;
    private final RefusalTexts refusals;
    private final Words words;

    Meanwhile(Projections views, RefusalTexts refusals, Words words) {
        this.views = views;
        this.refusals = refusals;
        this.words = words;
    }

    /** What happened meanwhile, else what the ledger says: «Claire vient de la valider. Rien à faire.» */
    String said(Refused refused, ContributionId claim, Standing standing, Locale locale) {
        return happened(refused.reason(), claim, standing, locale, "queue.meanwhile.")
                .orElseGet(() -> refused.reason() == Reason.DECIDES_OWN_CLAIM
                        ? words.say("contributions.notOwn", locale)
                        : refusals.whole(refused, locale));
    }

    /** Who decided a claim, or took it back; empty where it is open. */
    Optional<String> closed(ContributionId claim, Standing standing, Locale locale) {
        // The list may have been shown before somebody else was faster.
        views.awaitJournal();
        return views.contributions()
                .find(standing.network(), claim, AsOf.NOW)
                .filter(found -> !found.state().isOpen())
                .flatMap(found -> said(found, locale, "queue.meanwhile."));
    }

    private Optional<String> said(Contribution found, Locale locale, String beginning) {
        return who(found)
                .map(who -> words.say(beginning + found.state(), locale, words.name(found.network(), who, locale)));
    }

    /** The same in a few words without a full stop, after the count of what was left aside. */
    String brief(Refused refused, ContributionId claim, Standing standing, Locale locale) {
        return happened(refused.reason(), claim, standing, locale, "queue.aside.")
                .orElseGet(() -> refused.reason() == Reason.DECIDES_OWN_CLAIM
                        ? words.say("queue.aside.own", locale)
                        : refusals.why(refused.reason(), locale).replaceFirst("\\.$", ""));
    }

    private Optional<String> happened(
            Reason reason, ContributionId claim, Standing standing, Locale locale, String beginning) {
        if (reason != Reason.ALREADY_DECIDED && reason != Reason.QUESTION_OPEN && reason != Reason.ALREADY_WITHDRAWN) {
            return Optional.empty();
        }
        // Whoever came first did so this instant: the ledger refuses before the views show by whom.
        views.awaitJournal();
        return views.contributions()
                .find(standing.network(), claim, AsOf.NOW)
                .flatMap(found -> said(found, locale, beginning));
    }

    // Empty where the claim is open again since.
    private static Optional<MemberId> who(Contribution claim) {
        return switch (claim.state()) {
            case SUBMITTED, APPEALED -> Optional.empty();
            case CLARIFICATION_ASKED ->
                claim.thread().reversed().stream()
                        .filter(step -> step.what() == ThreadEntry.What.CLARIFICATION_ASKED)
                        .flatMap(step -> Optional.ofNullable(step.by()).stream())
                        .findFirst();
            case WITHDRAWN -> Optional.of(claim.by());
            case VALIDATED, DECLINED, REVERSED ->
                Optional.ofNullable(claim.decision()).map(Contribution.Decision::by);
        };
    }
}
