/** Measurements: ratios against limits measured in the same run. */
@NullMarked
package org.maillage.bench;

import org.jspecify.annotations.NullMarked;
