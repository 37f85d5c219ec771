package org.maillage.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.LedgerCore;
import org.maillage.ledger.PlainVault;
import org.maillage.ledger.journal.InMemoryJournal;

class DemonstrationNetworkTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);

    @Test
    void everything_is_accepted() {
        var journal = new InMemoryJournal();
        try (var ledger = LedgerCore.start(journal, journal, new PlainVault())) {
            var made = DemonstrationNetwork.make(ledger, TODAY, new Scale(10), Progress.silent());

            assertThat(made.refused()).isEmpty();
            assertThat(made.events()).isEqualTo(journal.position()).isGreaterThan(1_000);
        }
    }
}
