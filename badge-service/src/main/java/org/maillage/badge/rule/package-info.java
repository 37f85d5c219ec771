/** Whether a member has earned a badge, and by what, or what is missing: computed from evidence alone. */
@NullMarked
package org.maillage.badge.rule;

import org.jspecify.annotations.NullMarked;
