/** Accounts: balances and statements as events state them (rules 6 to 10). */
@NullMarked
package org.maillage.projection.account;

import org.jspecify.annotations.NullMarked;
