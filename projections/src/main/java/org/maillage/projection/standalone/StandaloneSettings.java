package org.maillage.projection.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.maillage.ledger.vault.MasterKey;
import org.maillage.relay.KafkaSettings;

/**
 * What the process of the views is told by its environment.
 *
 * @param ledger JDBC address of the database with journal and vault
 * @param views JDBC address of the database with the views; the same unless another is named
 * @param kafka where the topic is; how many partitions it has, the relay says
 * @param group processes of one group share the partitions: one for each database of views
 * @param port of health and metrics on the loopback interface; 0 for any that is free
 * @param connections to each of the databases
 */
record StandaloneSettings(
        String ledger,
        String views,
        KafkaSettings kafka,
        MasterKey masterKey,
        String group,
        int port,
        int connections) {

    private static final int PORT = 8090;
    private static final int CONNECTIONS = 6;

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException with what is missing or wrong, for whoever wrote them
     */
    static StandaloneSettings of(Map<String, String> environment) {
        var ledger = jdbc(required(environment, "MAILLAGE_DATABASE_URL", "the address of the database of the journal"));
        var kafka = new KafkaSettings(
                required(environment, "MAILLAGE_KAFKA", "host:port of the brokers"),
                value(environment, "MAILLAGE_KAFKA_TOPIC", KafkaSettings.TOPIC),
                KafkaSettings.PARTITIONS,
                0,
                KafkaSettings.propertiesIn(value(environment, "MAILLAGE_KAFKA_PROPERTIES", "")));
        return new StandaloneSettings(
                ledger,
                jdbc(value(environment, "MAILLAGE_VIEWS_DATABASE_URL", ledger)),
                kafka,
                masterKey(environment),
                value(environment, "MAILLAGE_PROJECTIONS_GROUP", "maillage-views"),
                number(environment, "MAILLAGE_PROJECTIONS_PORT", PORT, 0),
                number(environment, "MAILLAGE_CONNECTIONS", CONNECTIONS, 3));
    }

    /** The same key as that of the web processes: names in views are opened with it. */
    private static MasterKey masterKey(Map<String, String> environment) {
        if (value(environment, MasterKey.VARIABLE, "").isEmpty()) {
            required(environment, "MAILLAGE_DATA", "the folder with the master key; or set " + MasterKey.VARIABLE);
        }
        return MasterKey.of(
                environment, Path.of(value(environment, "MAILLAGE_DATA", "")).resolve("master.key"));
    }

    /** {@code postgresql://user:password@host:port/database} as JDBC has it; a JDBC address as it is. */
    static String jdbc(String address) {
        if (!address.matches("postgres(ql)?://.+")) {
            return address;
        }
        var uri = URI.create(address);
        var jdbc = new StringBuilder("jdbc:postgresql://").append(uri.getHost());
        jdbc.append(uri.getPort() < 0 ? "" : ":" + uri.getPort()).append(uri.getRawPath());
        var parameters = new ArrayList<String>();
        if (uri.getRawQuery() != null) {
            parameters.add(uri.getRawQuery());
        }
        if (uri.getRawUserInfo() != null) {
            var login = uri.getRawUserInfo().replace("+", "%2B");
            int colon = login.indexOf(':');
            parameters.add("user=" + (colon < 0 ? login : login.substring(0, colon)));
            if (colon >= 0) {
                parameters.add("password=" + login.substring(colon + 1));
            }
        }
        return jdbc.append(parameters.isEmpty() ? "" : "?" + String.join("&", parameters))
                .toString();
    }

    private static String required(Map<String, String> environment, String name, String meaning) {
        var value = value(environment, name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("Set " + name + ": " + meaning + ".");
        }
        return value;
    }

    private static String value(Map<String, String> environment, String name, String otherwise) {
        var value = Objects.requireNonNullElse(environment.get(name), "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private static int number(Map<String, String> environment, String name, int otherwise, int least) {
        var text = value(environment, name, Integer.toString(otherwise));
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < least || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException(name + " is not a number from " + least + " to 65535: " + text + ".");
        }
        return Integer.parseInt(text);
    }
}
