/** Claims with their shares, evidence and thread (rules 1 to 3). */
@NullMarked
package org.maillage.projection.contribution;

import org.jspecify.annotations.NullMarked;
