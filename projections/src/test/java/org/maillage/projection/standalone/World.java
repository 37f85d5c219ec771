package org.maillage.projection.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.maillage.ledger.Origin;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.feed.JournalFeed;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.journal.JournalSchema;
import org.maillage.ledger.journal.PostgresJournal;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.CopiedViews;
import org.maillage.projection.History;
import org.maillage.projection.OpenVault;
import org.maillage.projection.Projections;
import org.maillage.projection.Tables;
import org.maillage.projection.ViewsDatabase;
import org.maillage.relay.Eventually;
import org.maillage.relay.Partitions;
import org.maillage.relay.Relay;
import org.maillage.relay.Topic;

/** A journal that grows from a random history of eight networks, its copy on Kafka, and a database for views. */
final class World implements AutoCloseable {

    private static final int NETWORKS = 8;

    final DataSource ledger = ViewsDatabase.fresh();
    final DataSource database = ViewsDatabase.fresh();
    final OpenVault vault = new OpenVault();
    final Topic topic;
    final PostgresJournal journal;
    private final List<Recorded> history;
    private final Map<StreamId, Long> versions = new HashMap<>();
    private int appended;
    private Relay relay;

    private World(long seed, int events, int partitions) {
        topic = Topic.fresh(partitions);
        history = mixed(seed, events);
        JournalSchema.migrate(ledger);
        journal = new PostgresJournal(ledger, Clock.systemUTC());
        relay = Relay.start(ledger, journal, topic.settings());
    }

    /** With a history of at least so many events, none of which is appended yet. */
    static World of(long seed, int events, int partitions) {
        return new World(seed, events, partitions);
    }

    /** Events of several histories, each of two networks, one after the other. */
    private static List<Recorded> mixed(long seed, int events) {
        var histories = new ArrayList<List<Recorded>>();
        for (int i = 0; i < NETWORKS / 2; i++) {
            histories.add(History.of(seed * 100 + i, 2 * events / NETWORKS));
        }
        var mixed = new ArrayList<Recorded>();
        for (int i = 0; mixed.size() < events; i++) {
            for (var one : histories) {
                if (i < one.size()) {
                    mixed.add(one.get(i));
                }
            }
        }
        return mixed;
    }

    /** Appends the next of the history. */
    void grow(int events) {
        int to = Math.min(history.size(), appended + events);
        assertThat(to).as("the history goes on").isGreaterThan(appended);
        while (appended < to) {
            var entries = new ArrayList<Journal.Entry>();
            for (var recorded : history.subList(appended, Math.min(to, appended + 40))) {
                long version = versions.merge(recorded.event().stream(), 0L, (last, _) -> last + 1);
                entries.add(new Journal.Entry(Id.nextUuid(), version, recorded.event()));
            }
            appended += entries.size();
            journal.append(new Journal.Append(entries, Map.of(), Origin.of(Actor.SYSTEM, Instant.EPOCH), null));
        }
    }

    /** Appends that somebody has another name now. */
    void rename(MemberEvent member, String name) {
        var at = member.stream();
        var place = new Vault.Place(at, EventJson.unversioned(MemberEvent.Renamed.class), "name");
        var renamed = new MemberEvent.Renamed(
                member.member(), member.network(), vault.seal(name, List.of(member.member()), place));
        long version = versions.merge(at, 0L, (last, _) -> last + 1);
        journal.append(new Journal.Append(
                List.of(new Journal.Entry(Id.nextUuid(), version, renamed)),
                Map.of(),
                Origin.of(Actor.SYSTEM, Instant.EPOCH),
                null));
    }

    void growToTheEnd() {
        grow(history.size());
    }

    /** Opens views that hold what the journal holds now, for a process of the group. */
    CopiedViews open(DataSource over, Vault with) throws Exception {
        Eventually.holds("the relay has begun", () -> relay.position() > 0);
        return CopiedViews.open(
                over,
                with,
                JournalFeed.reading(ledger),
                Clock.systemUTC(),
                topic.name(),
                topic.partitions(),
                Partitions::of);
    }

    /** A process of the group, in this JVM. */
    Running start() throws Exception {
        return start(database);
    }

    Running start(DataSource over) throws Exception {
        var views = open(over, vault);
        var consumer = new Consumers(topic.settings()).ofGroup("views-" + topic.name());
        var follower = new Follower(views, ledger, topic.name(), consumer);
        follower.start();
        return new Running(views, follower);
    }

    /** Views that are followed. */
    record Running(CopiedViews views, Follower follower) implements AutoCloseable {

        void awaitAll(World world) throws Exception {
            Eventually.holds(
                    "the views hold everything: " + views.position() + " " + follower.status(),
                    () -> views.position() == world.journal.position());
        }

        @Override
        public void close() {
            follower.close();
        }
    }

    /** Forgets what was acknowledged, as if the relay had been killed before it said so. */
    void sendAgain() throws Exception {
        relay.close();
        execute(
                ledger,
                "update relay.progress set position = 0, sent = array_fill(0::bigint, array[cardinality(sent)])");
        relay = Relay.start(ledger, journal, topic.settings());
        Eventually.holds("all is sent again", () -> relay.position() == journal.position());
    }

    void stopRelay() {
        relay.close();
    }

    void startRelay() {
        relay = Relay.start(ledger, journal, topic.settings());
    }

    Relay relay() {
        return relay;
    }

    static void execute(DataSource database, String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Fails unless the views of a database are those that one process makes of the journal. */
    void assertSameAsInProcess(DataSource views, Vault with) {
        var alone = ViewsDatabase.fresh();
        try (var inProcess = Projections.open(alone, with, new JournalFeed(journal), Clock.systemUTC())) {
            assertThat(inProcess.awaitPosition(journal.position(), Duration.ofSeconds(60)))
                    .isTrue();
        }
        var expected = rows(alone);
        assertThat(expected.get("statement_line")).hasSizeGreaterThan(50);
        assertThat(expected.get("member")).hasSizeGreaterThan(20);
        assertThat(expected.get("contribution")).isNotEmpty();
        Tables.assertSame(rows(views), expected);
    }

    void assertSameAsInProcess() {
        assertSameAsInProcess(database, vault);
    }

    /** Every view, and how far they are; but the places in the topic, which in-process views have not. */
    private static Map<String, List<String>> rows(DataSource database) {
        var rows = new TreeMap<>(Tables.of(database));
        rows.remove("copied");
        return rows;
    }

    @Override
    public void close() {
        relay.close();
        journal.close();
    }
}
