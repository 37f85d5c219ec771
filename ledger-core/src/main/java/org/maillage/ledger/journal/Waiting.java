package org.maillage.ledger.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.journal.Journal.Answered;
import org.maillage.ledger.journal.Journal.Append;
import org.maillage.ledger.journal.Journal.Entry;
import org.maillage.ledger.journal.Journal.Stored;
import org.maillage.ledger.value.NetworkId;

/** An append on its way to the committer, encoded by whoever asks, so that the one committer does not have to. */
final class Waiting {

    /** One event as it will be stored, but for its position, time and, if unguarded, its version. */
    record Row(
            String stream,
            long version,
            UUID eventId,
            String name,
            @Nullable UUID network,
            Bytes payload) {}

    /** Bytes that nobody changes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Bytes(byte[] array) {}

    /** What makes a command one. */
    record Key(String scope, String key) {}

    final Append append;
    final List<Row> rows;
    final String actor;
    final @Nullable Key key;
    final CompletableFuture<Stored> stored = new CompletableFuture<>();

    Waiting(Append append) {
        this.append = append;
        var origin = append.origin();
        this.actor = origin.actor().toString();
        this.key = append.requestHash() == null ? null : new Key(origin.scope(), origin.key());
        var encoded = new ArrayList<Row>(append.entries().size());
        for (var entry : append.entries()) {
            encoded.add(row(entry));
        }
        this.rows = encoded;
    }

    private static Row row(Entry entry) {
        var event = entry.event();
        NetworkId network = event.network();
        return new Row(
                event.stream().value(),
                entry.version(),
                entry.eventId(),
                EventJson.nameOf(event),
                network == null ? null : network.value(),
                new Bytes(EventJson.write(event)));
    }

    /** What its key will be answered, if it has one that is remembered. */
    @Nullable
    Answered answer(Stored at) {
        var hash = append.requestHash();
        return hash == null || append.refused()
                ? null
                : new Answered(append.origin().commandId(), hash, at);
    }

    /** How much room it takes in the queue. */
    int weight() {
        return Math.max(1, rows.size());
    }
}
