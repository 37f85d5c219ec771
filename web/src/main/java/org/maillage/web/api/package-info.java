/** The API under /api/v1: JSON, nouns, the same commands and views as the pages. */
@NullMarked
package org.maillage.web.api;

import org.jspecify.annotations.NullMarked;
