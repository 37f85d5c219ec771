package org.maillage.web.imports.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.maillage.web.imports.read.Line.Rejected;
import org.maillage.web.imports.read.Line.Row;

/** Reads files whole, for tests. */
final class Reading {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** A mapping in which each row stands alone. */
    static final String SIMPLE = """
        {"format": "CSV", "source": "csv:test", "identity": "OPAQUE", "key": ["ref"], "person": "who",
         "day": "when", "kind": {"constant": "relecture"}, "validator": "by"}
        """;

    static final String HEADER = "ref,who,when,by\n";

    private Reading() {}

    static List<Line> lines(String mapping, byte[] file) throws IOException {
        var path = Files.createTempFile("import", ".tmp");
        try {
            Files.write(path, file);
            return lines(mapping, path);
        } finally {
            Files.delete(path);
        }
    }

    static List<Line> lines(String mapping, Path file) throws IOException {
        var lines = new ArrayList<Line>();
        try (var source = Sources.open(file, MappingFile.parse(mapping), text -> "#" + text.hashCode(), PARIS)) {
            for (var line = source.next(); line != null; line = source.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    static List<Line> lines(String mapping, String text) throws IOException {
        return lines(mapping, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Row> rows(List<Line> lines) {
        return lines.stream().filter(Row.class::isInstance).map(Row.class::cast).toList();
    }

    static List<Rejected> rejected(List<Line> lines) {
        return lines.stream()
                .filter(Rejected.class::isInstance)
                .map(Rejected.class::cast)
                .toList();
    }

    /** Each line in a few words: its number, and its key or its problem. */
    static List<String> told(List<Line> lines) {
        return lines.stream()
                .map(line -> switch (line) {
                    case Row row -> row.number() + " " + row.key();
                    case Rejected rejected ->
                        rejected.number() + " " + rejected.problem().code();
                })
                .toList();
    }
}
