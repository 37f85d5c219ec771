package org.maillage.web.evidence;

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
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Deletes, every hour, the files that were sent a day ago and that no claim has named. */
@Component
final class UnclaimedFiles implements DisposableBean {

    /** How long a file waits for its claim. */
    static final Duration WAIT = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(UnclaimedFiles.class);

    private final EvidenceUploads uploads;
    private final Clock clock;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("unclaimed-files").factory());

    UnclaimedFiles(EvidenceUploads uploads, Clock clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var _ = hourly.scheduleWithFixedDelay(this::purge, 1, 60, TimeUnit.MINUTES);
    }

    private void purge() {
        try {
            uploads.purge(clock.instant().minus(WAIT));
        } catch (DataAccessException e) {
            // The next hour tries again; an exception that got out would end the hours.
            LOG.warn("files that no claim names were not deleted: {}", e.getMessage());
        }
    }

    @Override
    public void destroy() {
        hourly.shutdownNow();
    }
}
