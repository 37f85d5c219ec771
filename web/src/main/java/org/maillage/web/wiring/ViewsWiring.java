package org.maillage.web.wiring;

import java.time.Clock;
import javax.sql.DataSource;
import org.maillage.ledger.feed.JournalFeed;
import org.maillage.ledger.journal.PostgresJournal;
import org.maillage.ledger.vault.SealedVault;
import org.maillage.projection.Projections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The views: the one place where Spring and Micronaut meet. */
@Configuration(proxyBeanMethods = false)
class ViewsWiring {

    @Bean
    JournalFeed feed(PostgresJournal journal) {
        return new JournalFeed(journal);
    }

    // Closed by the order of Shutdown.
    @Bean(destroyMethod = "")
    Projections projections(DataSource dataSource, SealedVault vault, JournalFeed feed, Clock clock) {
        return Projections.open(dataSource, vault, feed, clock);
    }
}
