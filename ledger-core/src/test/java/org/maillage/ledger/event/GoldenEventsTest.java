package org.maillage.ledger.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON of every event, of every version there has been, is kept as a file and can still be read. */
class GoldenEventsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<Arguments> samples() {
        return EventJson.current().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(form -> Stream.of(
                        arguments(form.getKey() + ".full.json", EventSamples.full(form.getValue())),
                        arguments(form.getKey() + ".least.json", EventSamples.least(form.getValue()))));
    }

    static Stream<String> past() {
        return EventJson.names().stream()
                .filter(name -> !EventJson.current().containsKey(name))
                .sorted();
    }

    static List<Path> files() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            return files.sorted().toList();
        }
    }

    /** A missing file is written, so that somebody looks at it and keeps it; until then the build fails. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void an_event_has_a_golden_file_with_everything_and_one_with_nothing_optional(String file, LedgerEvent sample)
            throws IOException {
        var path = GOLDEN.resolve(file);
        var bytes = EventJson.write(sample);
        if (!Files.exists(path)) {
            Files.write(path, bytes);
            throw new AssertionError("%s was missing and is written now: look at it, and commit it".formatted(path));
        }

        assertThat(new String(bytes, UTF_8))
                .as("a field was added, removed or renamed: give the event a new version, and an upcaster from"
                        + " this one")
                .isEqualTo(Files.readString(path));
        assertThat(EventJson.read(EventJson.nameOf(sample), bytes)).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("past")
    void a_version_of_the_past_has_golden_files(String name) {
        assertThat(GOLDEN.resolve(name + ".full.json")).exists();
        assertThat(GOLDEN.resolve(name + ".least.json")).exists();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_golden_file_is_read_and_written_again_as_the_same_bytes(Path file) throws IOException {
        var name = nameOf(file);
        var bytes = Files.readAllBytes(file);

        var event = EventJson.read(name, bytes);

        if (EventJson.nameOf(event).equals(name)) {
            assertThat(new String(EventJson.write(event), UTF_8)).isEqualTo(new String(bytes, UTF_8));
        } else {
            assertThat(EventJson.read(EventJson.nameOf(event), EventJson.write(event)))
                    .isEqualTo(event);
        }
    }

    @Test
    void every_golden_file_is_of_a_known_name() throws IOException {
        var names = files().stream().map(GoldenEventsTest::nameOf).toList();

        assertThat(new TreeSet<>(names)).isEqualTo(new TreeSet<>(EventJson.names()));
        assertThat(names).hasSizeGreaterThan(70);
    }

    private static String nameOf(Path file) {
        var parts = List.of(file.getFileName().toString().split("\\.", 4));
        return String.join(".", parts.subList(0, 3));
    }
}
