package org.maillage.ledger.journal;

final class InMemoryJournalTest extends JournalContract {

    private final Journal journal = new InMemoryJournal(clock);

    @Override
    protected Journal journal() {
        return journal;
    }
}
