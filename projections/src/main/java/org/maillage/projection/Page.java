package org.maillage.projection;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that is read by cursor.
 *
 * @param items in the list's order; empty past the end
 * @param next the cursor of the page after it, opaque; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Most items on a page, whatever is asked. */
    public static final int MOST = 500;

    public Page {
        items = List.copyOf(items);
    }

    /** The page of the first {@code limit} of these, which holds one more where there is a next page. */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> cursor) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        var items = oneMore.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    /** The same page of other things. */
    public <R> Page<R> map(Function<T, R> each) {
        return new Page<>(items.stream().map(each).toList(), next);
    }

    /** A limit within 1 to {@link #MOST}. */
    public static int bounded(int limit) {
        return Math.clamp(limit, 1, MOST);
    }
}
