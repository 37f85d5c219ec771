/** What happened, for ever: sealed interfaces of records, the contract that journal, feeds, exports and views share. */
@NullMarked
package org.maillage.ledger.event;

import org.jspecify.annotations.NullMarked;
