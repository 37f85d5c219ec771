/** Tariff and charter versions (rules 4, 5 and 11). */
@NullMarked
package org.maillage.ledger.governance;

import org.jspecify.annotations.NullMarked;
