/** What every page has around it: language, theme, who is signed in, and how refusals are said. */
@NullMarked
package org.maillage.web.frame;

import org.jspecify.annotations.NullMarked;
