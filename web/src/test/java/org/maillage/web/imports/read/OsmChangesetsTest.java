package org.maillage.web.imports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maillage.web.imports.read.Reading.lines;
import static org.maillage.web.imports.read.Reading.rejected;
import static org.maillage.web.imports.read.Reading.rows;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OsmChangesetsTest {

    private static final String MAPPING = MappingFile.shipped("openstreetmap");

    private static byte[] sample() throws IOException {
        try (InputStream in = OsmChangesetsTest.class.getResourceAsStream("/imports/changesets.xml")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    @Test
    void each_changeset_with_changes_is_a_contribution_on_a_day_of_the_networks_zone() throws IOException {
        var lines = lines(MAPPING, sample());

        assertThat(rows(lines)).hasSize(2);
        var first = rows(lines).getFirst();
        assertThat(first.day()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(first.contributor().name()).isEqualTo("Jeanne du Pont");
        assertThat(first.contributor().identity())
                .isNotEqualTo(rows(lines).get(1).contributor().identity());
        assertThat(first.evidence()).isEqualTo("https://www.openstreetmap.org/changeset/101");
        assertThat(first.validator()).isNull();
        assertThat(rows(lines).get(1).contributor().name()).isEqualTo("Ali");
        assertThat(rejected(lines))
                .extracting(Line.Rejected::problem)
                .containsExactly(
                        Problem.EMPTY_CONTRIBUTION,
                        Problem.PERSON_MISSING,
                        Problem.DAY_UNREADABLE,
                        Problem.KEY_MISSING);
    }

    @Test
    void what_comes_before_a_break_stands() throws IOException {
        var text = new String(sample(), java.nio.charset.StandardCharsets.UTF_8);
        var lines = lines(MAPPING, text.substring(0, text.indexOf("<changeset id=\"103\"") + 12));

        assertThat(rows(lines)).hasSize(1);
        assertThat(rejected(lines))
                .extracting(Line.Rejected::problem)
                .containsExactly(Problem.EMPTY_CONTRIBUTION, Problem.BROKEN_OFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE osm [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><osm><changeset id=\"1\""
                        + " user=\"&x;\"/></osm>",
                "<!DOCTYPE osm SYSTEM \"http://127.0.0.1:9/x.dtd\"><osm/>",
                "<html/>",
                "ref,who\n",
                ""
            })
    void what_is_no_list_of_changesets_is_refused_and_nothing_is_opened(String text) {
        assertThatThrownBy(() -> lines(MAPPING, text)).isInstanceOf(FileRefused.class);
    }

    @Test
    void a_tag_without_end_breaks_the_file_off() throws IOException {
        var lines = lines(MAPPING, "<osm><changeset id=\"1\" user=\"" + "x".repeat(3 * 1024 * 1024));

        assertThat(rejected(lines)).extracting(Line.Rejected::problem).containsExactly(Problem.BROKEN_OFF);
    }
}
