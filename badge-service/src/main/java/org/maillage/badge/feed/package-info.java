/** Follows the journal into the tables of the schema {@code badge}, from which everything about badges is read. */
@NullMarked
package org.maillage.badge.feed;

import org.jspecify.annotations.NullMarked;
