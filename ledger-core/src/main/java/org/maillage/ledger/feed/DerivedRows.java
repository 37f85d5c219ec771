package org.maillage.ledger.feed;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Rows that follow from the journal and are stored in one transaction with the position up to which they hold. A server
 * that dies may lose the last of them, position and all, and they are then made again; so nobody waits for the disk.
 */
public final class DerivedRows {

    private static final String READY = """
        select set_config('synchronous_commit', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true),
               set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
               set_config('enable_mergejoin', 'off', true)
        """;

    private DerivedRows() {}

    /**
     * Readies the transaction that has begun: its commit does not wait for the disk, though whoever reads sees it at once;
     * and questions are planned once, since each batch asks the same of a few rows, and a plan takes longer than these. By
     * indexes alone, as the plan may have been made while there were no rows.
     */
    public static void ready(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(READY)) {
            statement.execute();
        }
    }
}
