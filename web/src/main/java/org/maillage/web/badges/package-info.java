/** Badges as people see them: one's own, the public ones, and whether one holds. */
@NullMarked
package org.maillage.web.badges;

import org.jspecify.annotations.NullMarked;
