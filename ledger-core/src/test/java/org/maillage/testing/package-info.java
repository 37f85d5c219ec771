/** What the tests of every module share. */
@NullMarked
package org.maillage.testing;

import org.jspecify.annotations.NullMarked;
