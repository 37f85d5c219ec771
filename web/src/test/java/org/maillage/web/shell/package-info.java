@NullMarked
package org.maillage.web.shell;

import org.jspecify.annotations.NullMarked;
