package org.maillage.web.imports.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.web.imports.read.TextLines.TextLine;

/**
 * Records of a CSV text (RFC 4180). A record may span lines within quotes; a quote that is never closed costs its own line
 * only, not all that follow.
 */
final class CsvRecords implements Closeable {

    private static final int MOST_LINES = 100;

    private final TextLines lines;
    private final char separator;
    private final CsvReaderBuilder parser;
    private final Deque<TextLine> ahead = new ArrayDeque<>();

    CsvRecords(TextLines lines, char separator) {
        this.lines = lines;
        this.separator = separator;
        this.parser = CsvReader.builder().fieldSeparator(separator);
    }

    /**
     * A record at the line on which it starts.
     *
     * @param cells where there is a problem, what can be shown of the line: its cells where they can be told apart, else
     *     all of it as one; none where it is too long
     */
    record CellsOfLine(
            long number, List<String> cells, @Nullable Problem problem) {}

    /** The next record that is not blank; null at the end. */
    @Nullable
    CellsOfLine next() throws IOException {
        var first = pull();
        while (first != null && first.problem() == null && first.text().isBlank()) {
            first = pull();
        }
        if (first == null) {
            return null;
        }
        if (first.problem() != null) {
            return new CellsOfLine(first.number(), shown(first.text()), first.problem());
        }
        return closed(first.text(), true) ? parsed(first.number(), first.text()) : joined(first);
    }

    private CellsOfLine joined(TextLine first) throws IOException {
        var text = new StringBuilder(first.text());
        var more = new ArrayList<TextLine>();
        while (more.size() < MOST_LINES && text.length() < TextLines.LONGEST) {
            var line = pull();
            if (line == null) {
                break;
            }
            more.add(line);
            if (line.problem() != null) {
                break;
            }
            text.append('\n').append(line.text());
            if (closed(line.text(), false)) {
                return parsed(first.number(), text.toString());
            }
        }
        for (int i = more.size(); i-- > 0; ) {
            ahead.push(more.get(i));
        }
        return new CellsOfLine(first.number(), shown(first.text()), Problem.QUOTES);
    }

    // What could not be decoded stands there as U+FFFD.
    private List<String> shown(String line) {
        if (line.isEmpty()) {
            return List.of();
        }
        return closed(line, true) ? parsed(0, line).cells() : List.of(line);
    }

    /** Whether no quote is open at the end of a line, given whether none is at its start. */
    private boolean closed(String line, boolean closedAtStart) {
        boolean quoted = !closedAtStart;
        boolean cellStarts = closedAtStart;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted) {
                // A doubled quote closes and opens again.
                quoted = c != '"';
                cellStarts = !quoted;
            } else if (c == '"' && cellStarts) {
                quoted = true;
            } else {
                cellStarts = c == separator;
            }
        }
        return !quoted;
    }

    private CellsOfLine parsed(long number, String text) {
        try {
            return new CellsOfLine(number, parser.ofSingleCsvRecord(text).getFields(), null);
        } catch (CsvParseException malformed) {
            return new CellsOfLine(number, List.of(text), Problem.QUOTES);
        }
    }

    private @Nullable TextLine pull() throws IOException {
        var line = ahead.poll();
        return line != null ? line : lines.next();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
