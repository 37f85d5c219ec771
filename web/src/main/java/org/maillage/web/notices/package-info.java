/** Letters that tell people what happened to their contributions and what waits for them. */
@NullMarked
package org.maillage.web.notices;

import org.jspecify.annotations.NullMarked;
