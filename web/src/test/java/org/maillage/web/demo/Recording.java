package org.maillage.web.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCore;
import org.maillage.ledger.PlainVault;
import org.maillage.ledger.event.ContributionEvent.DecisionEntrusted;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.journal.InMemoryJournal;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.StreamId;

/** A journal in memory on which the network is made, each time by a ledger that knows nothing yet. */
final class Recording {

    private static final MemberId NOBODY = new MemberId(new UUID(0, 0));

    final InMemoryJournal journal = new InMemoryJournal();

    Made make(LocalDate today, int percent) {
        return make(today, percent, ledger -> ledger);
    }

    Made make(LocalDate today, int percent, UnaryOperator<Ledger> around) {
        try (var ledger = LedgerCore.start(journal, journal, new PlainVault())) {
            return DemonstrationNetwork.make(around.apply(ledger), today, new Scale(percent), Progress.silent());
        }
    }

    List<LedgerEvent> events() {
        return journal.after(0, Integer.MAX_VALUE).stream().map(Recorded::event).toList();
    }

    <E extends LedgerEvent> List<E> events(Class<E> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What each stream says, but for the lots that were drawn; an unguarded stream has no order of its own. */
    Map<StreamId, List<LedgerEvent>> story() {
        var story = new HashMap<StreamId, List<LedgerEvent>>();
        events().forEach(event ->
                story.computeIfAbsent(event.stream(), _ -> new ArrayList<>()).add(withoutLots(event)));
        story.forEach((stream, events) -> {
            if (stream.unguarded()) {
                events.sort(Comparator.comparing(Object::toString));
            }
        });
        return story;
    }

    private static LedgerEvent withoutLots(LedgerEvent event) {
        return event instanceof DecisionEntrusted e
                ? new DecisionEntrusted(e.contribution(), e.network(), NOBODY, e.right(), e.candidates(), 0)
                : event;
    }
}
