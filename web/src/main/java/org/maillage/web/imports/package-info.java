/** Import of real contributions: a source is read line by line, and what it tells goes through the ledger's commands. */
@NullMarked
package org.maillage.web.imports;

import org.jspecify.annotations.NullMarked;
