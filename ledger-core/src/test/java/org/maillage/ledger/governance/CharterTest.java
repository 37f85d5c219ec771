package org.maillage.ledger.governance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.Reason;
import org.maillage.ledger.event.GovernanceEvent.CharterPublished;
import org.maillage.ledger.governance.GovernanceCommand.PublishCharter;

/** Each version of the charter says something else than the one before (rule 11). */
class CharterTest {

    private final LedgerFixture given = new LedgerFixture();

    @AfterEach
    void close() {
        given.close();
    }

    private PublishCharter charter(int version, String text) {
        return new PublishCharter(given.network, given.claire.member(), version, text);
    }

    @Test
    void a_version_that_is_as_the_one_before_is_refused() {
        given.when(given.claire, charter(1, "On partage."));
        given.refused(given.claire, charter(2, " On partage.\n"), Reason.NOTHING_CHANGES);
    }

    @Test
    void a_version_may_come_back_to_an_earlier_one() {
        given.when(given.claire, charter(1, "On partage."));
        given.when(given.claire, charter(2, "On partage tout."));
        given.note();
        given.when(given.claire, charter(3, "On partage."));
        assertThat(given.news(CharterPublished.class))
                .singleElement()
                .extracting(CharterPublished::version)
                .isEqualTo(3);
    }
}
