package org.maillage.web.badges;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.Award.Endorsement;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** What anybody reads of how somebody came by a badge, beside the contributions that they show. */
@Component
final class Origins {

    private final BadgeWords said;
    private final Words words;

    Origins(BadgeWords said, Words words) {
        this.said = said;
        this.words = words;
    }

    /**
     * Sentences; none where the contributions that are shown tell all.
     *
     * @param network its name
     * @param told whether contributions are shown
     */
    List<String> of(Award award, String network, boolean told, Locale locale) {
        var origins = new ArrayList<String>();
        if (award.by() != null) {
            origins.add(words.say("badges.origin.hand", locale, network, said.day(award.day(), locale)));
        }
        if (award.recognition() != null) {
            origins.add(words.say("badges.origin.peers", locale, peers(award)));
        }
        if (!told && !award.earned().isEmpty()) {
            origins.add(words.say("badges.deeds.kept", locale));
        }
        return List.copyOf(origins);
    }

    private static long peers(Award award) {
        return award.endorsements().stream()
                .filter(endorsement -> endorsement.practice() != null)
                .map(Endorsement::by)
                .distinct()
                .count();
    }
}
