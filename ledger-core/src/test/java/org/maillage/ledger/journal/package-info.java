/** The journal's rules, held against both of its implementations. */
@NullMarked
package org.maillage.ledger.journal;

import org.jspecify.annotations.NullMarked;
