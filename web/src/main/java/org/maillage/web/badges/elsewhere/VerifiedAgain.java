package org.maillage.web.badges.elsewhere;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Verifies each badge from elsewhere again a week after it was verified last: it may have come to its end meanwhile. */
@Component
final class VerifiedAgain implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(VerifiedAgain.class);
    private static final Duration HOLDS = Duration.ofDays(7);
    private static final int AT_ONCE = 500;

    private final BroughtBadges brought;
    private final Clock clock;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("badges-verified-again").factory());

    VerifiedAgain(BroughtBadges brought, Clock clock) {
        this.brought = brought;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var _ = hourly.scheduleWithFixedDelay(this::tried, 5, 60, TimeUnit.MINUTES);
    }

    /** Verifies those whose week is over, at most so many in an hour; returns how many. */
    int verify() {
        return brought.verifyOldest(clock.instant().minus(HOLDS), AT_ONCE);
    }

    private void tried() {
        try {
            verify();
        } catch (RuntimeException e) {
            // The next hour tries again; an exception that got out would end the hours.
            LOG.warn("badges from elsewhere were not verified again: {}", e.getMessage());
        }
    }

    @Override
    public void destroy() {
        hourly.shutdownNow();
    }
}
