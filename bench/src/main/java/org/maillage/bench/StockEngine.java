package org.maillage.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.maillage.ledger.event.LedgerEvent;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Axon's own engine over PostgreSQL with its own schema, as a Spring program wires it: a transaction for each command. Its
 * commands decide nothing and only append one event to a new stream, which is less than ours do.
 */
final class StockEngine implements AutoCloseable {

    private final HikariDataSource database;
    private final JdbcEventStorageEngine engine;
    private final EmbeddedEventStore events;
    private final SimpleCommandBus commands;

    /** What each command is told: the event that it appends. */
    private record Append(LedgerEvent event) {}

    StockEngine(HikariDataSource database) {
        this.database = database;
        var transactions = transactions(new DataSourceTransactionManager(database));
        var serializer = new EventSerializer();
        engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new TransactionAwareDataSourceProxy(database)::getConnection)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        events = EmbeddedEventStore.builder().storageEngine(engine).build();
        commands = SimpleCommandBus.builder().transactionManager(transactions).build();
        commands.subscribe(Append.class.getName(), message -> {
            var append = (Append) message.getPayload();
            events.publish(new GenericDomainEventMessage<>(
                    "contribution", UUID.randomUUID().toString(), 0, append.event()));
            return null;
        });
    }

    JdbcEventStorageEngine engine() {
        return engine;
    }

    private static TransactionManager transactions(DataSourceTransactionManager spring) {
        return () -> {
            var status = spring.getTransaction(new DefaultTransactionDefinition());
            return new Transaction() {
                @Override
                public void commit() {
                    spring.commit(status);
                }

                @Override
                public void rollback() {
                    spring.rollback(status);
                }
            };
        };
    }

    /** One command; returns once its event is durable. */
    void append(LedgerEvent event) {
        var failure = new AtomicReference<Throwable>();
        commands.dispatch(new GenericCommandMessage<>(new Append(event)), (_, result) -> {
            if (result.isExceptional()) {
                failure.set(result.exceptionResult());
            }
        });
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
    }

    @Override
    public void close() {
        events.shutDown();
        database.close();
    }
}
