package org.maillage.ledger.journal;

import java.util.List;

/** A journal to which somebody else always appends first. */
public final class BusyJournal extends JournalAround {

    private int refused;

    public BusyJournal(Journal journal) {
        super(journal);
    }

    /** How many appends it has refused. */
    public int refused() {
        return refused;
    }

    @Override
    public Stored append(Append append) {
        refused++;
        throw new Conflict(List.copyOf(append.readSet().keySet()));
    }
}
