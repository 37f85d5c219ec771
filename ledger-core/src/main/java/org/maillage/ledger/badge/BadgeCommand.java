package org.maillage.ledger.badge;

import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.value.NetworkId;

/** What can be asked about badges. */
public sealed interface BadgeCommand extends LedgerCommand
        permits DefinitionCommand, AwardCommand, RecognitionCommand, IssuerCommand {

    /** The network whose badges they are. */
    NetworkId network();
}
