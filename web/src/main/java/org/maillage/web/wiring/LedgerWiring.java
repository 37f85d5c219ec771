package org.maillage.web.wiring;

import java.time.Clock;
import javax.sql.DataSource;
import org.maillage.ledger.LedgerCore;
import org.maillage.ledger.evidence.EvidenceFiles;
import org.maillage.ledger.journal.JournalBrowser;
import org.maillage.ledger.journal.JournalSchema;
import org.maillage.ledger.journal.PostgresJournal;
import org.maillage.ledger.journal.PostgresSnapshots;
import org.maillage.ledger.vault.MasterKey;
import org.maillage.ledger.vault.PostgresMemberKeys;
import org.maillage.ledger.vault.SealedVault;
import org.maillage.ledger.vault.VaultSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The journal, the vault, and the ledger over both. */
@Configuration(proxyBeanMethods = false)
class LedgerWiring {

    @Bean
    SealedVault vault(DataSource dataSource, MasterKey masterKey) {
        VaultSchema.migrate(dataSource);
        var vault = new SealedVault(new PostgresMemberKeys(dataSource), masterKey);
        vault.checkMasterKey();
        return vault;
    }

    @Bean
    EvidenceFiles evidenceFiles(SealedVault vault, DataSource dataSource) {
        return new EvidenceFiles(vault, dataSource);
    }

    @Bean
    MasterKey masterKey(Installation installation) {
        try {
            return installation.masterKey().isBlank()
                    ? MasterKey.fromFileOrCreate(installation.folder().resolve("master.key"))
                    : MasterKey.fromBase64(installation.masterKey());
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new StartupFailure("MAILLAGE_MASTER_KEY or its file cannot be used: " + e.getMessage() + ".", e);
        }
    }

    // Closed by the order of Shutdown, which knows what must drain before what.
    @Bean(destroyMethod = "")
    PostgresJournal journal(DataSource dataSource, Clock clock) {
        JournalSchema.migrate(dataSource);
        return new PostgresJournal(dataSource, clock);
    }

    @Bean
    JournalBrowser journalBrowser(DataSource dataSource) {
        return new JournalBrowser(dataSource);
    }

    @Bean(destroyMethod = "")
    LedgerCore ledger(PostgresJournal journal, DataSource dataSource, SealedVault vault) {
        return LedgerCore.start(journal, new PostgresSnapshots(dataSource), vault);
    }
}
