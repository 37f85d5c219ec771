package org.maillage.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a network's growth costs: an import, a hot account, commands, their latency and a rebuild in networks of more and
 * more members, each as the ratio to its limit in that network, and how much of the smallest network's is lost. Commands
 * are spread evenly over all members, so that in a large network each meets a member whom nothing has read before; then
 * they are measured again by members who have claimed just before.
 */
final class Growth {

    private static final String KEPT = "≥ 0.8";

    /** Members who claim again and again: fewer than are kept in memory. */
    private static final int AGAIN = 10_000;

    private final Server server;
    private final int rounds;
    private final int seconds;
    private final Consumer<Point> points;

    Growth(Server server, int rounds, int seconds, Consumer<Point> points) {
        this.server = server;
        this.rounds = rounds;
        this.seconds = seconds;
        this.points = points;
    }

    /** How many members: {@code 100,10000,1000000} unless {@code maillage.bench.members} says otherwise. */
    static List<Integer> sizes() {
        return Stream.of(System.getProperty("maillage.bench.members", "100,10000,1000000")
                        .split(",", -1))
                .map(Integer::valueOf)
                .toList();
    }

    List<Figure> measure() {
        var sizes = sizes();
        Map<String, List<Figure>> measured = new LinkedHashMap<>();
        at(sizes.getFirst()); // warm: else the smallest network would be measured on code that is not compiled yet
        for (var size : sizes) {
            at(size).forEach(figure -> measured.computeIfAbsent(figure.name(), _ -> new ArrayList<>())
                    .add(figure));
        }
        System.out.print(table(sizes, measured));
        measured.forEach((name, row) -> {
            for (var i = 0; i < row.size(); i++) {
                var costs = List.of(1 / kept(row.getFirst(), row.get(i)));
                points.accept(new Point(Point.MEMBERS, name, sizes.get(i), costs));
            }
        });
        return measured.values().stream()
                .map(row -> new Figure(
                        row.getFirst().name() + ", kept",
                        KEPT,
                        List.of(kept(row.getFirst(), row.getLast())),
                        "%d members: %s"
                                .formatted(sizes.getLast(), row.getLast().beside())))
                .toList();
    }

    private List<Figure> at(int size) {
        var figures = new ArrayList<Figure>();
        var start = System.nanoTime();
        try (var world = new World(server, size)) {
            System.err.printf(Locale.ROOT, "%d members made in %.0f s%n", size, (System.nanoTime() - start) / 1e9);
            // First what needs days on which nobody has claimed, last what reads everything.
            figures.add(new ImportRate(server, 1).on(world));
            figures.addAll(new HotAccount(server, rounds, seconds).on(world));
            var commands = commands(world);
            figures.addAll(commands);
            figures.addAll(again(size > AGAIN ? commandsAgain(world) : commands));
            figures.addAll(new RebuildRate(server, 1).on(world));
            Sql.run(world.database, "drop table copied, one_insert, hot_row");
        }
        return figures;
    }

    private List<Figure> commands(World world) {
        var figures = new ArrayList<Figure>();
        figures.addAll(new CommandRate(server, rounds, seconds).on(world));
        figures.addAll(new CommandLatency(server, rounds, seconds).on(world));
        return figures;
    }

    /** What warms it is enough to have met them all. */
    private List<Figure> commandsAgain(World world) {
        world.onlyClaim(AGAIN);
        return commands(world);
    }

    private static List<Figure> again(List<Figure> figures) {
        return figures.stream()
                .map(figure -> new Figure(
                        figure.name() + ", of %,d members met before".formatted(AGAIN),
                        figure.goal(),
                        figure.rounds(),
                        figure.beside()))
                .toList();
    }

    /** The share of what the smallest network has that a larger one keeps; 1 where nothing is lost. */
    private static double kept(Figure smallest, Figure figure) {
        return figure.goal().startsWith("≤")
                ? smallest.median() / figure.median()
                : figure.median() / smallest.median();
    }

    private static String table(List<Integer> sizes, Map<String, List<Figure>> measured) {
        var table = new StringBuilder(String.format(Locale.ROOT, "%n%-70s", "members"));
        sizes.forEach(size -> table.append(String.format(Locale.ROOT, "%12d", size)));
        table.append("        loss\n");
        measured.forEach((name, row) -> {
            table.append(String.format(Locale.ROOT, "%-70s", name));
            row.forEach(figure -> table.append(String.format(Locale.ROOT, "%12.2f", figure.median())));
            table.append(String.format(Locale.ROOT, "%10.0f %%%n", 100 * (1 - kept(row.getFirst(), row.getLast()))));
        });
        return table.append('\n').toString();
    }
}
