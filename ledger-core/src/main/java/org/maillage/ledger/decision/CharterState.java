package org.maillage.ledger.decision;

import org.maillage.ledger.event.GovernanceEvent;
import org.maillage.ledger.event.GovernanceEvent.CharterPublished;

/**
 * The charter of a network.
 *
 * @param newest number of the newest version; 0 where there is none
 * @param text of the newest version; empty where there is none
 */
public record CharterState(int newest, String text) {

    static final CharterState NONE = new CharterState(0, "");

    CharterState evolve(GovernanceEvent event) {
        return switch (event) {
            case CharterPublished published -> new CharterState(published.version(), published.text());
            case GovernanceEvent.TariffAdopted _ -> this;
        };
    }
}
