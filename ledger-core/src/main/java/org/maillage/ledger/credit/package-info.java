/** Accounts, issues and gifts (rules 4 to 10). */
@NullMarked
package org.maillage.ledger.credit;

import org.jspecify.annotations.NullMarked;
