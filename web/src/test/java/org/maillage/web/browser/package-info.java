/** Journeys through the pages in a real browser. */
@NullMarked
package org.maillage.web.browser;

import org.jspecify.annotations.NullMarked;
