/** Who is asking, how they proved it, and what they may do. */
@NullMarked
package org.maillage.web.security;

import org.jspecify.annotations.NullMarked;
