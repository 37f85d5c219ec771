package org.maillage.web.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Origin;
import org.maillage.ledger.Outcome;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.NetworkId;
import org.maillage.web.imports.read.CsvRows;
import org.maillage.web.imports.read.MappingFile;

class ImportRunTest {

    private static final String MAPPING = MappingFile.shipped("dpdk");

    private ImportFixture imports;

    @BeforeEach
    void open(@TempDir Path folder) {
        imports = new ImportFixture(folder);
    }

    @AfterEach
    void close() {
        imports.close();
    }

    private ImportJob newNetwork(String text) {
        return imports.into(NetworkId.next(), "Importé", MAPPING, text);
    }

    @Test
    void rows_become_claims_and_those_whom_somebody_else_confirmed_are_validated() {
        var works = new Works(1, 120);
        var job = imports.run(newNetwork(works.text.toString()));

        assertThat(job.state()).isEqualTo(ImportState.DONE);
        assertThat(works.selfValidations).isPositive();
        assertThat(works.duplicates).isPositive();
        assertThat(job.figures().lines()).isEqualTo(works.lines);
        assertThat(job.figures().claims()).isEqualTo(works.claims);
        assertThat(job.figures().validated()).isEqualTo(works.validated);
        assertThat(job.figures().people()).isEqualTo(12);
        assertThat(job.figures().issued().hundredths()).isEqualTo(100L * works.validated);
        assertThat(imports.refused(job))
                .containsEntry("self-validation", (long) works.selfValidations)
                .containsEntry("duplicate", (long) works.duplicates)
                .containsEntry("columns", (long) works.torn)
                .hasSize(3);
        assertThat(imports.unvalidated(job)).isEmpty();
        assertThat(imports.balances()).isEqualTo(100L * works.validated);
    }

    @Test
    void importing_again_adds_nothing_and_says_that_the_rows_were_seen() {
        var works = new Works(2, 60);
        var network = NetworkId.next();
        imports.run(imports.into(network, "Importé", MAPPING, works.text.toString()));
        var before = imports.events();
        imports.restart();
        var again = imports.run(imports.into(network, null, MAPPING, works.text.toString()));

        assertThat(imports.events()).isEqualTo(before);
        assertThat(again.state()).isEqualTo(ImportState.DONE);
        assertThat(again.figures().claims()).isZero();
        assertThat(again.figures().known()).isEqualTo(works.claims).isPositive();
        assertThat(imports.refused(again)).containsEntry("row-seen", (long) works.claims);
    }

