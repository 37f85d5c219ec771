package org.maillage.web.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maillage.web.imports.read.CsvRows;

/**
 * Refused lines as CSV, in the order of the file: first the row's own columns while the file is kept, then what was refused
 * and why. A cell that a spreadsheet would run as a formula is written so that it shows as text.
 */
final class RefusedCsv implements AutoCloseable {

    private final CsvWriter csv;
    private final @Nullable CsvRows rows;
    private final Function<Refusal, String> message;

    /**
     * @param separator what stands between cells, as in the file, so that it can be sent again
     * @param rows the file's rows; null where they are no longer kept or it is no CSV
     * @param message what happened in the reader's language
     */
    RefusedCsv(OutputStream out, char separator, @Nullable CsvRows rows, Function<Refusal, String> message) {
        // A byte order mark: spreadsheets read the file as UTF-8 only with it.
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            writer.write('\ufeff');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        this.csv = CsvWriter.builder().fieldSeparator(separator).build(writer);
        this.rows = rows;
        this.message = message;
        var header = new ArrayList<String>();
        if (rows != null) {
            rows.columns().forEach(column -> header.add(shown(column)));
        }
        header.addAll(List.of("line", "key", "refused", "reason", "message", "detail"));
        csv.writeRecord(header);
    }

    void write(Refusal refusal) {
        var cells = new ArrayList<String>();
        if (rows != null) {
            own(refusal.line(), rows, cells);
        }
        cells.add(Long.toString(refusal.line()));
        cells.add(shown(refusal.key()));
        cells.add(refusal.what().name().toLowerCase(Locale.ROOT));
        cells.add(shown(refusal.reason()));
        cells.add(shown(message.apply(refusal)));
        cells.add(shown(refusal.detail()));
        csv.writeRecord(cells);
    }

    /** As many cells as the header has: a row with fewer is filled up, and what a row has too many is left out. */
    private static void own(long line, CsvRows rows, List<String> cells) {
        try {
            var row = rows.at(line);
            for (int i = 0; i < rows.columns().size(); i++) {
                cells.add(i < row.size() ? shown(row.get(i)) : "");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A cell that begins like a formula is quoted as text (OWASP, CSV injection). */
    static String shown(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
