package org.maillage.web.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where the views are: beside everything else, unless another database is named for them. */
@Component
final class ViewsDatabase implements AutoCloseable {

    private static final String SETTING = "MAILLAGE_VIEWS_DATABASE_URL";

    private final DataSource shared;
    private final @Nullable HikariDataSource own;

    ViewsDatabase(DataSource shared, ViewsWiring.Views views, Installation installation) {
        this.shared = shared;
        this.own = views.databaseUrl().isBlank() ? null : pool(views.databaseUrl(), installation.connections());
    }

    /** The database of an address, once it has answered. @throws StartupFailure where it does not */
    static ExternalDatabase reached(String address) {
        var database = ExternalDatabase.at(address.strip(), SETTING);
        try (var connection = DatabaseSettings.connect(database)) {
            LoggerFactory.getLogger(ViewsDatabase.class).debug("views in {}", connection);
            return database;
        } catch (SQLException e) {
            throw new StartupFailure(
                    SETTING + " names a PostgreSQL that does not answer: " + e.getMessage()
                            + " Start it, or correct the address.",
                    e);
        }
    }

    private static HikariDataSource pool(String url, int connections) {
        var database = reached(url);
        var pool = new HikariDataSource();
        pool.setPoolName("maillage-views");
        pool.setJdbcUrl(database.url());
        if (database.user() != null) {
            pool.setUsername(database.user());
            pool.setPassword(database.password());
        }
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(10_000);
        pool.addDataSourceProperty("ApplicationName", "maillage-views");
        return pool;
    }

    DataSource dataSource() {
        return own == null ? shared : new KnownAway(own);
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
