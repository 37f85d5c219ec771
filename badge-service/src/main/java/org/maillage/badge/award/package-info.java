/** Awards badges when they are earned, puts them up for review when they are not any more, and renews them. */
@NullMarked
package org.maillage.badge.award;

import org.jspecify.annotations.NullMarked;
