package org.maillage.ledger;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.decision.Decision;

/**
 * One try at deciding a command: what it read and wrote, and how it failed if it did.
 *
 * @param failure a refusal, or what kept it from being decided; null where it was accepted
 */
record Attempt(Decision decision, @Nullable RuntimeException failure) {}
