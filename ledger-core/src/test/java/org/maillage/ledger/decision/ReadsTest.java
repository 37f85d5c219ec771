package org.maillage.ledger.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.Origin;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.journal.InMemoryJournal;
import org.maillage.ledger.journal.Journal.Append;
import org.maillage.ledger.journal.Journal.Entry;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.StreamId;

/** What is remembered of streams, where others append to them too. */
class ReadsTest {

    /** The state is the memberships that were told, in order. */
    private static final Fold<List<MemberId>> TOLD = new Fold<>(List.of(), (told, event) -> {
        var more = new ArrayList<>(told);
        more.add(((PersonEvent.MembershipHeld) event).member());
        return List.copyOf(more);
    });

    private final InMemoryJournal journal = new InMemoryJournal();
    private final Reads reads = new Reads(journal);
    private final PersonId person = PersonId.next();
    private final StreamId stream = StreamId.of(person);

    private Entry entry(long version) {
        return new Entry(
                Id.nextUuid(), version, new PersonEvent.MembershipHeld(person, MemberId.next(), NetworkId.next()));
    }

    private Entry stored(long version) {
        var entry = entry(version);
        journal.append(new Append(
                List.of(entry),
                Map.of(),
                Origin.of(Actor.SYSTEM, Instant.parse("2026-03-02T12:00:00Z")),
                "0".repeat(64)));
        return entry;
    }

    private static MemberId member(Entry entry) {
        return ((PersonEvent.MembershipHeld) entry.event()).member();
    }

    private void knows(Entry... entries) {
        var told = Arrays.stream(entries).map(ReadsTest::member).toList();
        assertThat(told).isNotEmpty();
        var head = entries[entries.length - 1].eventId();
        assertThat(reads.of(stream, TOLD)).isEqualTo(new Reads.Seen<>(entries.length - 1, head, told, TOLD));
    }

    @Test
    void what_was_handed_in_follows_on_what_was_read() {
        var first = stored(0);
        knows(first);
        var second = entry(1);
        var third = entry(2);
        reads.applied(List.of(second, third), Map.of(stream, first.eventId()));
        knows(first, second, third);
        reads.forget(List.of(stream));
        knows(first);
    }

    @Test
    void what_follows_on_another_event_of_the_same_version_is_read_again() {
        var first = stored(0);
        knows(first);
        // Handed in, and then not stored, since somebody else was first.
        reads.applied(List.of(entry(1)), Map.of(stream, first.eventId()));
        var second = stored(1);
        var third = stored(2);
        reads.applied(List.of(third), Map.of(stream, second.eventId()));
        knows(first, second, third);
    }
}
