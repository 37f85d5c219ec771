/** Badges that members earned elsewhere and brought: verified when they arrive, kept apart, never counted. */
@NullMarked
package org.maillage.web.badges.elsewhere;

import org.jspecify.annotations.NullMarked;
