package org.maillage.relay;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.maillage.ledger.journal.ReadOnlyJournal;
import org.postgresql.ds.PGSimpleDataSource;

/** A program that does nothing but relay, until it is killed. */
final class RelayProcess {

    private RelayProcess() {}

    /** Relays; its words are address and user of the database, brokers, topic, partitions. */
    static void main(String... args) throws InterruptedException {
        var database = new PGSimpleDataSource();
        database.setUrl(args[0]);
        database.setUser(args[1]);
        var settings = new KafkaSettings(args[2], args[3], Integer.parseInt(args[4]), 0, java.util.Map.of());
        Relay.start(database, new ReadOnlyJournal(database), settings, Duration.ofSeconds(1));
        new CountDownLatch(1).await();
    }
}
