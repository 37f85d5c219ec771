/** What coordinators do: deciding claims, and who takes part. */
@NullMarked
package org.maillage.web.coordination;

import org.jspecify.annotations.NullMarked;
