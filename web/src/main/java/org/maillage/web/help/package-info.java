/** Pages that help anybody: how the network is used, how one enters it, and how accessible it is. */
@NullMarked
package org.maillage.web.help;

import org.jspecify.annotations.NullMarked;
