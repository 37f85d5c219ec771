package org.maillage.web.badges.work;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A list of badges to award, as CSV: a line of names, then a row for each person and badge. Cells are parted by semicolons
 * or commas, whichever the line of names has.
 */
final class ListFile {

    /** Most bytes of a file. */
    static final int LARGEST = 256 * 1_024;

    /** Most rows of a file. */
    static final int MOST_ROWS = 500;

    private static final int LONGEST_CELL = 8_000;

    private static final Map<String, Column> NAMES = Map.ofEntries(
            Map.entry("personne", Column.PERSON),
            Map.entry("person", Column.PERSON),
            Map.entry("badge", Column.BADGE),
            Map.entry("pourquoi", Column.NARRATIVE),
            Map.entry("why", Column.NARRATIVE),
            Map.entry("narrative", Column.NARRATIVE),
            Map.entry("preuve", Column.EVIDENCE),
            Map.entry("evidence", Column.EVIDENCE));

    private ListFile() {}

    /** A column that a list has. */
    enum Column {
        PERSON,
        BADGE,
        NARRATIVE,
        EVIDENCE
    }

    /** Why a file cannot be read as a list. */
    enum Fault {
        EMPTY,
        TOO_LARGE,
        NOT_TEXT,
        NO_TABLE,
        COLUMNS,
        TOO_MANY
    }

    /**
     * A row as it stands in the file.
     *
     * @param number of its line, from 1 for the line of names
     * @param over whether it has more cells than there are columns, so that some may stand in the wrong one
     */
    record Line(long number, String person, String badge, String narrative, String evidence, boolean over) {}

    /** What a file is: its lines, or why it is none. */
    sealed interface Read {

        record Lines(List<Line> lines) implements Read {
            public Lines {
                lines = List.copyOf(lines);
            }
        }

        record Unread(Fault fault) implements Read {}
    }

    /** The text of a file; empty where it is none in UTF-8. */
    static Optional<String> text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text)
                    .filter(whole -> whole.indexOf('\0') < 0);
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /** Reads the lines of a text. */
    static Read read(String text) {
        var names = text.lines().findFirst().orElse("");
        if (names.isBlank()) {
            return new Read.Unread(Fault.EMPTY);
        }
        char separator = names.indexOf(';') >= 0 ? ';' : ',';
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return read(csv);
        } catch (CsvParseException _) {
            return new Read.Unread(Fault.NO_TABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Read read(CsvReader<CsvRecord> csv) {
        List<Optional<Column>> columns = null;
        var lines = new ArrayList<Line>();
        for (var row : csv) {
            if (columns == null) {
                columns = row.getFields().stream().map(ListFile::column).toList();
                if (!columns.containsAll(List.of(
                        Optional.of(Column.PERSON), Optional.of(Column.BADGE), Optional.of(Column.NARRATIVE)))) {
                    return new Read.Unread(Fault.COLUMNS);
                }
            } else if (row.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                lines.add(line(row, columns));
            }
            if (lines.size() > MOST_ROWS) {
                return new Read.Unread(Fault.TOO_MANY);
            }
        }
        return lines.isEmpty() ? new Read.Unread(Fault.EMPTY) : new Read.Lines(lines);
    }

    private static Optional<Column> column(String name) {
        return Optional.ofNullable(NAMES.get(plain(name)));
    }

    private static Line line(CsvRecord row, List<Optional<Column>> columns) {
        return new Line(
                row.getStartingLineNumber(),
                cell(row, columns, Column.PERSON),
                cell(row, columns, Column.BADGE),
                cell(row, columns, Column.NARRATIVE),
                cell(row, columns, Column.EVIDENCE),
                row.getFields().stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank()));
    }

    private static String cell(CsvRecord row, List<Optional<Column>> columns, Column column) {
        int at = columns.indexOf(Optional.of(column));
        if (at < 0 || at >= row.getFieldCount()) {
            return "";
        }
        var cell = row.getField(at).strip();
        return cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell;
    }

    /** A name without regard to case, accents and blanks around. */
    static String plain(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }
}
