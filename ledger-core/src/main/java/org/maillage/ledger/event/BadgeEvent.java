package org.maillage.ledger.event;

import org.maillage.ledger.value.NetworkId;

/** Badges: what a network defines, what members earn, what others endorse, and the keys that sign it. */
public sealed interface BadgeEvent extends LedgerEvent
        permits DefinitionEvent, AwardEvent, RecognitionEvent, IssuerEvent {

    @Override
    NetworkId network();
}
