/** Open Badges 2.0: hosted documents for the many platforms that read nothing newer. */
@NullMarked
package org.maillage.badge.openbadges2;

import org.jspecify.annotations.NullMarked;
