package org.maillage.web.imports.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.maillage.web.imports.read.CsvRecords.CellsOfLine;
import org.maillage.web.imports.read.SharedWorks.Taken;

/** A CSV file as its mapping reads it. */
final class CsvSource implements Source {

    /** A shared work of more rows is cut here, so that memory stays bounded. */
    private static final int LARGEST_WORK = 5_000;

    private final Mapping mapping;
    private final CsvRecords records;
    private final Cells cells;
    private final int width;
    private final RowReading reading;
    private final SharedWorks works;
    private final Deque<Line> ready = new ArrayDeque<>();
    private final List<Taken> work = new ArrayList<>();
    private final List<Line> beside = new ArrayList<>();
    private String reference = "";
    private long last;
    private boolean ended;

    CsvSource(InputStream in, Mapping mapping, UnaryOperator<String> match) throws IOException {
        this.mapping = mapping;
        var csv = mapping.csv() == null ? Mapping.Csv.USUAL : mapping.csv();
        records = records(in, csv);
        var names = csv.columns() == null ? header(records) : csv.columns();
        cells = new Cells(names);
        width = names.size();
        reading = new RowReading(mapping, match);
        works = new SharedWorks(mapping.kinds());
        requireColumns();
    }

    static CsvRecords records(InputStream in, Mapping.Csv csv) throws IOException {
        return new CsvRecords(
                new TextLines(in, charset(csv.encoding())), csv.separator().charAt(0));
    }

    private static Charset charset(@Nullable String name) {
        try {
            var charset = name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
            if (!"\n".equals(new String(new byte[] {'\n'}, charset))) {
                throw new FileRefused(FileRefused.Cause.NOT_TEXT, charset.name());
            }
            return charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new FileRefused(FileRefused.Cause.MAPPING_INVALID, "csv.encoding");
        }
    }

    static List<String> header(CsvRecords records) throws IOException {
        var first = records.next();
        if (first == null) {
            throw new FileRefused(FileRefused.Cause.EMPTY, "");
        }
        if (first.problem() != null) {
            throw new FileRefused(FileRefused.Cause.NOT_TEXT, first.problem().code());
        }
        return first.cells();
    }

    private void requireColumns() {
        mapping.key().forEach(cells::require);
        cells.require(mapping.person());
        cells.require(mapping.day());
        cells.require(mapping.validator());
        for (var choice : new Mapping.@Nullable Choice[] {mapping.kind(), mapping.units(), mapping.minutes()}) {
            if (choice != null) {
                cells.require(choice.column());
            }
        }
        if (mapping.work() != null) {
            cells.require(mapping.work().reference());
            cells.require(mapping.work().about());
            cells.require(mapping.work().part().column());
        }
    }

    @Override
    public @Nullable Line next() throws IOException {
        while (ready.isEmpty() && !ended) {
            @Nullable CellsOfLine row;
            try {
                row = records.next();
            } catch (BrokenOff broken) {
                finishWork();
                ended = true;
                ready.add(new Line.Rejected(last + 1, "", Problem.BROKEN_OFF, ""));
                break;
            }
            if (row == null) {
                finishWork();
                return ready.poll();
            }
            last = row.number();
            take(row);
        }
        return ready.poll();
    }

    private void take(CellsOfLine row) {
        if (row.problem() != null) {
            give(new Line.Rejected(row.number(), "", row.problem(), ""));
            return;
        }
        if (row.cells().size() != width) {
            give(new Line.Rejected(
                    row.number(),
                    "",
                    Problem.COLUMNS,
                    Integer.toString(row.cells().size())));
            return;
        }
        cells.of(row.cells());
        var key = "";
        try {
            key = reading.key(cells);
            if (mapping.work() == null) {
                ready.add(single(row.number(), key));
            } else {
                takePart(row.number(), key, mapping.work());
            }
        } catch (LineRefused refused) {
            give(refused.at(row.number(), key));
        }
    }

    /** A refused line waits for the work in which it stands, so that numbers never decrease. */
    private void give(Line.Rejected rejected) {
        if (work.size() + beside.size() >= LARGEST_WORK) {
            finishWork();
        }
        (work.isEmpty() ? ready : beside).add(rejected);
    }

    private Line single(long number, String key) {
        var person = reading.person(cells, Objects.requireNonNull(mapping.person()));
        SourcePerson validator = null;
        if (mapping.validator() != null && !cells.get(mapping.validator()).isEmpty()) {
            validator = reading.person(cells, mapping.validator());
            if (validator.identity().equals(person.identity())) {
                throw new LineRefused(Problem.SELF_VALIDATION, "");
            }
        }
        return new Line.Row(
                number,
                key,
                person,
                reading.day(cells),
                reading.kind(cells),
                reading.quantity(cells),
                reading.evidence(cells),
                validator);
    }

    private void takePart(long number, String key, Mapping.SharedWork shared) {
        var of = cells.get(shared.reference());
        if (!of.equals(reference) || work.size() + beside.size() >= LARGEST_WORK) {
            finishWork();
            reference = of;
        }
        work.add(new Taken(
                number,
                key,
                reading.part(cells, shared),
                reading.person(cells, Objects.requireNonNull(mapping.person())),
                reading.identity(cells.get(shared.about())),
                reading.day(cells),
                reading.quantity(cells),
                reading.evidence(cells)));
    }

    private void finishWork() {
        var lines = new ArrayList<Line>(works.read(work));
        lines.addAll(beside);
        lines.sort((one, other) -> Long.compare(one.number(), other.number()));
        ready.addAll(lines);
        work.clear();
        beside.clear();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
