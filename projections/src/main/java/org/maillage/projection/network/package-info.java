/** Networks with their kinds, organisations, tariffs and charters (rules 11 and 16). */
@NullMarked
package org.maillage.projection.network;

import org.jspecify.annotations.NullMarked;
