/** Badges for programs: credentials in every form, and all that is needed to verify them, for anybody and anywhere. */
@NullMarked
package org.maillage.web.badges.documents;

import org.jspecify.annotations.NullMarked;
