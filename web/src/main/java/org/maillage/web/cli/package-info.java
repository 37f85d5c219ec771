/** The command line: what an administrator does without a browser. */
@NullMarked
package org.maillage.web.cli;

import org.jspecify.annotations.NullMarked;
