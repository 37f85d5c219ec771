package org.maillage.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maillage.relay.RelayStatus.State;

/** A topic that would lose events or not take them is refused, and the message says what to set. */
class EventTopicTest {

    private static final Map<String, String> RIGHT = Map.of(
            "cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1", "max.message.bytes", "4194304");

    @Test
    void a_missing_topic_is_made_to_keep_everything() throws Exception {
        var topic = Topic.fresh(4);
        assertThat(new EventTopic(topic.settings()).ensure()).isTrue();
        assertThat(new EventTopic(topic.settings()).ensure()).isFalse();
        assertThat(topic.configuration("cleanup.policy")).isEqualTo("delete");
        assertThat(topic.configuration("retention.ms")).isEqualTo("-1");
        assertThat(topic.configuration("retention.bytes")).isEqualTo("-1");
        assertThat(topic.configuration("max.message.bytes")).isEqualTo("4194304");
        assertThat(topic.configuration("message.timestamp.type")).isEqualTo("LogAppendTime");
        assertThat(topic.configuration("unclean.leader.election.enable")).isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource({
        "cleanup.policy, compact, Set cleanup.policy = delete",
        "cleanup.policy, 'compact,delete', Set cleanup.policy = delete",
        "retention.ms, 604800000, Set retention.ms = -1",
        "retention.bytes, 1000000, Set retention.bytes = -1",
        "max.message.bytes, 1048588, Set max.message.bytes = 4194304",
        "min.insync.replicas, 2, it takes nothing",
        "unclean.leader.election.enable, true, Set it to false",
    })
    void a_wrong_setting_is_refused_by_its_name(String setting, String value, String advice) throws Exception {
        var topic = Topic.fresh(2);
        var configuration = new HashMap<>(RIGHT);
        configuration.put(setting, value);
        topic.make(configuration);
        assertThatThrownBy(() -> new EventTopic(topic.settings()).ensure())
                .isInstanceOf(TopicRefused.class)
                .hasMessageContaining(topic.name())
                .hasMessageContaining(setting + " = " + value)
                .hasMessageContaining(advice);
    }

    @Test
    void another_number_of_partitions_is_refused() throws Exception {
        var made = Topic.fresh(3);
        made.make(RIGHT);
        var asked = new Topic(made.broker(), made.name(), 4);
        assertThatThrownBy(() -> new EventTopic(asked.settings()).ensure())
                .isInstanceOf(TopicRefused.class)
                .hasMessageContaining("has 3 partitions, and MAILLAGE_KAFKA_PARTITIONS says 4");
    }

    @Test
    void a_relay_refuses_a_wrong_topic_in_words_and_begins_once_it_is_mended() throws Exception {
        var topic = Topic.fresh(2);
        topic.make(Map.of());
        try (var journal = FilledJournal.of(200);
                var relay = Relay.start(journal.database, journal.journal, topic.settings(), Duration.ofSeconds(1))) {
            Eventually.holds("it refuses", () -> relay.status().state() == State.REFUSED);
            assertThat(relay.status().why()).contains("retention.ms");
            assertThat(topic.size()).isZero();

            topic.configure("retention.ms", "-1");
            topic.configure("max.message.bytes", "4194304");

            Eventually.holds("it copies", () -> relay.position() == 200);
            Copy.of(topic).assertIs(journal);
        }
    }
}
