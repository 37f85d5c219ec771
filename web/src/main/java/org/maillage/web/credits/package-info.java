/** One's mailles: both readings, the statement with each line's computation, and thank-yous. */
@NullMarked
package org.maillage.web.credits;

import org.jspecify.annotations.NullMarked;
