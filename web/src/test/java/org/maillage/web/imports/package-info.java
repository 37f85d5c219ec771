@NullMarked
package org.maillage.web.imports;

import org.jspecify.annotations.NullMarked;
