package org.maillage.projection.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.projection.Progress;
import org.maillage.projection.Sent;
import org.maillage.projection.Tables;
import org.maillage.projection.standalone.FollowerStatus.State;
import org.maillage.relay.Eventually;

/** The same history gives the same rows through Kafka as in process, whatever happens on the way. */
class FollowerTest {

    @Test
    void two_processes_share_the_partitions_and_make_the_same_rows_as_one_does_from_the_journal() throws Exception {
        try (var world = World.of(1, 2_400, 12)) {
            world.grow(400);
            var one = world.start();
            try (var other = world.start()) {
                Eventually.holds(
                        "both have partitions",
                        () -> one.follower().status().partitions().size() == 6
                                && other.follower().status().partitions().size() == 6);
                world.grow(1_000);
                one.awaitAll(world);
                other.awaitAll(world);

                world.grow(300);
                one.close();
                world.growToTheEnd();
                other.awaitAll(world);

                // The first had all before the second came; which half of the networks each had then is chance.
                assertThat(one.views().applied()).isPositive();
                assertThat(other.views().applied()).isPositive();
                assertThat(other.follower().status().partitions()).hasSize(12);
                assertThat(other.views().missed()).isZero();
                Eventually.holds("tools see it", () -> read(world) == world.topic.size());
                world.assertSameAsInProcess();
            }
        }
    }

    @Test
    void repeats_moved_offsets_and_lost_records_change_no_row() throws Exception {
        try (var world = World.of(2, 1_600, 4)) {
            world.grow(800);
            try (var views = world.start()) {
                views.awaitAll(world);
            }
            world.sendAgain();
            moveGroup(world, OffsetSpec.earliest());
            world.grow(200);
            try (var views = world.start()) {
                views.awaitAll(world);
                assertThat(views.views().missed()).isZero();
                Eventually.holds("what was sent again came", () -> views.views().applied() >= 1_000);
            }
            world.grow(200);
            // As if the topic had lost what was not read yet: its records are passed over.
            Eventually.holds("all is sent", () -> world.relay().position() == world.journal.position());
            World.execute(world.database, "update views.copied set kafka_offset = 100000");
            for (int partition = 0; partition < 4; partition++) {
                World.execute(
                        world.database,
                        "update views.copied set kafka_offset = " + end(world, partition) + " where topic_partition = "
                                + partition);
            }
            world.growToTheEnd();
            try (var views = world.start()) {
                views.awaitAll(world);
                assertThat(views.views().missed()).isPositive();
            }
            world.assertSameAsInProcess();
        }
    }

    private static long end(World world, int partition) throws Exception {
        var at = new TopicPartition(world.topic.name(), partition);
        try (var admin = world.topic.broker().admin()) {
            return admin.listOffsets(Map.of(at, OffsetSpec.latest()))
                    .partitionResult(at)
                    .get()
                    .offset();
        }
    }

    private static void moveGroup(World world, OffsetSpec to) throws Exception {
        var group = "views-" + world.topic.name();
        try (var admin = world.topic.broker().admin()) {
            var asked = new HashMap<TopicPartition, OffsetSpec>();
            for (int i = 0; i < world.topic.partitions(); i++) {
                asked.put(new TopicPartition(world.topic.name(), i), to);
            }
            var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
            admin.listOffsets(asked)
                    .all()
                    .get()
                    .forEach((at, offset) -> offsets.put(at, new OffsetAndMetadata(offset.offset())));
            Eventually.holds("nobody is in the group, and its offsets move", () -> moved(admin, group, offsets));
        }
    }

    private static boolean moved(Admin admin, String group, Map<TopicPartition, OffsetAndMetadata> offsets)
            throws InterruptedException {
        try {
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
            return true;
        } catch (ExecutionException _) {
            return false;
        }
    }

    /** What tools read of how far the group is. */
    private static long read(World world) throws Exception {
        try (var admin = world.topic.broker().admin()) {
            return admin
                    .listConsumerGroupOffsets("views-" + world.topic.name())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        }
    }

    @Test
    void a_poisoned_event_parks_its_network_and_is_later_applied_in_order() throws Exception {
        try (var world = World.of(3, 900, 3)) {
            world.grow(200);
            try (var views = world.start()) {
                views.awaitAll(world);
                world.vault.spoil("Nadia Poison");
                var ill = world.journal.after(0, 1_000).stream()
                        .map(recorded -> recorded.event())
                        .filter(MemberEvent.class::isInstance)
                        .map(MemberEvent.class::cast)
                        .findFirst()
                        .orElseThrow();
                world.rename(ill, "Nadia Poison");
                world.growToTheEnd();
                views.awaitAll(world);

                assertThat(views.views().parked()).hasSize(1);
                var parked = views.views().parked().getFirst();
                assertThat(parked.network()).isEqualTo(ill.network());
                assertThat(parked.waiting()).isGreaterThan(10);
                assertThat(views.follower().status().state()).isEqualTo(State.FOLLOWING);
                assertThat(views.views().retryParked(ill.network())).isFalse();

                world.vault.heal();
                assertThat(views.views().retryParked(ill.network())).isTrue();
                assertThat(views.views().parked()).isEmpty();
                world.assertSameAsInProcess();
            }
        }
    }

