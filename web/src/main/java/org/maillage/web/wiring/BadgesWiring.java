package org.maillage.web.wiring;

import java.time.Clock;
import javax.sql.DataSource;
import org.maillage.badge.Badges;
import org.maillage.badge.issue.Issuing;
import org.maillage.badge.proof.KeptKey;
import org.maillage.ledger.LedgerCore;
import org.maillage.ledger.feed.JournalFeed;
import org.maillage.ledger.vault.MasterKey;
import org.maillage.ledger.vault.SealedVault;
import org.maillage.ledger.vault.SecretWrapping;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Badges: they follow the same journal as the views, and ask the ledger for what is earned. */
@Configuration(proxyBeanMethods = false)
class BadgesWiring {

    // Closed by the order of Shutdown.
    @Bean(destroyMethod = "")
    Badges badges(
            DataSource dataSource,
            SealedVault vault,
            MasterKey masterKey,
            JournalFeed feed,
            LedgerCore ledger,
            Clock clock,
            PublicAddress address) {
        var site = new Issuing.Site(new SecretWrapping(masterKey, KeptKey.PURPOSE), address::root);
        return Badges.open(dataSource, vault, feed, ledger, clock, site);
    }
}
