package org.maillage.web.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The PostgreSQL, the connections to it, and the tables that the pages keep. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Installation.class)
class DatabaseWiring {

    /** The schema of what the pages keep. */
    static final String SCHEMA = "web";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    // Spring closes what depends on a bean before the bean: PostgreSQL stops last.
    @Bean(destroyMethod = "close")
    Database database(Installation installation) {
        installation.keepWhatItIs();
        var database = installation.external()
                ? ExternalDatabase.at(installation.databaseUrl().strip(), "MAILLAGE_DATABASE_URL")
                : EmbeddedDatabase.start(installation.folder());
        try {
            database.check();
        } catch (StartupFailure e) {
            database.close();
            throw e;
        }
        return database;
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database, Installation installation) {
        var pool = new HikariDataSource();
        pool.setPoolName("maillage");
        pool.setJdbcUrl(database.url());
        if (database.user() != null) {
            pool.setUsername(database.user());
            pool.setPassword(database.password());
        }
        pool.setMaximumPoolSize(installation.connections());
        pool.setMinimumIdle(4);
        pool.setConnectionTimeout(10_000);
        pool.addDataSourceProperty("ApplicationName", "maillage");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    /** Reads and writes the tables of the pages, once they are there. */
    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .locations("classpath:db/web")
                .table("migrations")
                // Each part numbers its own range, so that a later migration may have the lower number.
                .outOfOrder(true)
                .load()
                .migrate();
        return JdbcClient.create(dataSource);
    }
}
