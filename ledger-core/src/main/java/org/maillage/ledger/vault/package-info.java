/** Personal text, sealed by a key of each membership (privacy). */
@NullMarked
package org.maillage.ledger.vault;

import org.jspecify.annotations.NullMarked;
