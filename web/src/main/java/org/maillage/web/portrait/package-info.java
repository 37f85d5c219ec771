/** Role portraits as drawings, sentences and tables (rules 13 and 14). */
@NullMarked
package org.maillage.web.portrait;

import org.jspecify.annotations.NullMarked;
