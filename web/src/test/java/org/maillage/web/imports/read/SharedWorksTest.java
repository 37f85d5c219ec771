package org.maillage.web.imports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.web.imports.read.Reading.lines;
import static org.maillage.web.imports.read.Reading.rejected;
import static org.maillage.web.imports.read.Reading.rows;
import static org.maillage.web.imports.read.Reading.told;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maillage.web.imports.read.Line.Row;

class SharedWorksTest {

    private static final String HEADER = "when,role,person,for_person,org,area,ref\n";

    private static String row(String role, String person, String author, String ref) {
        return "2026-01-02,%s,%s,%s,o1,area,%s\n".formatted(role, person, author, ref);
    }

    private static Map<String, String> validators(String text) throws IOException {
        var validators = new LinkedHashMap<String, String>();
        for (var row : rows(lines(MappingFile.shipped("dpdk"), HEADER + text))) {
            validators.put(
                    row.key(),
                    row.validator() == null ? "waits" : row.validator().identity());
        }
        return validators;
    }

    @Test
    void an_author_is_confirmed_by_the_first_other_person_who_reviewed_or_acknowledged() throws IOException {
        assertThat(validators(row("author", "ana", "ana", "r1")
                        + row("integrate", "ivo", "ana", "r1")
                        + row("acked", "ana", "ana", "r1")
                        + row("tested", "tim", "ana", "r1")
                        + row("reviewed", "rita", "ana", "r1")
                        + row("acked", "aki", "ana", "r1")))
                .containsEntry("r1/author/ana", "csv:dpdk/rita")
                .containsEntry("r1/integrate/ivo", "waits")
                .containsEntry("r1/tested/tim", "csv:dpdk/ivo")
                .containsEntry("r1/reviewed/rita", "csv:dpdk/ivo")
                .containsEntry("r1/acked/aki", "csv:dpdk/ivo")
                .hasSize(5);
    }

    @Test
    void without_a_review_the_integrator_confirms_and_without_both_it_waits() throws IOException {
        assertThat(validators(row("author", "ana", "ana", "r1")
                        + row("integrate", "ivo", "ana", "r1")
                        + row("author", "ana", "ana", "r2")
                        + row("reported", "rob", "ana", "r2")))
                .containsEntry("r1/author/ana", "csv:dpdk/ivo")
                .containsEntry("r2/author/ana", "waits")
                .containsEntry("r2/reported/rob", "waits");
    }

    @Test
    void an_integrator_confirms_nothing_of_their_own() throws IOException {
        assertThat(validators(row("author", "ana", "ana", "r1")
                        + row("integrate", "ivo", "ana", "r1")
                        + row("tested", "ivo", "ana", "r1")))
                .containsEntry("r1/tested/ivo", "waits");
    }

    @Test
    void who_confirms_their_own_work_is_refused_and_told() throws IOException {
        var lines = lines(
                MappingFile.shipped("dpdk"),
                HEADER
                        + row("author", "ana", "ana", "r1")
                        + row("acked", "ana", "ana", "r1")
                        + row("reviewed", "ana", "ana", "r1")
                        + row("tested", "ana", "ana", "r1")
                        + row("reported", "ana", "ana", "r1")
                        + row("suggested", "ana", "ana", "r1"));

        assertThat(told(lines))
                .containsExactly(
                        "2 r1/author/ana",
                        "3 self-validation",
                        "4 self-validation",
                        "5 self-validation",
                        "6 r1/reported/ana",
                        "7 r1/suggested/ana");
    }

    @Test
    void a_repeated_part_is_a_duplicate() throws IOException {
        var lines = lines(
                MappingFile.shipped("dpdk"),
                HEADER
                        + row("author", "ana", "ana", "r1")
                        + row("acked", "aki", "ana", "r1")
                        + row("acked", "aki", "ana", "r1")
                        + row("reviewed", "aki", "ana", "r1"));

        assertThat(told(lines))
                .containsExactly("2 r1/author/ana", "3 r1/acked/aki", "4 duplicate", "5 r1/reviewed/aki");
    }

    @Test
    void kinds_and_evidence_are_those_of_the_mapping() throws IOException {
        var lines = lines(
                MappingFile.shipped("dpdk"),
                HEADER + row("author", "ana", "ana", "r1") + row("suggested", "sam", "ana", "r1"));

        assertThat(rows(lines)).extracting(r -> r.kind().value()).containsExactly("creation", "idee");
        assertThat(rows(lines).getFirst().evidence()).isEqualTo("https://git.dpdk.org/dpdk/commit/?id=r1");
        assertThat(rows(lines).getFirst().contributor()).isEqualTo(new SourcePerson("csv:dpdk/ana", "Personne ana"));
    }

    @Test
    void a_refused_line_keeps_its_place_among_those_of_its_work() throws IOException {
        var lines = lines(
                MappingFile.shipped("dpdk"),
                HEADER
                        + row("author", "ana", "ana", "r1")
                        + row("juggled", "aki", "ana", "r1")
                        + "torn\n"
                        + row("acked", "aki", "ana", "r1"));

        assertThat(told(lines)).containsExactly("2 r1/author/ana", "3 part-unknown", "4 columns", "5 r1/acked/aki");
        assertThat(rows(lines))
                .extracting(Row::validator)
                .first()
                .isEqualTo(new SourcePerson("csv:dpdk/aki", "Personne aki"));
        assertThat(rejected(lines)).hasSize(2);
    }
}
