/** Early questions about a claim that is being made (rule 12). */
@NullMarked
package org.maillage.projection.guard;

import org.jspecify.annotations.NullMarked;
