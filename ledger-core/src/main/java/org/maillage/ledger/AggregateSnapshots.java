package org.maillage.ledger;

import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.maillage.ledger.credit.Account;
import org.maillage.ledger.journal.Snapshots;
import org.maillage.ledger.value.StreamId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Snapshots of the only aggregates whose streams grow without end: accounts. */
final class AggregateSnapshots {

    private static final String TYPE = "account.1";
    private static final JsonMapper JSON = new JsonMapper();

    private final Snapshots snapshots;

    AggregateSnapshots(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    void store(DomainEventMessage<?> message) {
        if (message.getPayload() instanceof Account account) {
            snapshots.save(new Snapshots.Snapshot(
                    new StreamId(message.getAggregateIdentifier()),
                    message.getSequenceNumber(),
                    TYPE,
                    JSON.writeValueAsString(account.memento())));
        }
    }

    Optional<DomainEventMessage<?>> read(StreamId stream) {
        return stream.type().startsWith("account-")
                ? snapshots.load(stream, TYPE).flatMap(this::restored)
                : Optional.empty();
    }

    /** A snapshot that cannot be read is as good as none: the events say the same. */
    private Optional<DomainEventMessage<?>> restored(Snapshots.Snapshot snapshot) {
        try {
            var account = Account.of(JSON.readValue(snapshot.json(), Account.Memento.class));
            return Optional.of(new GenericDomainEventMessage<>(
                    snapshot.stream().type(), snapshot.stream().value(), snapshot.version(), account));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
