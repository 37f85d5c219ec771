/** What badges a network defines, whom they are awarded to, who endorses them, and by which keys they are signed. */
@NullMarked
package org.maillage.ledger.badge;

import org.jspecify.annotations.NullMarked;
