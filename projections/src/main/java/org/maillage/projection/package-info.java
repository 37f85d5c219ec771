/** The views: what the events say, in tables that can be rebuilt from them at any time. */
@NullMarked
package org.maillage.projection;

import org.jspecify.annotations.NullMarked;
