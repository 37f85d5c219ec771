package org.maillage.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures and points of plots as a CSV file: what it is, which one, where on its line, the middle, the least, the most. */
final class Results {

    private static final String FIGURE = "figure";

    private Results() {}

    static void write(Path file, List<Figure> figures, List<Point> points) {
        try (var csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("plot", "series", "x", "median", "least", "most");
            for (var figure : figures) {
                csv.writeRecord(row(FIGURE, figure.name(), "", figure.rounds(), figure.median()));
            }
            for (var point : points) {
                csv.writeRecord(row(point.plot(), point.series(), number(point.x()), point.rounds(), point.median()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> row(String plot, String series, String x, List<Double> rounds, double median) {
        return List.of(plot, series, x, number(median), number(rounds.getFirst()), number(rounds.getLast()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** The points of a plot, in the order of the file. */
    static List<Point> points(Path file, String plot) {
        var points = new ArrayList<Point>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (var row : csv) {
                if (row.getField("plot").equals(plot)) {
                    points.add(new Point(
                            plot,
                            row.getField("series"),
                            Double.parseDouble(row.getField("x")),
                            List.of(
                                    Double.parseDouble(row.getField("least")),
                                    Double.parseDouble(row.getField("median")),
                                    Double.parseDouble(row.getField("most")))));
                }
            }
            return points;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
