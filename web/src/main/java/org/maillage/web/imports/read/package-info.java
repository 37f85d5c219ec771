/**
 * Readers of sources: each is a stream of lines in bounded memory, and a line that cannot be read is refused alone. They
 * know nothing of the ledger but its words.
 */
@NullMarked
package org.maillage.web.imports.read;

import org.jspecify.annotations.NullMarked;
