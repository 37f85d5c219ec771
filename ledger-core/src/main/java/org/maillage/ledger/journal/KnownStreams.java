package org.maillage.ledger.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest event of streams that one connection has met, so that they need not be looked for at each batch. True as of
 * a position: what stands after it is read under the lock and followed before any of this is used, whoever stored it, so
 * that nothing here rests on what became of a commit.
 */
final class KnownStreams {

    /** Events of others that are followed between two batches; where there are more, all is forgotten. */
    static final int MOST_NEWS = 4_096;

    private static final int MOST_STREAMS = 50_000;

    private final Map<String, Head.Newest> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Head.Newest> eldest) {
            return size() > MOST_STREAMS;
        }
    };
    private long asOf;

    /** The position after which events are news. */
    long asOf() {
        return asOf;
    }

    /** The position up to which they are followed. */
    long until() {
        return newest.isEmpty() ? asOf : asOf + MOST_NEWS;
    }

    /** The newest event of a stream as of {@link #asOf}; null where it is not known whether there is one. */
    Head.@Nullable Newest of(String stream) {
        return newest.get(stream);
    }

    /**
     * Takes in what stands after {@link #asOf}.
     *
     * @param position of the journal's last event
     * @param news those events up to {@link #until}, in order
     * @return whether what was known still holds: where not, it was forgotten
     */
    boolean follow(long position, List<News> news) {
        boolean holds = newest.isEmpty() || (asOf <= position && position <= until());
        if (holds) {
            news.forEach(event -> newest.computeIfPresent(event.stream(), (_, _) -> event.newest()));
        } else {
            newest.clear();
        }
        asOf = position;
        return holds;
    }

    /** Takes in what a batch knew and stored. Only once it is known to be durable. */
    void stored(Batch batch) {
        newest.putAll(batch.newest());
        asOf = batch.end();
    }

    /** An event after {@link #asOf}. */
    record News(String stream, Head.Newest newest) {}
}
