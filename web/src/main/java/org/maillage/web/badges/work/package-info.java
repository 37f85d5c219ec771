/** What coordinators do about badges: define them, award them by hand, look again at those whose rule broke. */
@NullMarked
package org.maillage.web.badges.work;

import org.jspecify.annotations.NullMarked;
