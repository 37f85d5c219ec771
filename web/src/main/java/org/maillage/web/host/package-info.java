/** The Host API of Open Badges 3.0, by which wallets read a member's badges and bring others (section 6). */
@NullMarked
package org.maillage.web.host;

import org.jspecify.annotations.NullMarked;
