package org.maillage.projection;

import java.sql.Connection;
import java.sql.SQLException;
import org.maillage.ledger.event.UnknownEvent;
import org.maillage.ledger.event.UnreadableEvent;
import org.maillage.ledger.feed.EventFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the live views were made from the journal that is there now. Where that was restored from a backup and they were
 * not, they hold events that it does not, and would take later ones for seen.
 */
final class SameJournal {

    private static final Logger LOG = LoggerFactory.getLogger(SameJournal.class);

    private SameJournal() {}

    /**
     * Compares the last event that the views applied: of another history, that one and all after it are others.
     *
     * @throws IllegalStateException with what to do, for whoever starts the program
     */
    static void require(Connection connection, EventFeed journal) throws SQLException {
        var last = Positions.last(connection, Schema.LIVE);
        if (last.event() != null && !holds(journal, last)) {
            throw new IllegalStateException("The views hold an event " + last.position()
                    + " that is not in the journal, which ends at " + journal.position()
                    + ": its database was restored from an older backup, or it is another installation's."
                    + " In the database of the views, run: drop schema views cascade. Then start again:"
                    + " they are made anew from the journal.");
        }
    }

    private static boolean holds(EventFeed journal, Positions.Last last) {
        try {
            var there = journal.after(last.position() - 1, 1);
            return !there.isEmpty() && there.getFirst().eventId().equals(last.event());
        } catch (UnknownEvent | UnreadableEvent e) {
            LOG.debug("a newer program has applied it: this one stops where it cannot read on", e);
            return true;
        }
    }
}
