package org.maillage.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.journal.TestDatabase;
import org.maillage.relay.RelayStatus.State;

/** The journal is on Kafka, whoever dies. */
class RelayTest {

    private static final Duration LEASE = Duration.ofSeconds(1);

    private static Relay relay(FilledJournal journal, Topic topic) {
        return relay(journal, topic, LEASE);
    }

    private static Relay relay(FilledJournal journal, Topic topic, Duration lease) {
        return Relay.start(journal.database, journal.journal, topic.settings(), lease);
    }

    private static void awaitCopied(FilledJournal journal, Relay relay) throws Exception {
        Eventually.holds("all is copied", () -> relay.position() == journal.journal.position());
    }

    @Test
    void everything_in_the_journal_is_in_the_topic_once_in_order_and_byte_for_byte() throws Exception {
        var topic = Topic.fresh(5);
        try (var journal = FilledJournal.of(3_000);
                var relay = relay(journal, topic)) {
            awaitCopied(journal, relay);
            journal.grow(37);
            awaitCopied(journal, relay);

            var copy = Copy.of(topic);

            copy.assertIs(journal);
            assertThat(copy.repeated()).isZero();
            // ten keys: all in one of five partitions once in two million runs
            assertThat(copy.partitions()).hasSizeGreaterThan(1);
            copy.partitions()
                    .forEach((partition, events) -> events.forEach(copied -> {
                        var key = Partitions.key(copied.event().network()).getBytes(UTF_8);
                        assertThat(BuiltInPartitioner.partitionForKey(key, 5)).isEqualTo(partition);
                        assertThat(copied.event().read().position())
                                .isEqualTo(copied.event().position());
                    }));
            Eventually.holds("it says so", () -> relay.status().equals(new RelayStatus(State.RELAYING, 3_037, null)));
        }
    }

    @Test
    void a_relay_that_is_killed_in_mid_batch_loses_nothing_and_another_goes_on() throws Exception {
        var topic = Topic.fresh(3);
        try (var journal = FilledJournal.of(30_000)) {
            var victim = start(journal, topic);
            try {
                Eventually.holds("some is sent", () -> sent(topic) > 3_000);
            } finally {
                victim.destroyForcibly();
                victim.onExit().join();
            }
            long killedAt = Long.parseLong(TestDatabase.ask(journal.database, "select position from relay.progress"));
            assertThat(killedAt).isLessThan(30_000);

            try (var relay = relay(journal, topic)) {
                awaitCopied(journal, relay);
                Copy.of(topic).assertIs(journal);
                assertThat(sent(topic)).isGreaterThanOrEqualTo(30_000);
            }
        }
    }

    private static long sent(Topic topic) throws Exception {
        try {
            return topic.size();
        } catch (java.util.concurrent.ExecutionException _) {
            // not made yet
            return 0;
        }
    }

