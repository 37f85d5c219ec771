package org.maillage.web.contributions;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Projections;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Says how long a claim usually waits for its decision: the median of the network's last 90 days, never by person. */
@Component
class UsualAnswer {

    private static final Duration LOOKED_AT = Duration.ofDays(90);

    /** Fewer decisions say nothing of what is usual. */
    private static final int FEWEST = 5;

    private final Projections views;
    private final Words words;
    private final Clock clock;

    UsualAnswer(Projections views, Words words, Clock clock) {
        this.views = views;
        this.words = words;
        this.clock = clock;
    }

    /** «Réponse habituelle : 1 jour.»; empty where too few claims were decided. */
    Optional<String> of(NetworkId network, Locale locale) {
        var pace = views.queue().pace(network, clock.instant().minus(LOOKED_AT));
        var median = pace.median();
        return pace.done() < FEWEST || median == null
                ? Optional.empty()
                : Optional.of(words.say("claim.usual", locale, delay(median, locale)));
    }

    // To the nearest hour of a day, then to the nearest day: nobody waits by the minute.
    private String delay(Duration median, Locale locale) {
        long hours = median.plusMinutes(30).toHours();
        if (hours == 0) {
            return words.say("claim.usual.soon", locale);
        }
        return hours < Duration.ofDays(1).toHours()
                ? words.say("claim.usual.hours", locale, hours)
                : words.say("claim.usual.days", locale, median.plusHours(12).toDays());
    }
}
