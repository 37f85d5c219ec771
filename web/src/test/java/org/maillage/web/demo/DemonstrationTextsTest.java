package org.maillage.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;

/** What the people of the demonstration say is printed as the pages print. */
class DemonstrationTextsTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Pattern TYPEWRITERS = Pattern.compile("\\p{L}'\\p{L}");

    @Test
    void nothing_of_it_has_the_apostrophe_of_a_typewriter() throws IOException {
        var read = new ArrayList<Path>();
        var offenders = new ArrayList<String>();
        for (var file : texts()) {
            read.add(file);
            for (var line : Files.readString(file).lines().map(String::strip).toList()) {
                if (!line.startsWith("*")
                        && !line.startsWith("/")
                        && TYPEWRITERS.matcher(line).find()) {
                    offenders.add(file.getFileName() + ": " + line);
                }
            }
        }
        assertThat(read).hasSizeGreaterThan(30);
        assertThat(offenders).isEmpty();
    }

    @Test
    void whoever_declines_has_words_for_each_reason() throws IOException {
        var texts = Files.readString(MAIN.resolve("resources/demonstration/texts.txt"));
        assertThat(DeclineReason.values())
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(texts).containsPattern("\n\\[decline " + reason + "]\n[^\n\\[]"));
    }

    private static List<Path> texts() throws IOException {
        try (var sources = Files.walk(MAIN.resolve("java/org/maillage/web/demo"))) {
            return Stream.concat(sources, Stream.of(MAIN.resolve("resources/demonstration/texts.txt")))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}