    private static Process start(FilledJournal journal, Topic topic) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        Broker.classPath(),
                        RelayProcess.class.getName(),
                        journal.database.getUrl(),
                        Objects.requireNonNull(journal.database.getUser()),
                        topic.broker().servers(),
                        topic.name(),
                        Integer.toString(topic.partitions()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void of_two_relays_one_works_and_the_other_takes_over_when_it_ends() throws Exception {
        var topic = Topic.fresh(3);
        // Longer than anything that keeps a process from its turn: here nobody is to lose it.
        var lease = Duration.ofSeconds(20);
        try (var journal = FilledJournal.of(500)) {
            var one = relay(journal, topic, lease);
            awaitCopied(journal, one);
            try (var other = relay(journal, topic, lease)) {
                Eventually.holds("it stands by", () -> other.status().state() == State.STANDING_BY);
                journal.grow(500);
                awaitCopied(journal, other);
                Eventually.holds("it relays", () -> one.status().state() == State.RELAYING);
                assertThat(other.status().state()).isEqualTo(State.STANDING_BY);

                one.close();
                journal.grow(500);
                awaitCopied(journal, other);

                Eventually.holds("it relays", () -> other.status().state() == State.RELAYING);
                var copy = Copy.of(topic);
                copy.assertIs(journal);
                assertThat(copy.repeated()).isZero();
            }
        }
    }

    @Test
    void what_is_sent_twice_is_seen_once() throws Exception {
        var topic = Topic.fresh(3);
        try (var journal = FilledJournal.of(800)) {
            try (var relay = relay(journal, topic)) {
                awaitCopied(journal, relay);
            }
            // As if the process had ended between the acknowledgements and the position.
            TestDatabase.execute(
                    journal.database, "update relay.progress set position = 0, sent = array_fill(0::bigint, array[3])");
            journal.grow(100);
            try (var relay = relay(journal, topic)) {
                awaitCopied(journal, relay);
            }

            var copy = Copy.of(topic);

            assertThat(copy.repeated()).isEqualTo(800);
            copy.assertIs(journal);
        }
    }

    @Test
    void a_topic_that_was_lost_is_made_anew_and_filled_from_the_beginning() throws Exception {
        var topic = Topic.fresh(2);
        try (var journal = FilledJournal.of(300)) {
            try (var relay = relay(journal, topic)) {
                awaitCopied(journal, relay);
            }
            try (var admin = topic.broker().admin()) {
                admin.deleteTopics(java.util.List.of(topic.name())).all().get();
            }
            try (var relay = relay(journal, topic)) {
                Eventually.holds("all is there again", () -> sent(topic) == 300);
                awaitCopied(journal, relay);
                Copy.of(topic).assertIs(journal);
            }
        }
    }

    @Test
    void a_topic_ahead_of_a_restored_database_is_refused_before_anything_is_sent_behind_it() throws Exception {
        var topic = Topic.fresh(3);
        try (var journal = FilledJournal.of(300)) {
            try (var relay = relay(journal, topic)) {
                awaitCopied(journal, relay);
            }
            backUp(journal);
            journal.grow(200);
            try (var relay = relay(journal, topic)) {
                awaitCopied(journal, relay);
            }
            restore(journal, 300);
            assertRefused(journal, topic, "which ends at 300");
            // The journal went on otherwise, and is the longer one now.
            journal.grow(250);
            assertRefused(journal, topic, "which ends at 550");
            assertThat(topic.size()).isEqualTo(500);

            var other = Topic.fresh(3);
            try (var relay = relay(journal, other)) {
                awaitCopied(journal, relay);
                Copy.of(other).assertIs(journal);
            }
        }
    }

    @Test
    void a_database_that_is_restored_under_a_running_relay_stops_it_before_it_sends_anything() throws Exception {
        var topic = Topic.fresh(2);
        try (var journal = FilledJournal.of(200);
                var relay = relay(journal, topic)) {
            awaitCopied(journal, relay);
            // The backup holds that this relay has the lease, so nothing else tells it.
            backUp(journal);
            journal.grow(100);
            awaitCopied(journal, relay);

            restore(journal, 200);
            journal.grow(150);

            Eventually.holds("it refuses", () -> relay.status().state() == State.REFUSED);
            assertThat(relay.status().why()).contains("MAILLAGE_KAFKA_TOPIC");
            assertThat(topic.size()).isEqualTo(300);
        }
    }

    private static void assertRefused(FilledJournal journal, Topic topic, String end) throws Exception {
        try (var relay = relay(journal, topic)) {
            Eventually.holds("it refuses", () -> relay.status().state() == State.REFUSED);
            assertThat(relay.status().why())
                    .contains("that is not in this journal, " + end, "restored", "MAILLAGE_KAFKA_TOPIC");
        }
    }

    /** Keeps what a backup of now would hold of the copy. */
    private static void backUp(FilledJournal journal) {
        TestDatabase.execute(journal.database, "create table backup as select * from relay.progress");
    }

    /** As a backup is restored that was taken at a position. */
    private static void restore(FilledJournal journal, long position) {
        TestDatabase.execute(journal.database, """
            begin;
            delete from journal.event where position > %d;
            update relay.progress p set position = b.position, sent = b.sent, holder = b.holder, term = b.term
              from backup b where p.topic = b.topic;
            commit\
            """.formatted(position));
    }

    @Test
    void a_broker_that_is_away_at_the_start_and_lost_later_is_waited_for() throws Exception {
        var topic = Topic.fresh(3);
        topic.broker().kill();
        try (var journal = FilledJournal.of(400);
                var relay = relay(journal, topic)) {
            Eventually.holds("it says so", () -> relay.status().state() == State.AWAY);
            assertThat(relay.status().why()).isNotBlank();
            journal.grow(100);

            topic.broker().start();
            awaitCopied(journal, relay);
            Eventually.holds("it says so", () -> relay.status().equals(new RelayStatus(State.RELAYING, 500, null)));

            topic.broker().kill();
            journal.grow(200);
            Eventually.holds("it says so", () -> relay.status().state() == State.AWAY);
            assertThat(relay.position()).isEqualTo(500);

            topic.broker().start();
            awaitCopied(journal, relay);
            Copy.of(topic).assertIs(journal);
        } finally {
            Broker.running();
        }
    }
}
