package org.maillage.web.contributions;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Quantity;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.contribution.Share;
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
    /** Says which claim it may be, by the share of it that is alike, and where it is. */
    void ask(ContributionId other, Submit claim, Standing standing, Model model, Locale locale) {
        var found = views.contributions()
                .find(standing.network(), other, AsOf.NOW)
                .filter(seen -> Seen.people(seen).contains(standing.member()));
        if (found.isEmpty()) {
            model.addAttribute("otherIs", words.say("claim.duplicate.theirs", locale));
            return;
        }
        model.addAttribute("other", other.toString());
        alike(found.get(), claim)
                .ifPresent(share -> model.addAttribute(
                        "otherIs",
                        words.say(
                                "claim.duplicate.of",
                                locale,
                                words.quantity(said(share), locale),
                                words.kind(standing.network(), share.kind(), locale),
                                words.day(share.day(), locale))));
    }

    // Evidence may be the same on another day.
    private static Optional<Share> alike(Contribution found, Submit claim) {
        return claim.shares().stream()
                .flatMap(asked -> found.shares().stream()
                        .filter(share -> share.contributor().equals(asked.contributor())
                                && share.kind().equals(asked.kind()))
                        .sorted(Comparator.comparing(share -> !share.day().equals(asked.day()))))
                .findFirst();
    }

    private static Quantity said(Share share) {
        return Objects.requireNonNullElse(share.confirmed(), share.claimed());
    }
}
