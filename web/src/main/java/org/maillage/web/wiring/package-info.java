/** Puts the modules together: database, journal, ledger, views, and their order of start and stop. */
@NullMarked
package org.maillage.web.wiring;

import org.jspecify.annotations.NullMarked;
