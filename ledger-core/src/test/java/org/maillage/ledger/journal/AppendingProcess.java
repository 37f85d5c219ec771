package org.maillage.ledger.journal;

import java.time.Clock;
import java.util.concurrent.Executors;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.postgresql.ds.PGSimpleDataSource;

/** A program that appends to a database as a second process, and says what was acknowledged. */
final class AppendingProcess {

    private static final int WRITERS = 8;

    private AppendingProcess() {}

    /** Arguments: URL, user, network, appends of each writer. Prints a line for each acknowledged append. */
    @SuppressWarnings("SystemOut") // its output is what the test reads
    public static void main(String[] arguments) {
        var database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser(arguments[1]);
        var network = NetworkId.of(arguments[2]);
        int each = Integer.parseInt(arguments[3]);
        try (var journal = new PostgresJournal(database, Clock.systemUTC());
                var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.execute(() -> write(journal, network, each));
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private static void write(Journal journal, NetworkId network, int each) {
        var person = PersonId.next();
        for (int version = 0; version < each; version++) {
            var append = Appending.append(
                    Appending.entry(version, Appending.registered(person)),
                    Appending.entry(Journal.UNGUARDED, Appending.receipt(network)));
            var stored = journal.append(append);
            System.out.println(append.origin().commandId() + " " + stored.lastPosition());
        }
    }
}
