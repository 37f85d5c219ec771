package org.maillage.web.wiring;

import java.time.Clock;
import java.util.Arrays;
import org.maillage.ledger.feed.JournalFeed;
import org.maillage.ledger.journal.PostgresJournal;
import org.maillage.ledger.vault.SealedVault;
import org.maillage.projection.Projections;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The views: the one place where Spring and Micronaut meet. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewsWiring.Views.class)
class ViewsWiring {

    /**
     * Who keeps the views, and where.
     *
     * @param kept here, by this process from the journal, or elsewhere, by processes of their own from Kafka
     *     (MAILLAGE_VIEWS)
     * @param databaseUrl a database of their own (MAILLAGE_VIEWS_DATABASE_URL); empty for the one of everything
     */
    @ConfigurationProperties("maillage.views")
    record Views(String kept, String databaseUrl) {

        /** @throws StartupFailure where it is neither */
        Kept where() {
            return kept.isBlank()
                    ? Kept.HERE
                    : Arrays.stream(Kept.values())
                            .filter(each -> each.name().equalsIgnoreCase(kept.strip()))
                            .findFirst()
                            .orElseThrow(() -> new StartupFailure("MAILLAGE_VIEWS is not here or elsewhere: write"
                                    + " elsewhere where processes of their own keep the views, else leave it out."));
        }
    }

    /** By whom views are kept. */
    enum Kept {
        HERE,
        ELSEWHERE
    }

    @Bean
    JournalFeed feed(PostgresJournal journal) {
        return new JournalFeed(journal);
    }

    // Closed by the order of Shutdown.
    @Bean(destroyMethod = "")
    Projections projections(ViewsDatabase database, SealedVault vault, JournalFeed feed, Clock clock, Views views) {
        try {
            return switch (views.where()) {
                case HERE -> Projections.open(database.dataSource(), vault, feed, clock);
                case ELSEWHERE -> Projections.reading(database.dataSource(), vault, feed, clock);
            };
        } catch (IllegalStateException e) {
            throw new StartupFailure(String.valueOf(e.getMessage()), e);
        }
    }
}
