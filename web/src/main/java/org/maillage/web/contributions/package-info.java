/** Claims: making one, following it, and answering for one's share. */
@NullMarked
package org.maillage.web.contributions;

import org.jspecify.annotations.NullMarked;
