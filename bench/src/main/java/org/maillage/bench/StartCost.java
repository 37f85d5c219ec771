package org.maillage.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What it costs to start the whole program, in a process of its own, until it says that it is ready, over a bare program of
 * Spring Boot and Axon on the same libraries, both on databases that are there: CPU of the process and memory that it
 * holds then. The whole program starts with what the JVM learnt in an earlier start, as its container image does, and
 * without; and without in a large network too.
 */
final class StartCost {

    private final Server server;
    private final int rounds;

    StartCost(Server server, int rounds) {
        this.server = server;
        this.rounds = rounds;
    }

    List<Figure> measure() {
        var sizes = Growth.sizes();
        try (var bare = server.database(1);
                var small = new World(server, sizes.getFirst());
                var smallFolder = Folder.make();
                var large = new World(server, sizes.getLast());
                var largeFolder = Folder.make()) {
            // The first start migrates, and builds the views.
            bare(bare.getJdbcUrl()).close();
            Started.shipped(small, smallFolder.path()).close();
            Started.shipped(large, largeFolder.path()).close();
            var rows = new ArrayList<Row>();
            for (var round = 0; round < rounds; round++) {
                rows.add(new Row(
                        use(bare(bare.getJdbcUrl())),
                        use(Started.shipped(small, smallFolder.path(), "-XX:AOTCache=maillage.aot")),
                        use(Started.shipped(small, smallFolder.path())),
                        use(Started.shipped(large, largeFolder.path()))));
            }
            return figures(rows, sizes.getFirst(), sizes.getLast());
        }
    }

    private static Started bare(String address) {
        return Started.of(
                "bench/target/classes:" + Started.APP + "/lib/*",
                BareProgram.class,
                "--spring.config.name=bare",
                "--spring.main.banner-mode=off",
                "--spring.threads.virtual.enabled=true",
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--spring.datasource.url=" + address,
                "--spring.datasource.username=postgres",
                "--spring.autoconfigure.exclude=" + BareProgram.WITHOUT);
    }

    private static Use use(Started started) {
        try (started) {
            return new Use(started.cpuSeconds(), started.resident() / 1e6, started.seconds());
        }
    }

    /** What one start used: seconds of CPU, megabytes, seconds that passed. */
    private record Use(double cpu, double megabytes, double seconds) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f s of CPU, %.0f MB, ready in %.1f s", cpu, megabytes, seconds);
        }
    }

    /** The starts of one round. */
    private record Row(Use bare, Use cached, Use small, Use large) {}

    private static List<Figure> figures(List<Row> rows, int small, int large) {
        var last = rows.getLast();
        var cached = "last round: %s with %d members; bare: %s".formatted(last.cached(), small, last.bare());
        var beside = "last round: %s with %d members; bare: %s".formatted(last.small(), small, last.bare());
        var grown = "last round: %s with %d members".formatted(last.large(), large);
        return List.of(
                figure(
                        "CPU from start to ready with the AOT cache of the image over a bare program without",
                        "≤ 1.4",
                        rows,
                        cached,
                        row -> row.cached().cpu() / row.bare().cpu()),
                figure(
                        "memory when ready with the AOT cache of the image over a bare program without",
                        "≤ 1.5",
                        rows,
                        cached,
                        row -> row.cached().megabytes() / row.bare().megabytes()),
                figure(
                        "CPU from start to ready over a bare program",
                        "≤ 1.4",
                        rows,
                        beside,
                        row -> row.small().cpu() / row.bare().cpu()),
                figure(
                        "memory when ready over a bare program",
                        "≤ 1.5",
                        rows,
                        beside,
                        row -> row.small().megabytes() / row.bare().megabytes()),
                figure(
                        "CPU from start to ready, large network over small",
                        "1",
                        rows,
                        grown,
                        row -> row.large().cpu() / row.small().cpu()),
                figure(
                        "memory when ready, large network over small",
                        "1",
                        rows,
                        grown,
                        row -> row.large().megabytes() / row.small().megabytes()));
    }

    private static Figure figure(String name, String goal, List<Row> rows, String beside, ToDoubleFunction<Row> value) {
        return new Figure(name, goal, rows.stream().mapToDouble(value).boxed().toList(), beside);
    }
}