    static LongStream seeds() {
        return LongStream.of(11, 12, 13, 14, 15);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_import_that_was_killed_goes_on_to_the_same_totals(long seed) {
        var works = new Works(seed, 80);
        var random = new Random(seed);
        var job = newNetwork(works.text.toString());
        int kills = 0;
        for (int i = 0; i < 3; i++) {
            var mortal = new MortalLedger[1];
            int life = 20 + random.nextInt(150);
            assertThatThrownBy(() -> imports.run(job, ledger -> mortal[0] = new MortalLedger(ledger, life)))
                    .isInstanceOf(Killed.class);
            kills += mortal[0].left <= 0 ? 1 : 0;
            imports.restart();
        }
        var ended = imports.run(job);

        assertThat(kills).isEqualTo(3);
        assertThat(ended.state()).isEqualTo(ImportState.DONE);
        assertThat(ended.figures().lines()).isEqualTo(works.lines);
        assertThat(ended.figures().claims()).isEqualTo(works.claims);
        assertThat(ended.figures().validated()).isEqualTo(works.validated);
        assertThat(ended.figures().known()).isZero();
        assertThat(imports.refused(ended).values().stream().mapToLong(n -> n).sum())
                .isEqualTo(works.lines - works.claims);
        assertThat(imports.balances()).isEqualTo(100L * works.validated);
    }

    @Test
    void the_mapping_that_the_documentation_shows_makes_a_network_and_reads_the_file_beside_it() throws IOException {
        var page = Files.readString(Path.of("../docs/IMPORTS.md"));
        var job = imports.run(imports.into(NetworkId.next(), "Bibliothèque", block(page, "json"), block(page, "csv")));

        assertThat(job.state()).isEqualTo(ImportState.DONE);
        assertThat(job.figures().claims()).isEqualTo(2);
        assertThat(job.figures().validated()).isEqualTo(1);
        assertThat(imports.refused(job)).isEmpty();
        assertThat(imports.unvalidated(job)).isEmpty();
        assertThat(imports.balances()).as("two hours at two mailles").isEqualTo(400);
    }

    private static String block(String page, String language) {
        var from = page.indexOf("```" + language + "\n") + 4 + language.length();
        return page.substring(from, page.indexOf("```", from));
    }

    @Test
    void a_row_that_stands_twice_in_a_file_is_refused_the_second_time() {
        var job = imports.run(newNetwork("""
            when,role,person,for_person,org,area,ref
            2026-01-02,author,ana,ana,o,a,r1
            2026-01-02,author,bob,bob,o,a,r2
            2026-01-02,author,ana,ana,o,a,r1
            2026-01-03,author,bob,bob,o,a,r2
            """));

        assertThat(job.figures().claims()).isEqualTo(2);
        assertThat(imports.refused(job)).containsEntry("row-seen", 2L).hasSize(1);
    }

    @Test
    void what_the_ledger_refuses_is_told_by_line_and_stops_nothing() {
        var job = imports.run(newNetwork("""
            when,role,person,for_person,org,area,ref
            2026-01-02,author,ana,ana,o,a,r1
            2999-01-02,author,bob,bob,o,a,r2
            1901-01-02,author,bob,bob,o,a,r3
            2026-01-02,author,bob,bob,o,a,r4
            """));

        assertThat(job.state()).isEqualTo(ImportState.DONE);
        assertThat(job.figures().claims()).isEqualTo(2);
        assertThat(imports.refused(job))
                .containsEntry("day-in-the-future", 1L)
                .containsEntry("day-too-old", 1L)
                .hasSize(2);
    }

    @Test
    void in_a_network_that_is_there_only_its_own_coordinators_validate() {
        var network = NetworkId.next();
        imports.run(imports.into(network, "Importé", MAPPING, """
            when,role,person,for_person,org,area,ref
            2026-01-02,author,ana,ana,o,a,r1
            """));
        var job = imports.run(imports.into(network, null, MAPPING, """
            when,role,person,for_person,org,area,ref
            2026-01-02,author,ana,ana,o,a,r2
            2026-01-02,acked,bob,ana,o,a,r2
            """));

        assertThat(job.figures().claims()).isEqualTo(2);
        assertThat(job.figures().validated()).isZero();
        assertThat(job.figures().waiting()).isEqualTo(2);
        assertThat(imports.unvalidated(job)).containsEntry("not-a-coordinator", 1L);
    }

    @Test
    void pairs_who_validate_each_other_over_and_over_are_counted() {
        var text = new StringBuilder("when,role,person,for_person,org,area,ref\n");
        for (int i = 0; i < 6; i++) {
            text.append("2026-01-02,author,ana,ana,o,a,a%d\n2026-01-02,acked,bob,ana,o,a,a%d\n".formatted(i, i));
            text.append("2026-01-02,author,bob,bob,o,a,b%d\n2026-01-02,acked,ana,bob,o,a,b%d\n".formatted(i, i));
            text.append("2026-01-02,author,cleo,cleo,o,a,c%d\n2026-01-02,acked,ana,cleo,o,a,c%d\n".formatted(i, i));
        }
        var job = imports.run(newNetwork(text.toString()));

        assertThat(job.figures().validated()).isEqualTo(18);
        assertThat(job.figures().ringPairs()).isEqualTo(1);
        assertThat(job.figures().ringValidations()).isEqualTo(12);
        assertThat(job.figures().coordinators()).isEqualTo(2);
    }

    @Test
    void a_cancelled_import_stops_after_its_chunk_and_keeps_what_it_brought() {
        var job = newNetwork(new Works(3, 200).text.toString());
        var ended = imports.run(job, ledger -> new WatchedLedger(ledger, () -> imports.jobs.cancel(job.id())));

        assertThat(ended.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(ended.figures().lines()).isEqualTo(ImportFixture.CHUNK);
        assertThat(ended.figures().claims()).isPositive();
        assertThat(imports.jobs.open()).isEmpty();
    }

    @Test
    void an_import_that_was_stopped_goes_on_as_the_same_one_and_still_appoints_those_who_validate() {
        var works = new Works(3, 200);
        var job = newNetwork(works.text.toString());
        imports.run(job, ledger -> new WatchedLedger(ledger, () -> imports.jobs.cancel(job.id())));
        imports.restart();
        imports.jobs.resume(job);
        var ended = imports.run(job);

        assertThat(ended.state()).isEqualTo(ImportState.DONE);
        assertThat(ended.figures().lines()).isEqualTo(works.lines);
        assertThat(ended.figures().claims()).isEqualTo(works.claims);
        assertThat(ended.figures().validated()).isEqualTo(works.validated).isPositive();
        assertThat(imports.unvalidated(ended)).isEmpty();
    }

    @Test
    void a_file_without_a_row_makes_no_network() {
        var job = imports.run(newNetwork("when,role,person,for_person,org,area,ref\ntorn\n"));

        assertThat(job.state()).isEqualTo(ImportState.DONE);
        assertThat(job.figures().lines()).isOne();
        assertThat(imports.events()).isEmpty();
    }

    @Test
    void time_left_is_told_while_a_process_runs_it_and_no_claim_without_its_line() {
        var job = newNetwork(new Works(4, 5).text.toString());
        var owner = Id.nextUuid();
        var tally = new Tally();
        tally.claims = 3;
        assertThat(imports.jobs.claim(job.id(), owner, 0)).isTrue();
        imports.jobs.progress(job.id(), owner, 2, 10, Duration.ofSeconds(5), tally);

        assertThat(imports.jobs.find(job.id()).orElseThrow().left()).isPresent();
        imports.jobs.release(job.id(), owner);
        var left = imports.jobs.find(job.id()).orElseThrow();
        assertThat(left.left()).isEmpty();
        assertThat(left.figures().lines()).isEqualTo(3);
    }

    @Test
    void one_process_at_a_time_runs_an_import() {
        var job = newNetwork(new Works(4, 5).text.toString());
        imports.run(
                job,
                ledger -> new WatchedLedger(
                        ledger,
                        () -> assertThatThrownBy(() -> imports.run(job)).isInstanceOf(IllegalStateException.class)));

        assertThat(imports.jobs.find(job.id()).orElseThrow().state()).isEqualTo(ImportState.DONE);
    }

    @Test
    void refused_lines_come_back_as_csv_in_which_no_cell_is_a_formula() {
        var job = imports.run(newNetwork("""
            when,role,person,for_person,org,area,ref
            2026-01-02,author,ana,ana,o,a,r1
            2026-01-02,acked,ana,ana,o,a,r1
            2026-01-02,=cmd(),ana,ana,o,a,"=HYPERLINK(""x"")"
            torn
            """));
        var out = new ByteArrayOutputStream();
        try (var csv = new RefusedCsv(out, ',', null, refusal -> "@" + refusal.reason())) {
            Chunks.each(imports.jdbc, job.id(), csv::write);
        }

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "\ufeffline,key,refused,reason,message,detail",
                        "3,r1/acked/ana,row,self-validation,'@self-validation,",
                        "4,\"'=HYPERLINK(\"\"x\"\")/=cmd()/ana\",row,part-unknown,'@part-unknown,",
                        "5,,row,columns,'@columns,1");
    }

    @Test
    void refused_lines_come_back_whole_and_in_the_order_of_the_file() throws IOException {
        var job = imports.run(newNetwork("""
            when,role,person,for_person,org,area,ref
            2999-01-02,author,ana,ana,o,a,r1
            torn
            2026-01-02,author,bob,bob,"=1+1",a,r2
            2026-01-02,acked,bob,bob,"=1+1",a,r2
            2999-01-02,author,cleo,cleo,o,"a, b",r3
            """));

        assertThat(refusedLines(job))
                .containsExactly(
                        "\ufeffwhen,role,person,for_person,org,area,ref,line,key,refused,reason,message,detail",
                        "2999-01-02,author,ana,ana,o,a,r1,2,r1/author/ana,row,day-in-the-future,day-in-the-future,",
                        "torn,,,,,,,3,,row,columns,columns,1",
                        "2026-01-02,acked,bob,bob,'=1+1,a,r2,5,r2/acked/bob,row,self-validation,self-validation,",
                        "2999-01-02,author,cleo,cleo,o,\"a, b\",r3,6,r3/author/cleo,row,day-in-the-future,"
                                + "day-in-the-future,");
    }

    @Test
    void refused_lines_that_cannot_be_read_come_back_as_far_as_they_can_be_shown() throws IOException {
        var text = """
            when,role,person,for_person,org,area,ref
            2026-01-02,author,zo#,zo#,"o,p",a,r1
            2026-01-02,author,"ana,ana,o,a,r2
            2026-01-02,author,"b#b,bob,o,a,r3
            2026-01-02,author,cleo,cleo,o,a,r4
            """;
        var latin = text.replace('#', 'é').getBytes(StandardCharsets.ISO_8859_1);
        var job = imports.run(imports.into(NetworkId.next(), "Importé", MAPPING, latin));

        assertThat(refusedLines(job))
                .containsExactly(
                        "\ufeffwhen,role,person,for_person,org,area,ref,line,key,refused,reason,message,detail",
                        "2026-01-02,author,zo\ufffd,zo\ufffd,\"o,p\",a,r1,2,,row,encoding,encoding,",
                        "\"2026-01-02,author,\"\"ana,ana,o,a,r2\",,,,,,,3,,row,quotes,quotes,",
                        "\"2026-01-02,author,\"\"b\ufffdb,bob,o,a,r3\",,,,,,,4,,row,encoding,encoding,");
    }

    private Stream<String> refusedLines(ImportJob job) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var rows = CsvRows.open(imports.files.path(job), MappingFile.parse(MAPPING));
                var csv = new RefusedCsv(out, ',', rows, Refusal::reason)) {
            Chunks.each(imports.jdbc, job.id(), csv::write);
        }
        return out.toString(StandardCharsets.UTF_8).lines();
    }

    /** Thrown where a process would have been killed. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Decides so many commands, of a chunk too, then dies without a word. */
    private static final class MortalLedger implements Ledger {

        private final Ledger ledger;
        private int left;

        MortalLedger(Ledger ledger, int life) {
            this.ledger = ledger;
            this.left = life;
        }

        @Override
        public Outcome execute(LedgerCommand command, Origin origin) {
            return ledger.execute(command, origin);
        }

        @Override
        public List<Result> executeAll(List<Request> requests) {
            int taken = Math.min(left, requests.size());
            var results = ledger.executeAll(requests.subList(0, taken));
            left -= requests.size();
            if (left <= 0) {
                throw new Killed();
            }
            return results;
        }
    }

    /** Does something before each chunk. */
    private record WatchedLedger(Ledger ledger, Runnable before) implements Ledger {

        @Override
        public Outcome execute(LedgerCommand command, Origin origin) {
            return ledger.execute(command, origin);
        }

        @Override
        public List<Result> executeAll(List<Request> requests) {
            before.run();
            return ledger.executeAll(requests);
        }
    }
}