    @Test
    void an_event_of_a_later_version_stops_this_process_and_nothing_is_parked() throws Exception {
        try (var world = World.of(4, 600, 3)) {
            world.grow(200);
            try (var views = world.start()) {
                views.awaitAll(world);
                world.stopRelay();
                world.grow(200);
                World.execute(
                        world.ledger, "update journal.event set name = 'member.teleported.1' where position = 300");
                world.startRelay();

                Eventually.holds("it stops", () -> views.follower().status().state() == State.STOPPED);

                assertThat(views.follower().status().why()).contains("member.teleported.1");
                assertThat(views.follower().status().partitions()).isEmpty();
                assertThat(views.views().position()).isBetween(200L, 299L);
                assertThat(views.views().parked()).isEmpty();
            }
        }
    }

    @Test
    void what_is_no_event_is_left_out_and_a_record_that_was_spoilt_is_taken_from_the_journal() throws Exception {
        try (var world = World.of(5, 800, 2)) {
            world.grow(400);
            try (var views = world.start()) {
                views.awaitAll(world);
                var bytes = new ByteArraySerializer();
                var settings = Map.<String, Object>of(
                        "bootstrap.servers", world.topic.broker().servers());
                try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
                    producer.send(new ProducerRecord<>(world.topic.name(), 0, null, new byte[] {1}))
                            .get();
                    producer.send(new ProducerRecord<>(world.topic.name(), 1, new byte[] {2}, null))
                            .get();
                }
                world.growToTheEnd();
                views.awaitAll(world);
                assertThat(views.follower().status().state()).isEqualTo(State.FOLLOWING);
                world.assertSameAsInProcess();
            }
        }
    }

    @Test
    void views_are_rebuilt_from_the_topic_and_from_the_journal_while_they_are_followed() throws Exception {
        try (var world = World.of(6, 1_400, 3)) {
            world.grow(700);
            try (var views = world.start()) {
                views.awaitAll(world);
                World.execute(world.database, "delete from views.member; update views.balance set available = 7");
                var replay = new TopicReplay(new Consumers(world.topic.settings()).alone(), world.topic.name(), 3);
                var rebuilding = views.views().rebuild(replay, Sent.UNKNOWN);
                world.grow(200);

                var progress = rebuilding.get(60, TimeUnit.SECONDS);

                assertThat(progress.failure()).isNull();
                assertThat(progress.stage()).isEqualTo(Progress.Stage.DONE);
                views.awaitAll(world);
                world.assertSameAsInProcess();

                World.execute(world.database, "delete from views.member");
                var again = views.views().rebuild();
                world.growToTheEnd();
                assertThat(again.get(60, TimeUnit.SECONDS).failure()).isNull();
                views.awaitAll(world);
                world.assertSameAsInProcess();
                assertThat(Tables.rows(world.database, "select count(*)::text from views.copied where position > 0"))
                        .containsExactly("3");
            }
        }
    }

    @Test
    void views_that_one_process_kept_in_itself_are_gone_on_with_from_kafka() throws Exception {
        try (var world = World.of(7, 800, 3)) {
            world.grow(500);
            try (var inProcess = org.maillage.projection.Projections.open(
                    world.database,
                    world.vault,
                    new org.maillage.ledger.feed.JournalFeed(world.journal),
                    java.time.Clock.systemUTC())) {
                assertThat(inProcess.awaitPosition(500, Duration.ofSeconds(60))).isTrue();
                try (var views = world.start()) {
                    world.grow(100);
                    views.awaitAll(world);
                }
            }
            try (var views = world.start()) {
                world.growToTheEnd();
                views.awaitAll(world);
            }
            world.assertSameAsInProcess();
        }
    }

    @Test
    void a_database_of_views_and_a_broker_that_are_away_are_waited_for() throws Exception {
        try (var world = World.of(8, 900, 3)) {
            world.grow(300);
            var away = new AtomicBoolean();
            try (var views = world.start(failing(world.database, away))) {
                views.awaitAll(world);
                away.set(true);
                world.grow(200);
                Eventually.holds("it says so", () -> views.follower().status().state() == State.AWAY);
                assertThat(views.follower().status().why()).contains("as if it were away");
                away.set(false);
                views.awaitAll(world);

                world.topic.broker().kill();
                world.grow(200);
                Eventually.holds(
                        "it says that nobody answers",
                        () -> views.follower().status().state() == State.AWAY);
                assertThat(views.follower().status().why()).contains("no broker");
                world.topic.broker().start();
                world.growToTheEnd();
                views.awaitAll(world);
                Eventually.holds("it follows", () -> views.follower().status().state() == State.FOLLOWING);
                world.assertSameAsInProcess();
            }
        }
    }

    @Test
    void events_that_the_journal_does_not_have_stop_the_process_before_they_change_a_row() throws Exception {
        try (var world = World.of(10, 600, 2)) {
            world.grow(200);
            try (var views = world.start()) {
                views.awaitAll(world);
            }
            var before = Tables.of(world.database);
            world.grow(40);
            Eventually.holds("all is sent", () -> world.relay().position() == world.journal.position());
            world.stopRelay();
            // As after a backup was restored that is older than the topic.
            World.execute(world.ledger, "delete from journal.event where position > 200");
            try (var views = world.start()) {
                Eventually.holds("it stops", () -> views.follower().status().state() == State.STOPPED);
                assertThat(views.follower().status().why()).contains("is not in the journal", "name another topic");
            }
            Tables.assertSame(Tables.of(world.database), before);
        }
    }

    private static DataSource failing(DataSource database, AtomicBoolean away) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
                    if (away.get()) {
                        throw new SQLException("as if it were away");
                    }
                    return method.invoke(database, arguments);
                });
    }
}
