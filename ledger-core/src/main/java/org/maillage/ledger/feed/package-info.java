/** Events as readers receive them, in the journal's order. */
@NullMarked
package org.maillage.ledger.feed;

import org.jspecify.annotations.NullMarked;
