package org.maillage.ledger.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.event.UnknownEvent;
import org.maillage.ledger.event.UnreadableEvent;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.StreamId;

/**
 * An event as the journal holds it, byte for byte: whoever copies it needs neither know its name nor encode it anew.
 *
 * @param position from 1, gapless, in commit order
 * @param stream its stream, {@code type/uuid}
 * @param version from 0 within the stream
 * @param eventId its own id
 * @param name with its version, such as {@code contribution.validated.1}
 * @param network null for the installation
 * @param actor who was authenticated, as {@link Actor} writes it
 * @param cause the event that the command reacted to; null unless a reaction
 * @param commandId the command that it followed from
 * @param recordedAt stamped by the journal, to the microsecond
 * @param payload JSON as appended
 */
public record StoredEvent(
        long position,
        String stream,
        long version,
        UUID eventId,
        String name,
        @Nullable UUID network,
        String actor,
        @Nullable UUID cause,
        UUID commandId,
        Instant recordedAt,
        Payload payload) {

    /**
     * The event, read.
     *
     * @throws UnknownEvent where this program is older than who wrote it
     * @throws UnreadableEvent where its payload is not an event of its name
     */
    public Recorded read() {
        return new Recorded(
                position,
                new StreamId(stream),
                version,
                eventId,
                recordedAt,
                Actor.of(actor),
                cause,
                commandId,
                EventJson.read(name, payload.bytes()));
    }
}
