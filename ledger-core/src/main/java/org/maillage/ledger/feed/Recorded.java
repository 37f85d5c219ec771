package org.maillage.ledger.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.StreamId;

/**
 * An event as the journal recorded it.
 *
 * @param position from 1, gapless, in commit order
 * @param stream its stream
 * @param version from 0 within the stream
 * @param eventId its own id
 * @param recordedAt stamped by the journal; never decreases with the position (rule 15)
 * @param actor who was authenticated
 * @param cause the event that the command reacted to; null unless a reaction
 * @param commandId the command that it followed from
 * @param event the event itself; its {@code network()} is the partition
 */
public record Recorded(
        long position,
        StreamId stream,
        long version,
        UUID eventId,
        Instant recordedAt,
        Actor actor,
        @Nullable UUID cause,
        UUID commandId,
        LedgerEvent event) {}
