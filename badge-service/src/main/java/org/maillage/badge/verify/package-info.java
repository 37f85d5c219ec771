/** Whether a badge holds: a list of checks, each with its outcome and reason. Nothing here opens a socket. */
@NullMarked
package org.maillage.badge.verify;

import org.jspecify.annotations.NullMarked;
