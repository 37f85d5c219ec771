/** What was awarded, signed: a network's keys, the credentials that its badges are, and the documents around them. */
@NullMarked
package org.maillage.badge.issue;

import org.jspecify.annotations.NullMarked;
