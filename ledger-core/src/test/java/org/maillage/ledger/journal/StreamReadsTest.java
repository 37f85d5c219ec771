package org.maillage.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.feed.StoredEvent;
import org.maillage.ledger.journal.StreamReads.Asked;
import org.maillage.ledger.value.StreamId;

/** Reads of streams that come together are one question, and everybody has their own answer. */
class StreamReadsTest {

    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();

    /** The questions in the order in which they came; each is answered once the test lets it. */
    private final List<List<Asked>> questions = Collections.synchronizedList(new ArrayList<>());

    private final Semaphore let = new Semaphore(0);
    private final Semaphore came = new Semaphore(0);

    @AfterEach
    void end() {
        let.release(1_000);
        askers.close();
    }

    private List<List<StoredEvent>> answer(List<Asked> asked) {
        questions.add(asked);
        came.release();
        let.acquireUninterruptibly();
        if (asked.stream().anyMatch(one -> one.stream().value().equals("member/lost"))) {
            throw new Ledger.Unavailable("the connection is gone", new IllegalStateException());
        }
        return asked.stream().map(StreamReadsTest::events).toList();
    }

    /** As many empty places as the version says: enough to tell one answer from another. */
    private static List<StoredEvent> events(Asked asked) {
        return Collections.nCopies((int) asked.fromVersion(), null);
    }

    private Future<Integer> ask(StreamReads reads, String stream, long version) {
        return askers.submit(() -> reads.of(new StreamId(stream), version).size());
    }

    private void busy(StreamReads reads, List<Future<Integer>> answers) {
        for (var i = 0; i < 3; i++) {
            answers.add(ask(reads, "member/first-" + i, i));
            came.acquireUninterruptibly();
        }
        assertThat(questions).hasSize(3).allSatisfy(asked -> assertThat(asked).hasSize(1));
    }

    private static void awaitWaiting(StreamReads reads, int many) {
        while (reads.waiting() < many) {
            Thread.onSpinWait();
        }
    }

    @Test
    void those_who_come_while_others_are_answered_are_one_question() throws Exception {
        var reads = new StreamReads(this::answer);
        var answers = new ArrayList<Future<Integer>>();
        busy(reads, answers);
        for (var i = 3; i < 50; i++) {
            answers.add(ask(reads, "member/later-" + i, i));
        }
        awaitWaiting(reads, 47);

        let.release();
        came.acquireUninterruptibly();
        let.release(1_000);

        for (var i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo(i);
        }
        assertThat(questions).hasSize(4);
        assertThat(questions.getLast()).hasSize(47);
    }

    @Test
    void a_question_that_fails_fails_for_all_in_it_and_the_next_is_asked() throws Exception {
        var reads = new StreamReads(this::answer);
        var first = new ArrayList<Future<Integer>>();
        busy(reads, first);
        var lost = ask(reads, "member/lost", 1);
        var beside = ask(reads, "member/beside", 2);
        awaitWaiting(reads, 2);
        let.release();
        came.acquireUninterruptibly();
        let.release(1_000);

        for (var answer : List.of(lost, beside)) {
            assertThatThrownBy(answer::get).hasCauseInstanceOf(Ledger.Unavailable.class);
        }
        for (var i = 0; i < first.size(); i++) {
            assertThat(first.get(i).get()).isEqualTo(i);
        }
        assertThat(ask(reads, "member/after", 7).get()).isEqualTo(7);
    }

    @Test
    void many_at_once_each_have_their_own() throws Exception {
        let.release(100_000);
        var reads = new StreamReads(this::answer);
        var answers = IntStream.range(0, 5_000)
                .mapToObj(i -> ask(reads, "member/" + i, i % 97))
                .toList();

        for (var i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo(i % 97);
        }
        assertThat(questions.stream().mapToInt(List::size).sum()).isEqualTo(5_000);
        assertThat(questions).allSatisfy(asked -> assertThat(asked).hasSizeLessThanOrEqualTo(256));
        assertThat(reads.waiting()).isZero();
    }
}
