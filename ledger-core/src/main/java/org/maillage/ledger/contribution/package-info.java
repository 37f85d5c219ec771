/** Claims and their shares (rules 1 to 5 and 12). */
@NullMarked
package org.maillage.ledger.contribution;

import org.jspecify.annotations.NullMarked;
