/** Members, and whose memberships they are (rule 16). */
@NullMarked
package org.maillage.projection.member;

import org.jspecify.annotations.NullMarked;
