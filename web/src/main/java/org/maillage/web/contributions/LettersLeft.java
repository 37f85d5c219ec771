package org.maillage.web.contributions;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends, every minute, the letters to those whom a claim cites that a stop or a mail server that was away has left. */
@Component
final class LettersLeft implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LettersLeft.class);

    private final ShareLetters letters;
    private final ScheduledExecutorService minutely = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("letters-left").factory());

    LettersLeft(ShareLetters letters) {
        this.letters = letters;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var _ = minutely.scheduleWithFixedDelay(this::send, 1, 1, TimeUnit.MINUTES);
    }

    private void send() {
        try {
            letters.sendLeft();
        } catch (RuntimeException e) {
            // The next minute tries again; an exception that got out would end the minutes.
            LOG.warn("letters that are due were not sent: {}", e.getMessage());
        }
    }

    @Override
    public void destroy() {
        minutely.shutdownNow();
    }
}
