package org.maillage.ledger.vault;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the vault, in a schema of their own. */
public final class VaultSchema {

    private VaultSchema() {}

    /** Brings the schema {@code vault} to the version of this program; changes nothing where it is there already. */
    public static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("vault")
                .locations("classpath:db/vault")
                .load()
                .migrate();
    }
}
