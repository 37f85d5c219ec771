package org.maillage.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Runs the measurements named on the command line, or all but the longest, and prints each beside its limit. */
final class Bench {

    private static final int ROUNDS = Integer.getInteger("maillage.bench.rounds", 5);
    private static final int SECONDS = Integer.getInteger("maillage.bench.seconds", 6);

    /** File to write the figures and the points of plots into; none unless it is named. */
    private static final String CSV = System.getProperty("maillage.bench.csv", "");

    /** What takes hours is measured only by its name. */
    private static final Set<String> LONG = Set.of("growth");

    private Bench() {}

    public static void main(String[] args) {
        if (args.length == 2 && args[0].equals("plots")) {
            Plots.draw(Path.of(args[1]), Path.of("docs/images"));
            return;
        }
        var points = new ArrayList<Point>();
        try (var server = new Server()) {
            var all = all(server, points);
            var chosen = args.length == 0
                    ? all.keySet().stream().filter(name -> !LONG.contains(name)).toList()
                    : Arrays.asList(args);
            if (!all.keySet().containsAll(chosen)) {
                System.err.println("bench: choose among " + all.keySet() + ", or draw a file: plots <csv>");
                System.exit(2);
            }
            System.out.printf(
                    "Java %s, %d processors, %d rounds of %d s each%n",
                    Runtime.version(), Runtime.getRuntime().availableProcessors(), ROUNDS, SECONDS);
            var figures = new ArrayList<Figure>();
            all.forEach((name, measure) -> {
                if (chosen.contains(name)) {
                    var measured = measure.get();
                    measured.forEach(System.out::println);
                    figures.addAll(measured);
                }
            });
            if (!CSV.isEmpty()) {
                Results.write(Path.of(CSV), figures, points);
            }
        }
    }

    private static Map<String, Supplier<List<Figure>>> all(Server server, List<Point> points) {
        Map<String, Supplier<List<Figure>>> all = new LinkedHashMap<>();
        all.put("commands", new CommandRate(server, ROUNDS, SECONDS)::measure);
        all.put("hot-account", new HotAccount(server, ROUNDS, SECONDS)::measure);
        all.put("latency", new CommandLatency(server, ROUNDS, SECONDS)::measure);
        all.put("visible", new Visibility(server, ROUNDS, SECONDS)::measure);
        all.put("import", new ImportRate(server, ROUNDS)::measure);
        all.put("rebuild", new RebuildRate(server, ROUNDS)::measure);
        all.put("badges", new BadgeRate(server, ROUNDS)::measure);
        all.put("pages", new PublicPageRate(ROUNDS, SECONDS)::measure);
        all.put("claims-http", new ClaimsOverHttp(server, ROUNDS, SECONDS)::measure);
        all.put("stock", new StockRate(server, ROUNDS, SECONDS, points::add)::measure);
        all.put("start", new StartCost(server, ROUNDS)::measure);
        all.put("growth", new Growth(server, ROUNDS, SECONDS, points::add)::measure);
        return all;
    }
}
