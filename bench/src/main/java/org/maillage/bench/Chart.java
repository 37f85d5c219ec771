package org.maillage.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines over a logarithmic scale, as an SVG that follows the reader's light or dark. */
final class Chart {

    private static final int WIDTH = 760;
    private static final int LEFT = 70;
    private static final int RIGHT = 730;
    private static final int TOP = 60;
    private static final int BOTTOM = 360;
    private static final int LINE = 22;
    private static final int COLOURS = 8;
    private static final int STEPS = 5;

    // Colours that differ in lightness too, so that they are told apart without seeing colour.
    private static final String STYLE = """
        <style>
        text { font: 13px system-ui, sans-serif; fill: #1f2328 }
        .title { font-size: 15px; font-weight: 600 }
        .ground { fill: #ffffff }
        .grid { stroke: #d0d7de; stroke-width: 1 }
        .line { fill: none; stroke-width: 2.5 }
        .s0 { stroke: #b5382a; fill: #b5382a } .s1 { stroke: #0b5cad; fill: #0b5cad }
        .s2 { stroke: #5b6570; fill: #5b6570 } .s3 { stroke: #1a7f4b; fill: #1a7f4b }
        .s4 { stroke: #8a5a00; fill: #8a5a00 } .s5 { stroke: #7b3fb5; fill: #7b3fb5 }
        .s6 { stroke: #006d77; fill: #006d77 } .s7 { stroke: #a3246b; fill: #a3246b }
        @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3 }
        .ground { fill: #0d1117 }
        .grid { stroke: #30363d }
        .s0 { stroke: #ff8a75; fill: #ff8a75 } .s1 { stroke: #6cb6ff; fill: #6cb6ff }
        .s2 { stroke: #adb5bd; fill: #adb5bd } .s3 { stroke: #57d08c; fill: #57d08c }
        .s4 { stroke: #e3b341; fill: #e3b341 } .s5 { stroke: #c9a2f5; fill: #c9a2f5 }
        .s6 { stroke: #56c7d1; fill: #56c7d1 } .s7 { stroke: #f586bd; fill: #f586bd }
        }
        path.line { fill: none }
        </style>
        """;

    /** What is written about a chart: what it shows, and what its axes count. */
    record Words(String title, String across, String up) {}

    private final Words words;
    private final Map<String, List<Point>> series = new LinkedHashMap<>();
    private final List<Double> places;
    private final double highest;

    Chart(Words words, List<Point> points) {
        this.words = words;
        for (var point : points) {
            series.computeIfAbsent(point.series(), _ -> new java.util.ArrayList<>())
                    .add(point);
        }
        series.values().forEach(line -> line.sort(Comparator.comparingDouble(Point::x)));
        places = points.stream().map(Point::x).distinct().sorted().toList();
        highest = round(points.stream()
                .mapToDouble(point -> point.rounds().getLast())
                .max()
                .orElseThrow());
    }

    /** The next number above of one significant digit. */
    private static double round(double most) {
        var unit = Math.pow(10, Math.floor(Math.log10(most)));
        return Math.ceil(most / unit) * unit;
    }

    String svg() {
        var height = BOTTOM + 60 + LINE * series.size();
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
                .formatted(WIDTH, height, escaped(words.title())));
        svg.append(STYLE);
        svg.append("<rect class=\"ground\" width=\"%d\" height=\"%d\"/>\n".formatted(WIDTH, height));
        text(svg, "title", LEFT, 24, "start", words.title());
        text(svg, "", LEFT, TOP - 14, "start", words.up());
        text(svg, "", RIGHT, BOTTOM + 40, "end", words.across());
        axes(svg);
        var number = 0;
        for (var line : series.entrySet()) {
            line(svg, number++, line.getKey(), line.getValue());
        }
        return svg.append("</svg>\n").toString();
    }

    private void axes(StringBuilder svg) {
        for (var step = 0; step <= STEPS; step++) {
            var value = highest * step / STEPS;
            var y = y(value);
            svg.append(String.format(Locale.ROOT, "<path class=\"grid\" d=\"M%d %.1fH%d\"/>%n", LEFT, y, RIGHT));
            text(svg, "", LEFT - 8, y + 4, "end", number(value));
        }
        for (var place : places) {
            text(svg, "", x(place), BOTTOM + 20, "middle", number(place));
        }
    }

    private void line(StringBuilder svg, int number, String name, List<Point> line) {
        var path = new StringBuilder();
        for (var point : line) {
            path.append(String.format(
                    Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(point.x()), y(point.median())));
        }
        var colour = "s" + number % COLOURS;
        svg.append("<path class=\"line %s\" d=\"%s\"/>\n".formatted(colour, path));
        for (var point : line) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<path class=\"%s\" d=\"M%.1f %.1fV%.1f\"/><circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\""
                            + " r=\"3.5\"/>%n",
                    colour,
                    x(point.x()),
                    y(point.rounds().getFirst()),
                    y(point.rounds().getLast()),
                    colour,
                    x(point.x()),
                    y(point.median())));
        }
        var y = BOTTOM + 62 + LINE * number;
        svg.append("<path class=\"line %s\" d=\"M%d %dh26\"/>\n".formatted(colour, LEFT, y - 4));
        text(svg, "", LEFT + 36, y, "start", name);
    }

    private double x(double value) {
        var least = Math.log(places.getFirst());
        var most = Math.log(places.getLast());
        var share = most > least ? (Math.log(value) - least) / (most - least) : 0.5;
        return LEFT + 20 + share * (RIGHT - LEFT - 40);
    }

    private double y(double value) {
        return BOTTOM - value / highest * (BOTTOM - TOP);
    }

    private static void text(StringBuilder svg, String style, double x, double y, String anchor, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                style,
                x,
                y,
                anchor,
                escaped(words)));
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
