package org.maillage.web.wiring;

import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.journal.PostgresJournal;
import org.maillage.relay.KafkaSettings;
import org.maillage.relay.Relay;
import org.maillage.relay.RelayStatus;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The copy of the journal on Kafka, where brokers are named; otherwise nothing of it is made or runs. */
@Component
@EnableConfigurationProperties(Copying.Brokers.class)
public final class Copying {

    private final @Nullable Relay relay;

    /**
     * Where the copy goes.
     *
     * @param servers {@code host:port} of brokers, by commas (MAILLAGE_KAFKA); empty for no copy
     * @param topic its name (MAILLAGE_KAFKA_TOPIC)
     * @param partitions how many it has, for ever (MAILLAGE_KAFKA_PARTITIONS)
     * @param replicas how many brokers keep each (MAILLAGE_KAFKA_REPLICAS); 0 for the cluster's default
     * @param properties file with further settings of Kafka's clients (MAILLAGE_KAFKA_PROPERTIES); empty for none
     */
    @ConfigurationProperties("maillage.kafka")
    record Brokers(String servers, String topic, int partitions, int replicas, String properties) {}

    // The brokers may be away: the program serves all the same.
    Copying(Brokers brokers, PostgresJournal journal, DataSource dataSource) {
        relay = brokers.servers().isBlank() ? null : Relay.start(dataSource, journal, settings(brokers));
    }

    private static KafkaSettings settings(Brokers brokers) {
        try {
            return new KafkaSettings(
                    brokers.servers().strip(),
                    brokers.topic(),
                    brokers.partitions(),
                    brokers.replicas(),
                    KafkaSettings.propertiesIn(brokers.properties()));
        } catch (IllegalArgumentException e) {
            throw new StartupFailure(e.getMessage() + ".", e);
        }
    }

    /** What this process's relay is at; empty where no copy is made. */
    public Optional<RelayStatus> status() {
        return Optional.ofNullable(relay).map(Relay::status);
    }

    /** Every event up to it is on Kafka, whichever process brought it there; 0 where no copy is made. */
    public long position() {
        return relay == null ? 0 : relay.position();
    }

    // Called by Shutdown, once the journal takes nothing more.
    void close() {
        if (relay != null) {
            relay.close();
        }
    }
}
