/** What administrators of the installation do. */
@NullMarked
package org.maillage.web.administration;

import org.jspecify.annotations.NullMarked;
