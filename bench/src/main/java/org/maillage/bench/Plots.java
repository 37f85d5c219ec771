package org.maillage.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Draws what a run wrote as CSV. */
final class Plots {

    /** What is drawn: the plot of the file, and the words about it. */
    private static final Map<String, Chart.Words> DRAWN = Map.of(
            Point.WRITERS,
            new Chart.Words("Durable commands a second against how many are in flight", "in flight", "a second"),
            Point.MEMBERS,
            new Chart.Words("What a network’s growth costs, over the smallest network’s", "members", "times the cost"));

    private Plots() {}

    /** Draws each plot that a file has points of into a folder, as {@code bench-<plot>.svg}; says which. */
    static void draw(Path csv, Path folder) {
        DRAWN.forEach((plot, words) -> {
            var points = Results.points(csv, plot);
            if (!points.isEmpty()) {
                var file = folder.resolve("bench-" + plot + ".svg");
                try {
                    Files.writeString(file, new Chart(words, points).svg());
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
                System.out.println(file);
            }
        });
    }
}
