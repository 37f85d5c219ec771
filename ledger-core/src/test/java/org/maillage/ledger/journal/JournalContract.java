package org.maillage.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.maillage.ledger.journal.Appending.HASH;
import static org.maillage.ledger.journal.Appending.NOON;
import static org.maillage.ledger.journal.Appending.all;
import static org.maillage.ledger.journal.Appending.append;
import static org.maillage.ledger.journal.Appending.entry;
import static org.maillage.ledger.journal.Appending.origin;
import static org.maillage.ledger.journal.Appending.reading;
import static org.maillage.ledger.journal.Appending.receipt;
import static org.maillage.ledger.journal.Appending.registered;
import static org.maillage.ledger.journal.Appending.withKey;
import static org.maillage.ledger.journal.Journal.NOTHING;
import static org.maillage.ledger.journal.Journal.UNGUARDED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.journal.Journal.AlreadyDone;
import org.maillage.ledger.journal.Journal.Answered;
import org.maillage.ledger.journal.Journal.Append;
import org.maillage.ledger.journal.Journal.Conflict;
import org.maillage.ledger.journal.Journal.Stored;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.StreamId;

/** What every journal does. */
abstract class JournalContract {

    private final PersonId ada = PersonId.next();
    private final PersonId bela = PersonId.next();
    private final NetworkId network = NetworkId.next();

    protected final MovableClock clock = new MovableClock(NOON);

    /** An empty journal. */
    protected abstract Journal journal();

    @Test
    void what_was_appended_comes_back_whole() {
        var append = append(entry(0, registered(ada)));
        var stored = journal().append(append);
        assertThat(stored).isEqualTo(new Stored(1, 1));
        var entry = append.entries().getFirst();
        var expected = new Recorded(
                1,
                StreamId.of(ada),
                0,
                entry.eventId(),
                NOON,
                append.origin().actor(),
                null,
                append.origin().commandId(),
                entry.event());
        assertThat(all(journal())).containsExactly(expected);
        assertThat(journal().stream(StreamId.of(ada), 0)).containsExactly(expected);
        assertThat(journal().position()).isEqualTo(1);
    }

    @Test
    void positions_run_over_all_streams_and_versions_within_each() {
        journal().append(append(ada, 0));
        journal().append(append(entry(0, registered(bela)), entry(1, registered(ada)), entry(1, registered(bela))));
        assertThat(all(journal())).extracting(Recorded::position).containsExactly(1L, 2L, 3L, 4L);
        assertThat(all(journal())).extracting(Recorded::version).containsExactly(0L, 0L, 1L, 1L);
        assertThat(journal().stream(StreamId.of(bela), 1))
                .extracting(Recorded::position)
                .containsExactly(4L);
    }

    @Test
    void a_stream_that_has_grown_is_a_conflict_that_names_it_and_stores_nothing() {
        journal().append(append(ada, 0));
        var late = append(entry(0, registered(bela)), entry(0, registered(ada)));
        var conflict = catchThrowableOfType(Conflict.class, () -> journal().append(late));
        assertThat(conflict.streams()).containsExactly(StreamId.of(ada));
        assertThat(journal().position()).isEqualTo(1);
    }

    @Test
    void a_version_that_leaves_a_hole_is_a_conflict() {
        assertThatThrownBy(() -> journal().append(append(ada, 1))).isInstanceOf(Conflict.class);
        assertThat(journal().position()).isZero();
    }

