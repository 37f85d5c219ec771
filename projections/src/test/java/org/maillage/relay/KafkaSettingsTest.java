package org.maillage.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"kafka:9092", "one.example:9092, two.example:9093", "127.0.0.1:1", "[::1]:9092"})
    void brokers_are_named_by_host_and_port(String servers) {
        assertThat(KafkaSettings.of(servers).servers()).isEqualTo(servers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "kafka:", ":9092", "kafka:9092,", "http://kafka:9092", "kafka 9092", "true"})
    void anything_else_is_refused_at_once(String servers) {
        assertThatThrownBy(() -> KafkaSettings.of(servers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MAILLAGE_KAFKA is not host:port");
    }

    @Test
    void a_client_gets_its_own_settings_and_of_the_file_those_that_it_knows(@TempDir Path folder) throws IOException {
        var file = folder.resolve("kafka.properties");
        Files.writeString(file, "security.protocol=SSL\nlinger.ms=9\n");
        var properties = KafkaSettings.propertiesIn(file.toString());
        var settings = new KafkaSettings("kafka:9092", "events", 3, 0, properties);
        assertThat(settings.client(Set.of("security.protocol"), Map.of("client.id", "one")))
                .isEqualTo(Map.of("client.id", "one", "security.protocol", "SSL", "bootstrap.servers", "kafka:9092"));
        assertThat(KafkaSettings.propertiesIn("")).isEmpty();
        assertThatThrownBy(() -> KafkaSettings.propertiesIn(folder + "/none"))
                .hasMessageContaining("MAILLAGE_KAFKA_PROPERTIES cannot be read");
    }
}
