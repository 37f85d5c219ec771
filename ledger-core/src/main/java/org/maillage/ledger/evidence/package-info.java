/** Files that prove a contribution: recognised by their bytes, cleaned of places and other metadata, kept sealed. */
@NullMarked
package org.maillage.ledger.evidence;

import org.jspecify.annotations.NullMarked;
