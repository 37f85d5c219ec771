package org.maillage.web.wiring;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the views are: beside everything else, unless another database is named for them. */
@Component
final class ViewsDatabase implements AutoCloseable {

    private final DataSource shared;
    private final @Nullable HikariDataSource own;

    ViewsDatabase(DataSource shared, ViewsWiring.Views views, Installation installation) {
        this.shared = shared;
        this.own = views.databaseUrl().isBlank() ? null : pool(views.databaseUrl(), installation.connections());
    }

    private static HikariDataSource pool(String url, int connections) {
        var database = ExternalDatabase.at(url.strip());
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
        return own == null ? shared : own;
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
