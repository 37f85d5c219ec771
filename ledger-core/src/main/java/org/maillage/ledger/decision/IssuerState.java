package org.maillage.ledger.decision;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.IssuerEvent;
import org.maillage.ledger.event.IssuerEvent.IssuerKeyAdded;
import org.maillage.ledger.value.IssuerKeyId;

/**
 * The keys of a network as decisions see them.
 *
 * @param keys by id
 */
public record IssuerState(Map<IssuerKeyId, Key> keys) {

    static final IssuerState NONE = new IssuerState(Map.of());

    /**
     * One key.
     *
     * @param compromised since when what it signed proves nothing; null where it does
     */
    public record Key(
            IssuerKeyAdded added, boolean retired, @Nullable Instant compromised) {}

    /** A key by its id. */
    public Optional<Key> key(IssuerKeyId id) {
        return Optional.ofNullable(keys.get(id));
    }

    IssuerState evolve(IssuerEvent event) {
        var more = new HashMap<>(keys);
        switch (event) {
            case IssuerKeyAdded e -> more.put(e.key(), new Key(e, false, null));
            case IssuerEvent.IssuerKeyRetired e ->
                more.computeIfPresent(e.key(), (_, key) -> new Key(key.added(), true, key.compromised()));
            case IssuerEvent.IssuerKeyCompromised e ->
                more.computeIfPresent(e.key(), (_, key) -> new Key(key.added(), true, e.since()));
        }
        return new IssuerState(Map.copyOf(more));
    }
}
