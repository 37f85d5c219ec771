package org.maillage.web.imports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maillage.web.imports.read.Reading.lines;
import static org.maillage.web.imports.read.Reading.rejected;
import static org.maillage.web.imports.read.Reading.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaWikiContributionsTest {

    private static final String MAPPING = MappingFile.shipped("mediawiki");

    private static String sample() throws IOException {
        try (InputStream in = MediaWikiContributionsTest.class.getResourceAsStream("/imports/usercontribs.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void each_revision_is_a_contribution_over_all_answers_of_the_file() throws IOException {
        var lines = lines(MAPPING, sample());

        assertThat(rows(lines)).hasSize(3);
        assertThat(rows(lines).getFirst().day()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(rows(lines).getFirst().contributor().name()).isEqualTo("Jeanne du Pont");
        assertThat(rows(lines).getFirst().evidence()).isEqualTo("https://fr.wikipedia.org/wiki/Special:Diff/501");
        assertThat(rows(lines).get(1).contributor())
                .isEqualTo(rows(lines).get(2).contributor());
        assertThat(rejected(lines))
                .extracting(Line.Rejected::problem)
                .containsExactly(Problem.PERSON_MISSING, Problem.DAY_UNREADABLE, Problem.KEY_MISSING);
    }

    @Test
    void what_comes_before_a_break_stands() throws IOException {
        var lines = lines(MAPPING, sample().substring(0, sample().indexOf("505") + 1));

        assertThat(rows(lines)).hasSize(1);
        assertThat(rejected(lines).getLast().problem()).isEqualTo(Problem.BROKEN_OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"error\": {}}", "ref,who\n", "{\"usercontribs\": 3}"})
    void what_holds_no_contributions_is_refused(String text) {
        assertThatThrownBy(() -> lines(MAPPING, text)).isInstanceOf(FileRefused.class);
    }

    @Test
    void depth_and_length_are_bounded() throws IOException {
        assertThatThrownBy(() -> lines(MAPPING, "[".repeat(100_000))).isInstanceOf(FileRefused.class);
        var deep = lines(MAPPING, "{\"usercontribs\": [{\"tags\": " + "[".repeat(100_000));
        var longText = lines(MAPPING, "{\"usercontribs\": [{\"user\": \"" + "x".repeat(3 * 1024 * 1024) + "\"}]}");

        assertThat(rejected(deep)).extracting(Line.Rejected::problem).containsExactly(Problem.BROKEN_OFF);
        assertThat(rejected(longText)).extracting(Line.Rejected::problem).containsExactly(Problem.BROKEN_OFF);
    }
}
