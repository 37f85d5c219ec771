/** How people sign in: by a link that works once, or with one press in the demonstration. */
@NullMarked
package org.maillage.web.signin;

import org.jspecify.annotations.NullMarked;
