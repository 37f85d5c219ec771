/** What coordinators have to decide, and why an item deserves a closer look (rules 3 and 12). */
@NullMarked
package org.maillage.projection.queue;

import org.jspecify.annotations.NullMarked;
