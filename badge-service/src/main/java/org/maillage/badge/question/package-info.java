/** What pages and reactions ask about badges, now or as of a day: awards, definitions, evidence, previews. */
@NullMarked
package org.maillage.badge.question;

import org.jspecify.annotations.NullMarked;
