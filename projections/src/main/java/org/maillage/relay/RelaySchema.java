package org.maillage.relay;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The table of how far copies are, in a schema of its own. */
final class RelaySchema {

    private RelaySchema() {}

    /** Brings the schema {@code relay} to this program's version; several processes may do so at once. */
    static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("relay")
                .locations("classpath:db/relay")
                .load()
                .migrate();
    }
}
