/** How the API reads and writes JSON: strictly, with bounds, and with a pointer to each field that is wrong. */
@NullMarked
package org.maillage.web.api.json;

import org.jspecify.annotations.NullMarked;
