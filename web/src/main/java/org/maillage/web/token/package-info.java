/** Personal tokens, with which programs use the API in somebody's name. */
@NullMarked
package org.maillage.web.token;

import org.jspecify.annotations.NullMarked;
