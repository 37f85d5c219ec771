/** The event store: appends in groups to PostgreSQL, gapless and in commit order. */
@NullMarked
package org.maillage.ledger.journal;

import org.jspecify.annotations.NullMarked;
