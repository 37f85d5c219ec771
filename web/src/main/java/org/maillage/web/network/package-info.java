/** What a network is, its tariff and its charter, as pages that anyone can read. */
@NullMarked
package org.maillage.web.network;

import org.jspecify.annotations.NullMarked;
