package org.maillage.relay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far the copy is.
 *
 * @param position every event up to it was acknowledged by the brokers
 * @param sent position of the last of them in each partition; 0 for none
 */
public record Copied(long position, List<Long> sent) {

    private static final String FIND = "select position, sent from relay.progress where topic = ?";

    /** Copies the list in. */
    public Copied {
        sent = List.copyOf(sent);
    }

    /** Of a topic that holds nothing. */
    static Copied nothing(int partitions) {
        return new Copied(0, java.util.Collections.nCopies(partitions, 0L));
    }

    /** How far the copy to a topic is; empty where no relay has ever begun it. */
    public static Optional<Copied> find(Connection connection, String topic) throws SQLException {
        try (var there = connection.prepareStatement("select to_regclass('relay.progress') is not null");
                var answer = there.executeQuery()) {
            if (!answer.next() || !answer.getBoolean(1)) {
                return Optional.empty();
            }
        }
        try (var statement = connection.prepareStatement(FIND)) {
            statement.setString(1, topic);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    /** Of a row with {@code position} and {@code sent}. */
    static Copied read(ResultSet row) throws SQLException {
        return new Copied(row.getLong("position"), new ArrayList<>(List.of((Long[])
                row.getArray("sent").getArray())));
    }

    /** The positions of the partitions as PostgreSQL reads an array. */
    String array() {
        return sent.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