    @Test
    void versions_of_one_append_follow_one_another() {
        assertThatThrownBy(() -> append(entry(0, registered(ada)), entry(2, registered(ada))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> append(entry(0, receipt(network)), entry(UNGUARDED, receipt(network))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_read_and_has_not_changed_is_no_conflict() {
        journal().append(append(ada, 0));
        var readSet = Map.of(StreamId.of(ada), 0L, StreamId.of(network), NOTHING);
        assertThat(journal().append(reading(readSet, entry(0, registered(bela)))))
                .isEqualTo(new Stored(2, 1));
    }

    @Test
    void what_was_read_and_has_changed_is_a_conflict_that_names_it() {
        journal().append(append(entry(0, registered(ada)), entry(1, registered(ada))));
        var conflict = catchThrowableOfType(
                Conflict.class,
                () -> journal().append(reading(Map.of(StreamId.of(ada), 0L), entry(0, registered(bela)))));
        assertThat(conflict.streams()).containsExactly(StreamId.of(ada));
        assertThatThrownBy(() -> journal().append(reading(Map.of(StreamId.of(ada), NOTHING))))
                .isInstanceOf(Conflict.class);
        assertThat(journal().position()).isEqualTo(2);
    }

    @Test
    void events_of_an_unguarded_stream_are_given_their_versions() {
        journal().append(append(network));
        journal().append(append(entry(UNGUARDED, receipt(network)), entry(UNGUARDED, receipt(network))));
        assertThat(journal().stream(StreamId.fundReceiptsOf(network), 0))
                .extracting(Recorded::version)
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void a_key_that_is_there_is_answered_again_before_any_conflict() {
        var first = withKey("k", entry(0, registered(ada)));
        journal().append(first);
        var again = withKey("k", entry(0, registered(ada)));
        var done = catchThrowableOfType(AlreadyDone.class, () -> journal().append(again));
        var answered = new Answered(first.origin().commandId(), HASH, new Stored(1, 1));
        assertThat(done.answered()).isEqualTo(answered);
        assertThat(journal().answered(first.origin().scope(), "k")).contains(answered);
        assertThat(journal().position()).isEqualTo(1);
    }

    @Test
    void a_command_that_changed_nothing_is_remembered() {
        journal().append(append(ada, 0));
        assertThat(journal().append(withKey("idle"))).isEqualTo(new Stored(1, 0));
        assertThatThrownBy(() -> journal().append(withKey("idle", entry(1, registered(ada)))))
                .isInstanceOf(AlreadyDone.class);
        assertThat(journal().position()).isEqualTo(1);
    }

    @Test
    void a_command_without_a_hash_is_not_remembered() {
        var append = new Append(List.of(entry(0, registered(ada))), Map.of(), origin("k"), null);
        journal().append(append);
        assertThat(journal().answered(append.origin().scope(), "k")).isEmpty();
        assertThat(journal().append(new Append(List.of(), Map.of(), origin("k"), null)))
                .isEqualTo(new Stored(1, 0));
    }

    @Test
    void a_key_belongs_to_its_scope() {
        var append = withKey("k", entry(0, registered(ada)));
        journal().append(append);
        assertThat(journal().answered("somebody else", "k")).isEmpty();
    }

    @Test
    void an_event_id_is_stored_once() {
        var entry = entry(UNGUARDED, receipt(network));
        journal().append(append(entry));
        assertThatThrownBy(() -> journal().append(append(entry))).isInstanceOf(IllegalArgumentException.class);
        assertThat(journal().position()).isEqualTo(1);
        assertThat(journal().append(append(network))).isEqualTo(new Stored(2, 1));
    }

    @Test
    void recorded_at_never_decreases_when_the_clock_goes_back_a_day() {
        journal().append(append(network));
        clock.set(NOON.minus(Duration.ofDays(1)));
        journal().append(append(network));
        clock.set(NOON.plusNanos(1_234_567));
        journal().append(append(network));
        assertThat(all(journal()))
                .extracting(Recorded::recordedAt)
                .containsExactly(NOON, NOON, NOON.plusNanos(1_234_000));
    }

    @Test
    void readers_page_through_in_order() {
        for (int i = 0; i < 10; i++) {
            journal().append(append(network));
        }
        assertThat(journal().after(0, 4)).extracting(Recorded::position).containsExactly(1L, 2L, 3L, 4L);
        assertThat(journal().after(8, 4)).extracting(Recorded::position).containsExactly(9L, 10L);
        assertThat(journal().after(10, 4)).isEmpty();
    }

    @Test
    void a_refusal_is_asked_at_its_place_in_the_order_and_leaves_nothing() {
        var chain = new Chain();
        var gone = refusal("k", Map.of(StreamId.of(ada), 0L), chain);
        var stages = submitted(
                chained(chain, withKey("one", entry(0, registered(ada)))),
                refusal("k", Map.of(StreamId.of(ada), 0L), chain),
                chained(chain, withKey("two", entry(1, registered(ada)))));
        assertThat(stages)
                .extracting(JournalContract::told)
                .containsExactly(new Stored(1, 1), new Stored(1, 0), new Stored(2, 1));
        assertThat(journal().answered(gone.origin().scope(), "k")).isEmpty();
        assertThatThrownBy(() -> journal().append(gone)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> journal().append(refusal("one", Map.of(), new Chain())))
                .isInstanceOf(AlreadyDone.class);
        assertThat(journal().position()).isEqualTo(2);
    }

    @Test
    void what_follows_in_a_chain_on_one_that_was_not_stored_is_a_conflict() {
        journal().append(append(ada, 0));
        var chain = new Chain();
        var stages = submitted(
                chained(chain, append(network)),
                chained(chain, append(ada, 0)),
                chained(chain, append(network)),
                append(bela, 0));
        assertThat(told(stages.get(0))).isEqualTo(new Stored(2, 1));
        assertThat(told(stages.get(1))).isInstanceOf(Conflict.class);
        assertThat(told(stages.get(2))).isInstanceOf(Conflict.class);
        assertThat(told(stages.get(3))).isEqualTo(new Stored(3, 1));
        assertThatThrownBy(() -> journal().append(chained(chain, append(network))))
                .isInstanceOf(Conflict.class);
        assertThat(journal().position()).isEqualTo(3);
    }

    @Test
    void a_repeated_command_breaks_its_chain_only_where_it_would_have_stored_something() {
        journal().append(withKey("k", entry(0, registered(ada))));
        var chain = new Chain();
        var stages = submitted(
                chained(chain, withKey("k")),
                chained(chain, append(network)),
                chained(chain, withKey("k", entry(1, registered(ada)))),
                chained(chain, append(network)));
        assertThat(told(stages.get(0))).isInstanceOf(AlreadyDone.class);
        assertThat(told(stages.get(1))).isEqualTo(new Stored(2, 1));
        assertThat(told(stages.get(2))).isInstanceOf(AlreadyDone.class);
        assertThat(told(stages.get(3))).isInstanceOf(Conflict.class);
        assertThat(journal().position()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_stored_breaks_its_chain() {
        var entry = entry(UNGUARDED, receipt(network));
        journal().append(append(entry));
        var chain = new Chain();
        var stages = submitted(chained(chain, append(entry)), chained(chain, append(network)));
        assertThat(told(stages.get(0))).isInstanceOf(IllegalArgumentException.class);
        assertThat(told(stages.get(1))).isInstanceOf(Conflict.class);
        assertThat(journal().position()).isEqualTo(1);
    }

    private static Append chained(Chain chain, Append append) {
        return new Append(
                append.entries(), append.readSet(), Map.of(), append.origin(), append.requestHash(), false, chain);
    }

    private static Append refusal(String key, Map<StreamId, Long> readSet, Chain chain) {
        return new Append(List.of(), readSet, Map.of(), origin(key), HASH, true, chain);
    }

    private List<CompletionStage<Stored>> submitted(Append... appends) {
        var stages = new ArrayList<CompletionStage<Stored>>();
        for (var append : appends) {
            stages.add(journal().submit(append));
        }
        return stages;
    }

    /** What was stored, or why nothing was. */
    private static Object told(CompletionStage<Stored> stage) {
        return stage.handle((stored, failure) -> failure == null ? (Object) stored : failure)
                .toCompletableFuture()
                .join();
    }

    @Test
    void appends_submitted_in_a_row_are_stored_in_that_order() {
        var submitted = new ArrayList<CompletionStage<Stored>>();
        for (int version = 0; version < 100; version++) {
            submitted.add(journal().submit(append(ada, version)));
        }
        for (int i = 0; i < 100; i++) {
            assertThat(submitted.get(i).toCompletableFuture().join()).isEqualTo(new Stored(i + 1, 1));
        }
    }

    @Test
    void what_follows_on_an_append_that_was_not_stored_conflicts() {
        journal().append(append(ada, 0));
        var refused = journal().submit(append(ada, 0));
        var onTop = journal().submit(append(entry(2, registered(ada))));
        var apart = journal().submit(append(bela, 0));
        assertThat(refused.toCompletableFuture()).failsWithin(Duration.ofMinutes(1));
        assertThat(onTop.toCompletableFuture()).failsWithin(Duration.ofMinutes(1));
        assertThat(apart.toCompletableFuture().join()).isEqualTo(new Stored(2, 1));
    }
}
