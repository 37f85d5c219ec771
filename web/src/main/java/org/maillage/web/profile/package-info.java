/** What others read about somebody: portrait, offers and public page, each by a consent of its own, off by default. */
@NullMarked
package org.maillage.web.profile;

import org.jspecify.annotations.NullMarked;
