/** What the tests of the running program share. */
@NullMarked
package org.maillage.web.testing;

import org.jspecify.annotations.NullMarked;
