/** The guide: every component of the pages in every state, made from the fragments that the pages use. */
@NullMarked
package org.maillage.web.guide;

import org.jspecify.annotations.NullMarked;
