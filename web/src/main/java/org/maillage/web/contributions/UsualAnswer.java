package org.maillage.web.contributions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** Fewer decisions say nothing of what is usual. */
    private static final int FEWEST = 5;

    // What is usual over 90 days is not another thing from one minute to the next.
    private final Cache<NetworkId, Duration> kept =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(KEPT).build();

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
        var median = kept.getIfPresent(network);
        if (median == null) {
            median = views.queue()
                    .usualDelay(network, clock.instant().minus(LOOKED_AT), FEWEST)
                    .orElse(null);
        }
        if (median == null) {
            return Optional.empty();
        }
        kept.put(network, median);
        return Optional.of(words.say("claim.usual", locale, delay(median, locale)));
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
