package org.maillage.badge.image;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** The attestation of a badge on one page of A4, with the drawing, the words and a code to scan. */
public final class AttestationPdf {

    private static final float MARGIN = 56;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final int INK = 0x10211c;
    private static final int QUIET = 0x4a5f57;
    private static final int GREEN = 0x0b3b31;
    private static final int MOST_LINES = 9;
    private static final Pattern BLANK = Pattern.compile("\\s+");

    private final PDPageContentStream page;
    private final PDFont text;
    private final PDFont bold;
    private final PDFont title;
    private float y = PDRectangle.A4.getHeight();

    private AttestationPdf(PDDocument document, PDPageContentStream page) throws IOException {
        this.page = page;
        this.text = font(document, "atkinson-regular.ttf");
        this.bold = font(document, "atkinson-bold.ttf");
        this.title = font(document, "bricolage-bold.ttf");
    }

    /**
     * The file.
     *
     * @param madeAt what the file says that it was made at
     */
    public static byte[] of(Attestation attestation, BadgeImage image, Instant madeAt) {
        try (var document = new PDDocument()) {
            var sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            try (var stream = new PDPageContentStream(document, sheet)) {
                new AttestationPdf(document, stream).write(attestation, image);
            }
            describe(document, attestation, madeAt);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(PDDocument document, Attestation attestation, Instant madeAt) {
        var information = document.getDocumentInformation();
        information.setTitle(attestation.heading() + " · " + attestation.badge());
        information.setCreator("Maillage");
        information.setCreationDate(GregorianCalendar.from(madeAt.atZone(ZoneOffset.UTC)));
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(attestation.language());
        var preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    private void write(Attestation words, BadgeImage image) throws IOException {
        var canvas = canvas();
        canvas.fill(List.of(box(0, 0, PDRectangle.A4.getWidth(), 12)), GREEN);
        Drawing.lay(image.decoration(), canvas, 190 / 240.0, (PDRectangle.A4.getWidth() - 190) / 2, 44);
        y = PDRectangle.A4.getHeight() - 268;
        centred(words.heading(), text, 13, QUIET);
        centred(words.holder(), title, fitting(words.holder(), 28, 22, 18), INK);
        centred(words.badge(), title, 19, GREEN);
        y -= 4;
        paragraph(words.description(), text, 12, INK, 3);
        y -= 8;
        for (var fact : words.facts()) {
            fact(fact);
        }
        section(words.criteriaHeading(), List.of(words.criteria()));
        if (!words.evidence().isEmpty()) {
            section(words.evidenceHeading(), words.evidence());
        }
        verify(words, canvas);
    }

    /** The first of these sizes at which a title has two lines at most; the last where there is none. */
    private float fitting(String words, float... sizes) throws IOException {
        for (float size : sizes) {
            if (wrap(words, title, size, WIDTH, 3).size() <= 2) {
                return size;
            }
        }
        return sizes[sizes.length - 1];
    }

    private void fact(Attestation.Fact fact) throws IOException {
        y -= 17;
        line(fact.label(), text, 11, QUIET, MARGIN);
        var parts = wrap(fact.value(), bold, 11, WIDTH - 150, 3);
        for (var part : parts) {
            line(part, bold, 11, INK, MARGIN + 150);
            y -= 14;
        }
        y += 14;
    }

    private void section(String heading, List<String> paragraphs) throws IOException {
        y -= 12;
        paragraph(heading, bold, 12, GREEN, 1);
        int left = MOST_LINES;
        for (var paragraph : paragraphs) {
            if (left > 0) {
                left -= paragraph(paragraph, text, 10.5f, INK, left);
            }
        }
    }

    private void verify(Attestation words, Canvas canvas) throws IOException {
        var code = QrCode.of(words.address());
        double scale = 96.0 / code.size();
        double top = PDRectangle.A4.getHeight() - MARGIN - 96;
        Drawing.lay(code.decoration(), canvas, scale, MARGIN, top);
        y = MARGIN + 88;
        float left = MARGIN + 112;
        line(words.verifyHeading(), bold, 12, GREEN, left);
        for (var part : wrap(words.verify(), text, 10.5f, WIDTH - 112, 3)) {
            y -= 15;
            line(part, text, 10.5f, INK, left);
        }
        y -= 18;
        line(words.code() + "   " + words.address(), bold, 10.5f, INK, left);
    }

    private void centred(String words, PDFont font, float size, int colour) throws IOException {
        for (var part : wrap(words, font, size, WIDTH, 2)) {
            y -= size * 1.35f;
            line(part, font, size, colour, MARGIN + (WIDTH - width(part, font, size)) / 2);
        }
    }

    private int paragraph(String words, PDFont font, float size, int colour, int most) throws IOException {
        var parts = wrap(words, font, size, WIDTH, most);
        for (var part : parts) {
            y -= size * 1.4f;
            line(part, font, size, colour, MARGIN);
        }
        return parts.size();
    }

    private void line(String words, PDFont font, float size, int colour, float x) throws IOException {
        page.beginText();
        page.setFont(font, size);
        colour(colour);
        page.newLineAtOffset(x, y);
        page.showText(written(words, font));
        page.endText();
    }

    private List<String> wrap(String words, PDFont font, float size, float room, int most) throws IOException {
        var lines = new java.util.ArrayList<String>();
        var line = "";
        for (var word : BLANK.splitAsStream(words.strip()).toList()) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || width(longer, font, size) <= room) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        if (lines.size() > most) {
            lines.subList(most, lines.size()).clear();
            lines.set(most - 1, lines.getLast() + " …");
        }
        return lines;
    }

    private static float width(String words, PDFont font, float size) throws IOException {
        return font.getStringWidth(written(words, font)) / 1_000 * size;
    }

    /** What the font can write: a character that it has not is written as a question mark rather than refused. */
    private static String written(String words, PDFont font) {
        var written = new StringBuilder();
        words.codePoints().forEach(point -> {
            var one = Character.toString(Character.isWhitespace(point) || point == 0x202f ? 0xa0 : point);
            try {
                font.encode(one);
                written.append(one);
            } catch (IOException | IllegalArgumentException _) {
                written.append('?');
            }
        });
        return written.toString();
    }

    private Canvas canvas() {
        float height = PDRectangle.A4.getHeight();
        return (outlines, colour) -> {
            try {
                colour(colour);
                for (var outline : outlines) {
                    page.moveTo((float) outline[0], (float) (height - outline[1]));
                    for (int i = 2; i < outline.length; i += 2) {
                        page.lineTo((float) outline[i], (float) (height - outline[i + 1]));
                    }
                    page.closePath();
                }
                page.fill();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private void colour(int colour) throws IOException {
        page.setNonStrokingColor(new Color(colour));
    }

    private static double[] box(double x, double top, double width, double height) {
        return new double[] {x, top, x + width, top, x + width, top + height, x, top + height};
    }

    private static PDFont font(PDDocument document, String file) throws IOException {
        try (var in = Objects.requireNonNull(AttestationPdf.class.getResourceAsStream("fonts/" + file), file)) {
            return PDType0Font.load(document, in, true);
        }
    }
}
