package org.maillage.web.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.web.mail.Rounds;
import org.springframework.stereotype.Component;

/** Goes round behind the running program: reads the journal, sends what is to be told, and the digests once an hour. */
@Component
class NoticeRounds extends Rounds {

    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration BETWEEN_DIGESTS = Duration.ofHours(1);

    private final EventFeed events;
    private final NoticeFeed feed;
    private final NoticeLetters letters;
    private final BadgeNotices badges;
    private final BadgeLetters badgeLetters;
    private final Digests digests;
    private final Clock clock;
    private Instant nextDigests = Instant.EPOCH;

    NoticeRounds(
            EventFeed events,
            NoticeFeed feed,
            NoticeLetters letters,
            BadgeNotices badges,
            BadgeLetters badgeLetters,
            Digests digests,
            Clock clock) {
        super("letters", REST);
        this.events = events;
        this.feed = feed;
        this.letters = letters;
        this.badges = badges;
        this.badgeLetters = badgeLetters;
        this.digests = digests;
        this.clock = clock;
    }

    @Override
    public void start() {
        // Before anything is served, so that nothing that happens here from now on is history.
        feed.begin();
        super.start();
    }

    @Override
    protected void round() throws InterruptedException {
        events.await(events.position(), REST);
        while (!isStopping() && feed.gather()) {
            send();
        }
        send();
        if (!isStopping() && !clock.instant().isBefore(nextDigests)) {
            nextDigests = clock.instant().plus(BETWEEN_DIGESTS);
            digests.send();
            badges.ending();
            feed.readAside();
        }
    }

    private void send() {
        var more = true;
        while (more && !isStopping()) {
            // Each in its turn: letters of one sort keep none of the other waiting.
            var ofClaims = letters.send();
            more = badgeLetters.send() || ofClaims;
        }
    }
}
