/** The ledger: values, events, aggregates and the journal that keeps them. */
@NullMarked
package org.maillage.ledger;

import org.jspecify.annotations.NullMarked;
