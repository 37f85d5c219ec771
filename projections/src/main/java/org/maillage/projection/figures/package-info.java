/** A network's figures; nothing in them is by name (rule 14). */
@NullMarked
package org.maillage.projection.figures;

import org.jspecify.annotations.NullMarked;
