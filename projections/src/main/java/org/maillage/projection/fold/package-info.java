/** How views are folded: rows held in memory for a batch of events, then written once. */
@NullMarked
package org.maillage.projection.fold;

import org.jspecify.annotations.NullMarked;
