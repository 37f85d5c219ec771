package org.maillage.ledger.journal;

import java.time.Duration;

/**
 * How much the journal takes in, and how long it waits.
 *
 * @param queue events that may wait for the committer before callers have to
 * @param batch events of one commit, at most, unless a single append has more
 * @param queueWait how long a caller waits for room in the queue
 * @param idle how long a committer may hold the lock without doing anything before PostgreSQL ends its connection: a
 *     frozen process would block all others
 * @param lockWait how long one attempt waits for the other processes' commits
 * @param network how long one answer of PostgreSQL may take before the connection counts as lost
 * @param patience how long a batch is tried again over lost connections
 */
public record JournalSettings(
        int queue,
        int batch,
        Duration queueWait,
        Duration idle,
        Duration lockWait,
        Duration network,
        Duration patience) {

    /** What a program uses unless it knows better. */
    public static final JournalSettings USUAL = new JournalSettings(
            8_192,
            2_048,
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20));
}
