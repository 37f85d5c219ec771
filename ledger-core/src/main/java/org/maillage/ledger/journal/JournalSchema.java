package org.maillage.ledger.journal;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the journal, in a schema of their own. */
public final class JournalSchema {

    private JournalSchema() {}

    /** Brings the schema {@code journal} to this program's version; several processes may do so at once. */
    public static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("journal")
                .locations("classpath:db/journal")
                .load()
                .migrate();
    }
}
