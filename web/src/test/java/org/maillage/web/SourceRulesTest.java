package org.maillage.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that only the text of the sources shows, over all modules. */
class SourceRulesTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Path SELF = Path.of("web/src/test/java/org/maillage/web/SourceRulesTest.java");

    @Test
    void nothing_is_left_to_be_done_later() throws IOException {
        assertThat(lines("", Pattern.compile("\\b(TODO|FIXME|XXX)\\b"))).isEmpty();
    }

    @Test
    void no_program_code_catches_what_it_cannot_answer() throws IOException {
        assertThat(lines("src/main", Pattern.compile("catch \\(.*\\b(Throwable|Error)\\b")))
                .isEmpty();
    }

    /** Exhaustive switches name each case, so that a new event or constant breaks compilation where it must be handled. */
    @Test
    void no_switch_over_types_or_constants_hides_new_ones_behind_a_default() throws IOException {
        assertThat(sources("src/main").flatMap(SourceRulesTest::hidingDefaults)).isEmpty();
    }

    @Test
    void no_test_is_switched_off_or_waits_by_the_clock() throws IOException {
        assertThat(lines(
                        "src/test",
                        Pattern.compile(
                                "api\\.Disabled|api\\.condition|Thread\\.sleep|[aA]ssum(e|ing|ption)|assertTimeout")))
                .isEmpty();
    }

    /** The matching lines of the Java sources whose path holds {@code part}, as "path:line: text". */
    private static Stream<String> lines(String part, Pattern pattern) throws IOException {
        return sources(part).flatMap(file -> {
            var lines = read(file);
            return IntStream.range(0, lines.size())
                    .filter(i -> pattern.matcher(lines.get(i)).find())
                    .mapToObj(i -> describe(file, lines, i));
        });
    }

    /** Each default branch whose switch has labels that are types or constants rather than text or numbers. */
    private static Stream<String> hidingDefaults(Path file) {
        var lines = read(file);
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).strip().startsWith("default ->"))
                .filter(i -> {
                    var margin = lines.get(i).substring(0, lines.get(i).indexOf("default"));
                    return IntStream.iterate(i - 1, j -> j >= 0, j -> j - 1)
                            .mapToObj(lines::get)
                            .takeWhile(line -> line.isBlank() || line.startsWith(margin))
                            .anyMatch(line -> line.matches(margin + "case [A-Z].*"));
                })
                .mapToObj(i -> describe(file, lines, i));
    }

    private static String describe(Path file, List<String> lines, int index) {
        return file + ":" + (index + 1) + ": " + lines.get(index).strip();
    }

    private static Stream<Path> sources(String part) throws IOException {
        try (var modules = Files.list(PROJECT)) {
            var found = modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(SourceRulesTest::javaFiles)
                    .map(PROJECT::relativize)
                    .filter(file -> file.toString().contains(part) && !file.equals(SELF))
                    .toList();
            assertThat(found).as("sources read").hasSizeGreaterThan(5);
            return found.stream();
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(PROJECT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
