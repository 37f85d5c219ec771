package org.maillage.badge.image;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Words as outlines, from the product's own fonts: no font of the machine has a part in a picture. */
final class Lettering {

    static final Lettering TITLE = new Lettering("bricolage-bold.ttf");
    static final Lettering TEXT = new Lettering("atkinson-regular.ttf");

    /** Not the no-break spaces, which hold words together. */
    private static final Pattern BLANK = Pattern.compile("[ \\n\\t]+");

    private final TrueTypeFont font;
    private final double em;

    private Lettering(String file) {
        try (var in = Objects.requireNonNull(Lettering.class.getResourceAsStream("fonts/" + file), file)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            em = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How wide a text is at a size, in the same measure. */
    double width(String text, double size) {
        double width = 0;
        for (int glyph : glyphs(text)) {
            width += advance(glyph);
        }
        return width * size / em;
    }

    /** A text on one line from {@code x}, standing on {@code y}, as a path of SVG. */
    String path(String text, double size, double x, double y, String colour) {
        var path = new StringBuilder();
        double at = x;
        for (int glyph : glyphs(text)) {
            outline(glyph, size / em, at, y, path);
            at += advance(glyph) * size / em;
        }
        return "<path fill-rule=\"nonzero\" fill=\"" + colour + "\" d=\"" + path + "\"/>";
    }

    /** Lines of one size. */
    record Block(double size, List<String> lines) {}

    /**
     * A text at the largest of these sizes at which it has no more than so many lines, no word of it broken. At the
     * smallest, words are broken and one line more is allowed before anything is cut.
     *
     * @param sizes the largest first
     */
    Block block(String text, double width, int most, double... sizes) {
        for (double size : sizes) {
            var lines = wrapped(List.of(BLANK.split(text.strip())), size, width);
            if (lines.size() <= most && lines.stream().allMatch(line -> width(line, size) <= width)) {
                return new Block(size, lines);
            }
        }
        double smallest = sizes[sizes.length - 1];
        return new Block(smallest, lines(text, smallest, width, most + 1));
    }

    /** A text in lines no wider than {@code width}; at most so many, the last cut with an ellipsis. */
    List<String> lines(String text, double size, double width, int most) {
        var words = BLANK.splitAsStream(text.strip())
                .flatMap(word -> pieces(word, size, width).stream())
                .toList();
        var lines = wrapped(words, size, width);
        if (lines.size() <= most) {
            return lines.stream().map(it -> cut(it, size, width, false)).toList();
        }
        var kept = new ArrayList<>(lines.subList(0, most));
        kept.set(most - 1, cut(kept.getLast(), size, width, true));
        return kept;
    }

    private List<String> wrapped(List<String> words, double size, double width) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : words) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || width(longer, size) <= width) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines;
    }

    /** A word, in pieces where it is wider than a line. */
    private List<String> pieces(String word, double size, double width) {
        var pieces = new ArrayList<String>();
        var rest = word;
        while (width(rest, size) > width) {
            int end = rest.offsetByCodePoints(0, 1);
            while (end < rest.length() && width(rest.substring(0, rest.offsetByCodePoints(end, 1)), size) <= width) {
                end = rest.offsetByCodePoints(end, 1);
            }
            if (end == rest.length()) {
                break;
            }
            pieces.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        pieces.add(rest);
        return pieces;
    }

    private String cut(String line, double size, double width, boolean more) {
        if (!more && width(line, size) <= width) {
            return line;
        }
        var cut = line;
        while (!cut.isEmpty() && width(cut + "…", size) > width) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut.stripTrailing() + "…";
    }

    private int[] glyphs(String text) {
        try {
            var characters = font.getUnicodeCmapLookup();
            return text.codePoints().map(characters::getGlyphId).toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int advance(int glyph) {
        try {
            return font.getAdvanceWidth(glyph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void outline(int glyph, double scale, double x, double y, StringBuilder path) {
        try {
            var data = font.getGlyph().getGlyph(glyph);
            if (data == null) {
                return;
            }
            var c = new double[6];
            double lastX = 0;
            double lastY = 0;
            for (var it = data.getPath().getPathIterator(null); !it.isDone(); it.next()) {
                int kind = it.currentSegment(c);
                if (kind == PathIterator.SEG_CLOSE) {
                    path.append('Z');
                } else if (kind == PathIterator.SEG_QUADTO) {
                    // The curve of three points that is the same as the font's of two.
                    path.append('C').append(point(between(lastX, c[0]), between(lastY, c[1]), scale, x, y));
                    path.append(' ').append(point(between(c[2], c[0]), between(c[3], c[1]), scale, x, y));
                    path.append(' ').append(point(c[2], c[3], scale, x, y));
                    lastX = c[2];
                    lastY = c[3];
                } else {
                    path.append(kind == PathIterator.SEG_MOVETO ? 'M' : 'L').append(point(c[0], c[1], scale, x, y));
                    lastX = c[0];
                    lastY = c[1];
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two thirds of the way. */
    private static double between(double from, double to) {
        return from + (to - from) * 2 / 3;
    }

    private static String point(double px, double py, double scale, double x, double y) {
        return Svg.number(x + px * scale) + " " + Svg.number(y - py * scale);
    }
}
