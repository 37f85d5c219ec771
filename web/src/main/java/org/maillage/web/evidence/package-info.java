/** Files of evidence: kept until a claim names them, purged where none does, and served apart from the pages. */
@NullMarked
package org.maillage.web.evidence;

import org.jspecify.annotations.NullMarked;
