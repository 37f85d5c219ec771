package org.maillage.ledger;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.maillage.ledger.journal.InMemoryJournal;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.journal.QueueingJournal;
import org.maillage.ledger.journal.Snapshots;

class InMemoryRandomBulksTest extends RandomBulksContract {

    private final InMemoryJournal journal = new InMemoryJournal(clock);
    private final QueueingJournal one = new QueueingJournal(journal);
    private final QueueingJournal other = new QueueingJournal(journal);

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Override
    List<Journal> processes() {
        return List.of(one, other);
    }

    @Override
    Snapshots snapshots() {
        return journal;
    }

    @Override
    int histories() {
        return 150;
    }
}
