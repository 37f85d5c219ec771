/** Practices that members describe of themselves, and that peers and organisations endorse until they are a badge. */
@NullMarked
package org.maillage.web.badges.practice;

import org.jspecify.annotations.NullMarked;
