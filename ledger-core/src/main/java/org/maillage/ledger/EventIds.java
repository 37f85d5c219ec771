package org.maillage.ledger;

import com.github.f4b6a3.uuid.UuidCreator;
import org.axonframework.common.IdentifierFactory;

/** Ids of messages, which are those of the events that they become: UUIDs version 7, so that indexes grow at one end. */
public final class EventIds extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        return UuidCreator.getTimeOrderedEpochFast().toString();
    }
}
