package org.maillage.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.event.LedgerEvent;

/**
 * Durable commands a second beside other event stores that append the same event, one a transaction, on the same server in
 * the same round: Axon's own engine, and where Node is there emmett and message-db. Ours decide; the others only append.
 */
final class StockRate {

    /** How many are in flight: {@code 32,256} unless {@code maillage.bench.inflight} says otherwise. */
    private static final String IN_FLIGHT = System.getProperty("maillage.bench.inflight", "32,256");

    private static final String OURS = "Maillage";
    private static final String LIMIT = "PostgreSQL, one insert a transaction";
    private static final String AXON = "Axon’s JDBC engine";

    private final Server server;
    private final int rounds;
    private final int seconds;
    private final Consumer<Point> points;

    StockRate(Server server, int rounds, int seconds, Consumer<Point> points) {
        this.server = server;
        this.rounds = rounds;
        this.seconds = seconds;
        this.points = points;
    }

    List<Figure> measure() {
        var figures = new ArrayList<Figure>();
        var inFlight =
                Stream.of(IN_FLIGHT.split(",", -1)).mapToInt(Integer::parseInt).toArray();
        var most = java.util.Arrays.stream(inFlight).max().orElseThrow();
        try (var folder = Folder.make();
                var world = new World(server, 300)) {
            Sql.run(world.database, CommandRate.TABLE);
            var pgbench = new Pgbench(server, world.database);
            CommandRate.claims(server, world, 64, Math.max(5, seconds)); // warm
            var event = world.journal
                    .after(world.journal.position() - 1, 1)
                    .getFirst()
                    .event();
            var node = node(event, folder.path());
            // As many connections as are in flight: it must not wait for one.
            try (var axon = new StockEngine(server.database(most))) {
                axon(axon, event, 64, Math.max(5, seconds)); // warm
                for (var each : inFlight) {
                    figures.addAll(at(each, world, pgbench, axon, event, node));
                }
            }
        }
        return figures;
    }

    private List<NodeRate> node(LedgerEvent event, Path folder) {
        if (!NodeRate.isThere()) {
            System.err.println("bench: bench/node is not installed (npm): emmett and message-db are not measured");
            return List.of();
        }
        try {
            var file = Files.write(folder.resolve("event.json"), EventJson.write(event));
            return List.of(new NodeRate(server, "emmett", file), new NodeRate(server, "message-db", file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Figure> at(
            int inFlight, World world, Pgbench pgbench, StockEngine axon, LedgerEvent event, List<NodeRate> node) {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        var last = "";
        for (var round = 0; round < rounds; round++) {
            var ours = CommandRate.claims(server, world, inFlight, seconds);
            var theirs = axon(axon, event, inFlight, seconds);
            keep(rates, OURS, ours.perSecond());
            keep(rates, AXON, theirs.perSecond());
            keep(rates, LIMIT, pgbench.rate(CommandRate.INSERT.replace('\n', ' '), inFlight, seconds));
            node.forEach(store -> keep(rates, store.store(), store.rate(inFlight, seconds)));
            last = String.format(
                    Locale.ROOT,
                    "CPU of each %.0f µs of ours, %.0f µs of Axon’s (in PostgreSQL %.0f and %.0f)",
                    ours.cpuMicros(),
                    theirs.cpuMicros(),
                    ours.postgresMicros(),
                    theirs.postgresMicros());
        }
        rates.forEach((series, values) -> points.accept(new Point(Point.WRITERS, series, inFlight, values)));
        return figures(inFlight, rates, last);
    }

    private static void keep(Map<String, List<Double>> rates, String series, double rate) {
        rates.computeIfAbsent(series, _ -> new ArrayList<>()).add(rate);
    }

    private List<Figure> figures(int inFlight, Map<String, List<Double>> rates, String last) {
        var figures = new ArrayList<Figure>();
        var ours = rates.getOrDefault(OURS, List.of());
        rates.forEach((series, theirs) -> {
            if (!series.equals(OURS) && !series.equals(LIMIT)) {
                var ratios = new ArrayList<Double>();
                for (var round = 0; round < rounds; round++) {
                    ratios.add(ours.get(round) / theirs.get(round));
                }
                figures.add(new Figure(
                        "commands over appends by %s, %d in flight".formatted(series, inFlight),
                        "beside",
                        ratios,
                        String.format(
                                Locale.ROOT,
                                "last round: %.0f a second of ours, %.0f of theirs; %s",
                                ours.getLast(),
                                theirs.getLast(),
                                last)));
            }
        });
        return figures;
    }

    private Load axon(StockEngine axon, LedgerEvent event, int inFlight, int seconds) {
        return Load.run(server, inFlight, seconds, _ -> axon.append(event));
    }
}
