/** Role portraits: contribution-days by role, as shares of one's own whole (rule 13). */
@NullMarked
package org.maillage.projection.portrait;

import org.jspecify.annotations.NullMarked;
