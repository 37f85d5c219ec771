package org.maillage.projection.queue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.ContributionEvent;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.StreamId;
import org.maillage.projection.Texts;
import org.maillage.projection.member.SortName;

/** Looks for a text in titles, which are sealed and opened to be read, and in places. */
final class Search {

    /** How many items are looked through for a text. */
    private static final int MOST_LOOKED_THROUGH = 5_000;

    private final QueueRepository rows;
    private final Texts texts;

    Search(QueueRepository rows, Texts texts) {
        this.rows = rows;
        this.texts = texts;
    }

    /**
     * Claims whose title or place a filter's text means, separated by commas; empty where it asks for no text.
     *
     * @param done looks among what was decided, else among what waits
     */
    String found(NetworkId network, QueueFilter filter, boolean done) {
        var text = filter.text();
        if (text == null) {
            return "";
        }
        var asked = SortName.of(text);
        var among = done
                ? rows.doneTexts(network.value(), MOST_LOOKED_THROUGH)
                : rows.waitingTexts(network.value(), MOST_LOOKED_THROUGH);
        texts.load(among.stream().flatMap(item -> Stream.ofNullable(item.title())));
        return among.stream()
                .filter(item ->
                        isIn(filter.communes(), item.communes()) || title(item).contains(asked))
                .map(item -> item.contribution().toString())
                .collect(Collectors.joining(","));
    }

    private static boolean isIn(Set<String> communes, @Nullable String codes) {
        return !communes.isEmpty()
                && codes != null
                && Stream.of(codes.split(" ", -1)).anyMatch(communes::contains);
    }

    private String title(LookedThrough item) {
        var stream = StreamId.of(new ContributionId(item.contribution()));
        var title = texts.open(item.title(), stream, ContributionEvent.Submitted.class, "title");
        return title == null ? "" : SortName.of(title);
    }
}
