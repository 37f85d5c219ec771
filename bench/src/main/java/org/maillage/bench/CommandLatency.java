package org.maillage.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long a command takes 8 users who send one after another, over how long PostgreSQL takes for one insert of such a row
 * a transaction, by plain JDBC on as many connections. Whoever is measured first in a round comes second in the next.
 */
final class CommandLatency {

    private static final int USERS = 8;

    private final Server server;
    private final int rounds;
    private final int seconds;

    CommandLatency(Server server, int rounds, int seconds) {
        this.server = server;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    List<Figure> measure() {
        try (var world = new World(server, 300)) {
            return on(world);
        }
    }

    /** The same in a world that is there. */
    List<Figure> on(World world) {
        Sql.run(world.database, CommandRate.TABLE);
        CommandRate.claims(server, world, USERS, Math.max(5, seconds)); // warm
        inserts(world);
        var ratios = new ArrayList<Double>();
        var medians = new ArrayList<Double>();
        var last = "";
        for (var round = 0; round < rounds; round++) {
            var first = round % 2 == 0 ? inserts(world) : commands(world);
            var second = round % 2 == 0 ? commands(world) : inserts(world);
            var raw = round % 2 == 0 ? first : second;
            var ours = round % 2 == 0 ? second : first;
            ratios.add(ours.p99() / raw.p99());
            medians.add(ours.median() / raw.median());
            last = String.format(
                    Locale.ROOT,
                    "last round: p99 %.2f ms (median %.2f), of a raw insert %.2f ms (median %.2f)",
                    ours.p99(),
                    ours.median(),
                    raw.p99(),
                    raw.median());
        }
        return List.of(
                new Figure("p99 of a command at 8 users over p99 of a raw insert", "≤ 1.3", ratios, last),
                new Figure("median of a command at 8 users over that of a raw insert", "≤ 1.3", medians, last));
    }

    private Waits commands(World world) {
        var waits = new Waits();
        Load.run(server, USERS, seconds, _ -> waits.time(() -> world.execute(CommandRate.claim(world))));
        return waits;
    }

    private Waits inserts(World world) {
        var waits = new Waits();
        try (var users = new Inserters(world)) {
            Load.run(server, USERS, seconds, number -> waits.time(() -> users.insert(number % USERS)));
        }
        return waits;
    }

    /** A connection for each user, with the statement prepared. */
    private static final class Inserters implements AutoCloseable {

        private final List<Connection> connections = new ArrayList<>();
        private final List<PreparedStatement> statements = new ArrayList<>();

        Inserters(World world) {
            try {
                for (var user = 0; user < USERS; user++) {
                    var connection = world.database.getConnection();
                    connections.add(connection);
                    statements.add(connection.prepareStatement(CommandRate.INSERT));
                }
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        int insert(int user) {
            try {
                return statements.get(user).executeUpdate();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void close() {
            try {
                for (var connection : connections) {
                    connection.close();
                }
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
