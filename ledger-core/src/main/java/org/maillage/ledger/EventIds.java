package org.maillage.ledger;

import org.axonframework.common.IdentifierFactory;
import org.maillage.ledger.value.Id;

/** Ids of messages, which are those of the events that they become: UUIDs version 7, so that indexes grow at one end. */
public final class EventIds extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        return Id.nextUuid().toString();
    }
}
