package org.maillage.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Id;

/**
 * Where a command comes from; {@code now} arrives as data.
 *
 * @param commandId this command's own id: the same for every retry of it
 * @param scope with the key, what makes a command one (the principal, or an import's source)
 * @param key chosen by whoever asks: the same key answers the same outcome; 1 to 200 characters
 * @param actor who was authenticated
 * @param cause the event that it reacts to; null unless a reaction
 * @param now the time at which it was asked
 */
public record Origin(
        UUID commandId,
        String scope,
        String key,
        Actor actor,
        @Nullable UUID cause,
        Instant now) {

    public Origin {
        if (key.isEmpty() || key.length() > 200 || scope.isEmpty() || scope.length() > 200) {
            throw new IllegalArgumentException("scope and key have 1 to 200 characters");
        }
    }

    /** A command of this actor with a key of its own, so that it is one by its id. */
    public static Origin of(Actor actor, Instant now) {
        var id = Id.nextUuid();
        return new Origin(id, actor.toString(), id.toString(), actor, null, now);
    }

    /** A command of this actor under a key of the caller's. */
    public static Origin of(Actor actor, String key, Instant now) {
        return new Origin(Id.nextUuid(), actor.toString(), key, actor, null, now);
    }
}
