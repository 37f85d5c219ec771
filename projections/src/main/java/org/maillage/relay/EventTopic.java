package org.maillage.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topic of the events: made by the program where it is missing, and refused where it would lose or refuse events. */
final class EventTopic {

    /** The largest event that the topic must take, with what Kafka adds. */
    static final int LARGEST = 4 * 1024 * 1024;

    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private static final Map<String, String> MADE_WITH = Map.of(
            "cleanup.policy", "delete",
            "retention.ms", "-1",
            "retention.bytes", "-1",
            "max.message.bytes", Integer.toString(LARGEST),
            "unclean.leader.election.enable", "false",
            // The brokers' clocks: a journal whose clock is ahead of theirs would be refused.
            "message.timestamp.type", "LogAppendTime");

    private final KafkaSettings settings;

    EventTopic(KafkaSettings settings) {
        this.settings = settings;
    }

    /**
     * Makes the topic where it is missing, and checks it.
     *
     * @return whether it was made now, so that it holds nothing
     * @throws TopicRefused where it is not what the copy needs
     * @throws KafkaException where the brokers do not answer or refuse
     */
    boolean ensure() {
        var own = Map.<String, Object>of(
                AdminClientConfig.CLIENT_ID_CONFIG, "maillage-topic",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 8_000);
        try (var admin = Admin.create(settings.client(AdminClientConfig.configNames(), own))) {
            var found = describe(admin);
            if (found.isPresent()) {
                check(admin, found.get());
                return false;
            }
            boolean made = make(admin);
            var description = awaited(admin);
            if (made) {
                requireTwoOfThree(admin, replicas(description));
            }
            check(admin, description);
            return made;
        }
    }

    private Optional<TopicDescription> describe(Admin admin) {
        try {
            var topics = get(admin.describeTopics(List.of(settings.topic())).allTopicNames());
            return Optional.ofNullable(topics.get(settings.topic()));
        } catch (UnknownTopicOrPartitionException _) {
            return Optional.empty();
        }
    }

    private boolean make(Admin admin) {
        var replicas = settings.replicas() == 0 ? Optional.<Short>empty() : Optional.of((short) settings.replicas());
        var topic = new NewTopic(settings.topic(), Optional.of(settings.partitions()), replicas).configs(MADE_WITH);
        try {
            get(admin.createTopics(List.of(topic)).all());
            return true;
        } catch (TopicExistsException _) {
            // Another process was faster.
            return false;
        }
    }

    /** The brokers know a new topic a little later than the controller. */
    private TopicDescription awaited(Admin admin) {
        long end = System.nanoTime() + ANSWER.toNanos();
        while (System.nanoTime() < end) {
            var description = describe(admin);
            if (description.isPresent()) {
                return description.get();
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        throw new TimeoutException("the new topic " + settings.topic() + " does not appear");
    }

    private void requireTwoOfThree(Admin admin, int replicas) {
        if (replicas >= 3) {
            var two = new AlterConfigOp(new ConfigEntry("min.insync.replicas", "2"), AlterConfigOp.OpType.SET);
            get(admin.incrementalAlterConfigs(Map.of(resource(), List.of(two))).all());
        }
    }

    private void check(Admin admin, TopicDescription topic) {
        int partitions = topic.partitions().size();
        refuseUnless(
                partitions == settings.partitions(),
                "has " + partitions + " partitions, and MAILLAGE_KAFKA_PARTITIONS says " + settings.partitions()
                        + ": their number never changes, for an event's partition follows from it");
        var config = get(admin.describeConfigs(List.of(resource())).all()).get(resource());
        Objects.requireNonNull(config, "no configuration");
        requireAll(config);
        int replicas = replicas(topic);
        int insync = Integer.parseInt(value(config, "min.insync.replicas"));
        refuseUnless(
                insync <= replicas,
                "has min.insync.replicas = " + insync + " and " + replicas + " replicas: it takes nothing");
        refuseUnless(
                replicas < 3 || insync >= 2,
                "has " + replicas + " replicas and min.insync.replicas = " + insync
                        + ": one broker's loss could lose events. Set min.insync.replicas = 2");
    }

    private void requireAll(Config config) {
        var cleanup = value(config, "cleanup.policy");
        refuseUnless(
                cleanup.equals("delete"),
                "has cleanup.policy = " + cleanup
                        + ": it would drop all but the last events of a network. Set cleanup.policy = delete");
        for (var kept : List.of("retention.ms", "retention.bytes")) {
            var value = value(config, kept);
            refuseUnless(
                    value.equals("-1"),
                    "has " + kept + " = " + value + ": it would forget old events. Set " + kept + " = -1");
        }
        int largest = Integer.parseInt(value(config, "max.message.bytes"));
        refuseUnless(
                largest >= LARGEST,
                "has max.message.bytes = " + largest + ": a large event would not go in. Set max.message.bytes = "
                        + LARGEST);
        var unclean = value(config, "unclean.leader.election.enable");
        refuseUnless(
                unclean.equals("false"),
                "has unclean.leader.election.enable = " + unclean
                        + ": it could lose acknowledged events. Set it to false");
    }

    private void refuseUnless(boolean holds, String wrong) {
        if (!holds) {
            throw new TopicRefused("The topic " + settings.topic() + " " + wrong + ".");
        }
    }

    private static String value(Config config, String name) {
        return Objects.requireNonNull(config.get(name), name).value();
    }

    private static int replicas(TopicDescription topic) {
        return topic.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
    }

    private ConfigResource resource() {
        return new ConfigResource(ConfigResource.Type.TOPIC, settings.topic());
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("no answer within " + ANSWER.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        }
    }
}
