/** The ledger: what a program sends to it, what it refuses, what it answers. */
@NullMarked
package org.maillage.ledger;

import org.jspecify.annotations.NullMarked;
