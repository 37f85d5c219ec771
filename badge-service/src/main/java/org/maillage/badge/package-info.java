/** Badges: rules over validated contributions, awards and the credentials that prove them. */
@NullMarked
package org.maillage.badge;

import org.jspecify.annotations.NullMarked;
