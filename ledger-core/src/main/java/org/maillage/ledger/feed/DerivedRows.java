package org.maillage.ledger.feed;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Rows that follow from the journal and are stored in one transaction with the position up to which they hold. A server
 * that dies may lose the last of them, position and all, and they are then made again; so nobody waits for the disk.
 */
public final class DerivedRows {

    private DerivedRows() {}

    /** Lets the transaction that has begun be committed without waiting for the disk; whoever reads sees it at once. */
    public static void commitWithoutWaiting(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit = off");
        }
    }
}
