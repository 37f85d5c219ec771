package org.maillage.web.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;

/** Refused lines as CSV. A cell that a spreadsheet would run as a formula is written so that it shows as text. */
final class RefusedCsv implements AutoCloseable {

    private final CsvWriter csv;
    private final Function<Refusal, String> message;

    /** @param message what happened in the reader's language */
    RefusedCsv(OutputStream out, Function<Refusal, String> message) {
        // A byte order mark: spreadsheets read the file as UTF-8 only with it.
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            writer.write('\ufeff');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        this.csv = CsvWriter.builder().build(writer);
        this.message = message;
        csv.writeRecord("line", "key", "refused", "reason", "message", "detail");
    }

    void write(Refusal refusal) {
        csv.writeRecord(
                Long.toString(refusal.line()),
                shown(refusal.key()),
                refusal.what().name().toLowerCase(Locale.ROOT),
                shown(refusal.reason()),
                shown(message.apply(refusal)),
                shown(refusal.detail()));
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
