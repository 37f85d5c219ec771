package org.maillage.badge.feed;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of badges, in a schema of their own. */
public final class BadgeSchema {

    private BadgeSchema() {}

    /** Brings the schema {@code badge} to this program's version; several processes may do so at once. */
    public static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("badge")
                .locations("classpath:db/badge")
                .load()
                .migrate();
    }
}
