/** What the API answers when it does not do what was asked (RFC 9457). */
@NullMarked
package org.maillage.web.api.problem;

import org.jspecify.annotations.NullMarked;
