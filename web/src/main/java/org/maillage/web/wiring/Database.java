package org.maillage.web.wiring;

import org.jspecify.annotations.Nullable;

/** Where the PostgreSQL is that everything is kept in. */
sealed interface Database extends AutoCloseable permits EmbeddedDatabase, ExternalDatabase {

    /** Its JDBC address; holds no password. */
    String url();

    /** Who connects; null where the address says so. */
    @Nullable
    String user();

    /** Their password; null where the address says so. */
    @Nullable
    String password();

    /** Refuses to go on where its settings could lose what was stored. */
    void check();

    /** Bytes of memory that its processes hold; 0 where that cannot be read, or another machine holds them. */
    long memory();

    @Override
    void close();
}
