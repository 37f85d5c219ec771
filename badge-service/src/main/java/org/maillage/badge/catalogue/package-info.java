/** The badges that every network is given when it is created. */
@NullMarked
package org.maillage.badge.catalogue;

import org.jspecify.annotations.NullMarked;
