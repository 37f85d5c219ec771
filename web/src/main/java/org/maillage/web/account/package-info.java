/** What somebody sets for themselves. */
@NullMarked
package org.maillage.web.account;

import org.jspecify.annotations.NullMarked;
