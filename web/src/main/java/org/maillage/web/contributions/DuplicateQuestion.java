package org.maillage.web.contributions;

import java.util.Locale;
import org.maillage.ledger.value.ContributionId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Asks whether a claim is the same as an earlier one (rule 12). */
@Component
class DuplicateQuestion {

    private final Projections views;
    private final Words words;

    DuplicateQuestion(Projections views, Words words) {
        this.views = views;
        this.words = words;
    }

    // Somebody else's claim is spoken of only to those who see it.
    /** Says which claim it may be, and where it is. */
    void ask(ContributionId other, Standing standing, Model model, Locale locale) {
        var found = views.contributions()
                .find(standing.network(), other, AsOf.NOW)
                .filter(claim -> Seen.people(claim).contains(standing.member()));
        if (found.isEmpty()) {
            model.addAttribute("otherIs", words.say("claim.duplicate.theirs", locale));
            return;
        }
        model.addAttribute("other", other.toString());
        found.get().shares().stream()
                .findFirst()
                .ifPresent(share -> model.addAttribute(
                        "otherIs",
                        words.say(
                                "claim.duplicate.of",
                                locale,
                                words.quantity(share.claimed(), locale),
                                words.kind(standing.network(), share.kind(), locale),
                                words.day(share.day(), locale))));
    }
}
