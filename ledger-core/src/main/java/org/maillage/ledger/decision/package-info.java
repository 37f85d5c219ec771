/**
 * What a command handler knows when it decides: the states of other streams, kept for reading, and the read set that the
 * journal checks when it stores what was decided (architecture, decision 2).
 */
@NullMarked
package org.maillage.ledger.decision;

import org.jspecify.annotations.NullMarked;
