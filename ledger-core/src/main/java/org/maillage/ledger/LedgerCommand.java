package org.maillage.ledger;

/**
 * Something that is asked of the ledger. Each context seals its own commands. Ids are made by whoever asks, so that a
 * retry is idempotent; texts are in the clear and are sealed by the handler.
 */
public interface LedgerCommand {}
