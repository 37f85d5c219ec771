package org.maillage.web.wiring;

import org.maillage.badge.Badges;
import org.maillage.ledger.LedgerCore;
import org.maillage.ledger.journal.PostgresJournal;
import org.maillage.projection.Projections;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Stops in an order that loses nothing: the web server has finished its requests before this, badges ask for no more, the
 * ledger takes no more, the journal stores what it has taken, its copy and the views stop where they are. Connections and PostgreSQL end
 * after this.
 */
@Component
class Shutdown implements SmartLifecycle {

    private final LedgerCore ledger;
    private final PostgresJournal journal;
    private final Projections projections;
    private final Badges badges;
    private final Copying copying;
    private volatile boolean running;

    Shutdown(LedgerCore ledger, PostgresJournal journal, Projections projections, Badges badges, Copying copying) {
        this.ledger = ledger;
        this.journal = journal;
        this.projections = projections;
        this.badges = badges;
        this.copying = copying;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        badges.close();
        ledger.close();
        journal.close();
        copying.close();
        projections.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    // Higher phases stop first: the web server's are near the highest number.
    @Override
    public int getPhase() {
        return 0;
    }
}
