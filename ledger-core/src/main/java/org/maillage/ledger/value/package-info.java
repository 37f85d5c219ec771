/** The words of the ledger as values that validate themselves; they know nothing of events, journals or screens. */
@NullMarked
package org.maillage.ledger.value;

import org.jspecify.annotations.NullMarked;
