/** The first page of somebody who is signed in. */
@NullMarked
package org.maillage.web.home;

import org.jspecify.annotations.NullMarked;
