/** Public badges kept in memory, in each of their forms, for as long as nothing of what they show changes. */
@NullMarked
package org.maillage.web.badges.memory;

import org.jspecify.annotations.NullMarked;
