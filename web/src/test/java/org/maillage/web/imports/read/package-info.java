@NullMarked
package org.maillage.web.imports.read;

import org.jspecify.annotations.NullMarked;
