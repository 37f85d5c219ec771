package org.maillage.ledger.journal;

final class InMemoryConcurrencyTest extends ConcurrencyContract {

    private final Journal journal = new InMemoryJournal();

    @Override
    protected Journal journal() {
        return journal;
    }
}
