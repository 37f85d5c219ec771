package org.maillage.badge.image;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Lays one of our own SVG drawings on a canvas. There is one drawing, its text; pixels and print follow from it. It reads
 * what our drawings say and nothing else: it is no reader for SVG of others.
 */
final class Drawing {

    private static final XMLInputFactory XML = xml();
    private static final Pattern TRANSFORM = Pattern.compile("(translate|scale)\\(([-\\d. ]+)\\)");
    private static final Pattern BLANK = Pattern.compile("[\\s,]+");
    private static final int CIRCLE = 180;

    private final Canvas canvas;
    private final Deque<Pen> pens = new ArrayDeque<>();

    private Drawing(Canvas canvas, Pen pen) {
        this.canvas = canvas;
        pens.push(pen);
    }

    /** How what follows is drawn: colours as text, dots every so much or a line, and a scale followed by a shift. */
    private record Pen(
            String fill,
            String stroke,
            String current,
            double width,
            boolean round,
            double every,
            double scale,
            double dx,
            double dy) {

        static Pen plain(double scale, double dx, double dy) {
            return new Pen("#000", "none", "#000", 1, false, 0, scale, dx, dy);
        }

        Pen with(XMLStreamReader element) {
            var current = or(element, "color", this.current);
            var dashes = element.getAttributeValue(null, "stroke-dasharray");
            var pen = new Pen(
                    or(element, "fill", fill),
                    or(element, "stroke", stroke),
                    current,
                    Double.parseDouble(or(element, "stroke-width", Double.toString(width))),
                    or(element, "stroke-linecap", round ? "round" : "butt").equals("round"),
                    dashes == null ? every : Arrays.stream(numbers(dashes)).sum(),
                    scale,
                    dx,
                    dy);
            return pen.moved(element.getAttributeValue(null, "transform"));
        }

        private Pen moved(@Nullable String transform) {
            var pen = this;
            if (transform != null) {
                var steps = TRANSFORM.matcher(transform);
                while (steps.find()) {
                    var n = numbers(steps.group(2));
                    pen = steps.group(1).equals("scale")
                            ? pen.at(pen.scale * n[0], pen.dx, pen.dy)
                            : pen.at(pen.scale, pen.dx + pen.scale * n[0], pen.dy + pen.scale * n[1]);
                }
            }
            return pen;
        }

        private Pen at(double newScale, double newDx, double newDy) {
            return new Pen(fill, stroke, current, width, round, every, newScale, newDx, newDy);
        }

        private static String or(XMLStreamReader element, String attribute, String inherited) {
            var value = element.getAttributeValue(null, attribute);
            return value == null ? inherited : value;
        }
    }

    /**
     * Draws.
     *
     * @param svg one of our drawings
     * @param scale canvas units for one of the drawing
     * @param dx where the drawing's origin lies on the canvas
     */
    static void lay(String svg, Canvas canvas, double scale, double dx, double dy) {
        try {
            var reader = XML.createXMLStreamReader(new StringReader(svg));
            new Drawing(canvas, Pen.plain(scale, dx, dy)).read(reader);
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("not one of our drawings", e);
        }
    }

    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                pens.push(pens.getFirst().with(reader));
                draw(reader);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                pens.pop();
            }
        }
    }

    private void draw(XMLStreamReader element) {
        switch (element.getLocalName()) {
            case "svg", "g", "title", "desc" -> {}
            case "path" ->
                lay(
                        Polylines.lines(element.getAttributeValue(null, "d")),
                        element.getAttributeValue(null, "fill-rule") != null);
            case "circle" -> lay(List.of(circle(element)), false);
            case "rect" -> lay(rectangle(element), false);
            default -> throw new IllegalArgumentException("no drawing of ours has " + element.getLocalName());
        }
    }

    /** @param holes whether the outlines run as they must for holes, as those of letters do */
    private void lay(List<Polylines.Line> drawn, boolean holes) {
        var pen = pens.getFirst();
        var lines = drawn.stream().map(line -> placed(line, pen)).toList();
        if (!pen.fill.equals("none")) {
            canvas.fill(
                    lines.stream()
                            .map(line -> holes ? line.points() : Stroke.onward(line.points()))
                            .toList(),
                    colour(pen.fill, pen));
        }
        if (!pen.stroke.equals("none")) {
            var areas = new ArrayList<double[]>();
            double width = pen.width * pen.scale;
            for (var line : lines) {
                areas.addAll(
                        pen.every == 0
                                ? Stroke.areas(line, width, pen.round)
                                : Stroke.dots(line, width, pen.every * pen.scale));
            }
            canvas.fill(areas, colour(pen.stroke, pen));
        }
    }

    private static Polylines.Line placed(Polylines.Line line, Pen pen) {
        var points = line.points().clone();
        for (int i = 0; i < points.length; i += 2) {
            points[i] = points[i] * pen.scale + pen.dx;
            points[i + 1] = points[i + 1] * pen.scale + pen.dy;
        }
        return new Polylines.Line(points, line.closed());
    }

    private static Polylines.Line circle(XMLStreamReader element) {
        double x = number(element, "cx");
        double y = number(element, "cy");
        double r = number(element, "r");
        var points = new double[2 * CIRCLE];
        for (int i = 0; i < CIRCLE; i++) {
            double angle = 2 * Math.PI * i / CIRCLE;
            points[2 * i] = x + r * StrictMath.cos(angle);
            points[2 * i + 1] = y + r * StrictMath.sin(angle);
        }
        return new Polylines.Line(points, true);
    }

    private static List<Polylines.Line> rectangle(XMLStreamReader element) {
        double r = number(element, "rx");
        double across = number(element, "width") - 2 * r;
        double down = number(element, "height") - 2 * r;
        var corner = "a" + r + " " + r + " 0 0 1 ";
        var start = "M" + (number(element, "x") + r) + " " + number(element, "y");
        return Polylines.lines(
                r == 0
                        ? start + "h" + across + "v" + down + "h" + -across + "z"
                        : start + "h" + across + corner + r + " " + r + "v" + down + corner + -r + " " + r + "h"
                                + -across + corner + -r + " " + -r + "v" + -down + corner + r + " " + -r + "z");
    }

    private static double number(XMLStreamReader element, String attribute) {
        var value = element.getAttributeValue(null, attribute);
        return value == null ? 0 : Double.parseDouble(value);
    }

    private static double[] numbers(String text) {
        return BLANK.splitAsStream(text.strip())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static int colour(String text, Pen pen) {
        var hex = (text.equals("currentColor") ? pen.current : text).substring(1);
        var whole = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
        return Integer.parseInt(whole, 16);
    }
}
