package org.maillage.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where Kafka is, and what the topic of the events is like.
 *
 * @param servers brokers to begin with: {@code host:port}, by commas
 * @param topic its name
 * @param partitions how many it has, for ever: an event's partition follows from them
 * @param replicas how many brokers keep each of them; 0 for the cluster's default
 * @param properties further settings of Kafka's clients, such as those of a secured cluster
 */
public record KafkaSettings(
        String servers, String topic, int partitions, int replicas, Map<String, String> properties) {

    /** The topic's name unless another is given. */
    public static final String TOPIC = "maillage.events";

    /** Its partitions unless another number is given: as many processes may fold views at once. */
    public static final int PARTITIONS = 12;

    private static final Pattern SERVERS =
            Pattern.compile("[^\\s,:]+:\\d{1,5}(\\s*,\\s*[^\\s,:]+:\\d{1,5})*" + "|\\[[0-9a-fA-F:]+]:\\d{1,5}");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,200}");

    /** Checked settings. @throws IllegalArgumentException with what is wrong, for whoever wrote them */
    public KafkaSettings {
        properties = Map.copyOf(properties);
        require(SERVERS.matcher(servers).matches(), "MAILLAGE_KAFKA is not host:port, several by commas: " + servers);
        require(NAME.matcher(topic).matches(), "MAILLAGE_KAFKA_TOPIC is no topic's name: " + topic);
        require(partitions >= 1 && partitions <= 1_000, "MAILLAGE_KAFKA_PARTITIONS is not from 1 to 1000");
        require(replicas >= 0 && replicas <= 100, "MAILLAGE_KAFKA_REPLICAS is not from 1 to 100");
    }

    /** Settings that name the brokers alone. */
    public static KafkaSettings of(String servers) {
        return new KafkaSettings(servers, TOPIC, PARTITIONS, 0, Map.of());
    }

    /** Further settings of Kafka's clients from a properties file; none for a blank path. */
    public static Map<String, String> propertiesIn(String path) {
        var properties = new Properties();
        if (!path.isBlank()) {
            try (var reader = Files.newBufferedReader(Path.of(path))) {
                properties.load(reader);
            } catch (IOException e) {
                throw new IllegalArgumentException("MAILLAGE_KAFKA_PROPERTIES cannot be read: " + path, e);
            }
        }
        var settings = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    /** What a client is made with: its own settings, and of the further ones those that it knows. */
    public Map<String, Object> client(Set<String> known, Map<String, Object> own) {
        var all = new HashMap<>(own);
        all.put("bootstrap.servers", servers);
        properties.forEach((name, value) -> {
            if (known.contains(name)) {
                all.put(name, value);
            }
        });
        return all;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
