package org.maillage.ledger;

import org.maillage.ledger.journal.InMemoryJournal;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.journal.Snapshots;

class InMemoryContentionTest extends ContentionContract {

    private final InMemoryJournal journal = new InMemoryJournal();

    @Override
    Journal open() {
        return journal;
    }

    @Override
    Snapshots snapshots() {
        return journal;
    }

    @Override
    int meetings() {
        return 1_000;
    }
}
