package org.maillage.web.imports.read;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.web.imports.read.CsvRecords.CellsOfLine;

/** The rows of a CSV file as they stand there, read once from first to last, so that refused ones can be given back. */
public final class CsvRows implements Closeable {

    private final CsvRecords records;
    private final List<String> columns;
    private @Nullable CellsOfLine current;
    private boolean ended;

    private CsvRows(CsvRecords records, List<String> columns) {
        this.records = records;
        this.columns = columns;
    }

    /**
     * Opens a file that could be read before.
     *
     * @throws FileRefused where it is no CSV file
     */
    public static CsvRows open(Path file, Mapping mapping) throws IOException {
        var csv = mapping.csv() == null ? Mapping.Csv.USUAL : mapping.csv();
        var in = Unpacked.of(Files.newInputStream(file));
        try {
            var records = CsvSource.records(in, csv);
            return new CsvRows(records, csv.columns() == null ? CsvSource.header(records) : csv.columns());
        } catch (IOException | RuntimeException refused) {
            in.close();
            throw refused;
        }
    }

    /** Names of the columns. */
    public List<String> columns() {
        return columns;
    }

    /**
     * The cells of the row that starts at a line, which must not be before the one that was asked for last: those of a line
     * that cannot be read as far as they can be shown, and none where no row starts there.
     */
    public List<String> at(long line) throws IOException {
        while (!ended && (current == null || current.number() < line)) {
            try {
                current = records.next();
                ended = current == null;
            } catch (BrokenOff broken) {
                current = null;
                ended = true;
            }
        }
        return current != null && current.number() == line ? current.cells() : List.of();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
