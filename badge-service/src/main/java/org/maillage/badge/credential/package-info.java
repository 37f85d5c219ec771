/** Open Badges 3.0: what a badge, an endorsement and an issuer say, as JSON-LD and straight as the graph that is signed. */
@NullMarked
package org.maillage.badge.credential;

import org.jspecify.annotations.NullMarked;
