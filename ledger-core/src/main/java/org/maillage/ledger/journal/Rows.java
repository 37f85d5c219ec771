package org.maillage.ledger.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.journal.Journal.Answered;

/** What a batch inserts, column by column, as UNNEST takes it. */
final class Rows {

    final List<String> streams = new ArrayList<>();
    final List<Long> versions = new ArrayList<>();
    final List<UUID> eventIds = new ArrayList<>();
    final List<String> names = new ArrayList<>();
    final List<@Nullable UUID> networks = new ArrayList<>();
    final List<String> actors = new ArrayList<>();
    final List<@Nullable UUID> causes = new ArrayList<>();
    final List<UUID> commands = new ArrayList<>();
    final List<byte[]> payloads = new ArrayList<>();

    final List<String> scopes = new ArrayList<>();
    final List<String> keys = new ArrayList<>();
    final List<UUID> answeredBy = new ArrayList<>();
    final List<String> hashes = new ArrayList<>();
    final List<Long> lastPositions = new ArrayList<>();
    final List<Integer> counts = new ArrayList<>();

    void add(Waiting waiting, Waiting.Row row, long version) {
        streams.add(row.stream());
        versions.add(version);
        eventIds.add(row.eventId());
        names.add(row.name());
        networks.add(row.network());
        actors.add(waiting.actor);
        causes.add(waiting.append.origin().cause());
        commands.add(waiting.append.origin().commandId());
        payloads.add(row.payload().array());
    }

    void add(Waiting.Key key, Answered answer) {
        scopes.add(key.scope());
        keys.add(key.key());
        answeredBy.add(answer.commandId());
        hashes.add(answer.requestHash());
        lastPositions.add(answer.stored().lastPosition());
        counts.add(answer.stored().events());
    }

    int events() {
        return streams.size();
    }

    boolean isEmpty() {
        return streams.isEmpty() && keys.isEmpty();
    }
}
