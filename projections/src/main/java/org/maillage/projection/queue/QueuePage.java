package org.maillage.projection.queue;

import java.util.Map;
import org.maillage.projection.Page;

/**
 * A page of a tab, and how the queue stands for the same filter.
 *
 * @param waiting open items by tab; every tab but {@code DONE} is there
 */
public record QueuePage(Map<Tab, Long> waiting, Page<QueueItem> items) {

    public QueuePage {
        waiting = Map.copyOf(waiting);
    }
}
