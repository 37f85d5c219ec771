package org.maillage.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Runs the measurements named on the command line, or all of them, and prints each beside its limit. */
final class Bench {

    private static final int ROUNDS = Integer.getInteger("maillage.bench.rounds", 5);
    private static final int SECONDS = Integer.getInteger("maillage.bench.seconds", 6);

    private Bench() {}

    public static void main(String[] args) {
        try (var server = new Server()) {
            Map<String, Supplier<List<Figure>>> all = new LinkedHashMap<>();
            all.put("commands", new CommandRate(server, ROUNDS, SECONDS)::measure);
            all.put("hot-account", new HotAccount(server, ROUNDS, SECONDS)::measure);
            all.put("import", new ImportRate(server, ROUNDS)::measure);
            all.put("rebuild", new RebuildRate(server, ROUNDS)::measure);
            all.put("badges", new BadgeRate(server, ROUNDS)::measure);
            all.put("pages", new PublicPageRate(ROUNDS, SECONDS)::measure);
            var chosen = args.length == 0 ? List.copyOf(all.keySet()) : Arrays.asList(args);
            if (!all.keySet().containsAll(chosen)) {
                System.err.println("bench: choose among " + all.keySet());
                System.exit(2);
            }
            System.out.printf(
                    "Java %s, %d processors, %d rounds of %d s each%n",
                    Runtime.version(), Runtime.getRuntime().availableProcessors(), ROUNDS, SECONDS);
            all.forEach((name, measure) -> {
                if (chosen.contains(name)) {
                    measure.get().forEach(System.out::println);
                }
            });
        }
    }
}
