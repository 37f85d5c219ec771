/** What members ask coordinators about their badges. */
@NullMarked
package org.maillage.web.badges.asking;

import org.jspecify.annotations.NullMarked;
