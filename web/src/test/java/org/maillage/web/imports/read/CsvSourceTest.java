package org.maillage.web.imports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maillage.web.imports.read.Reading.HEADER;
import static org.maillage.web.imports.read.Reading.SIMPLE;
import static org.maillage.web.imports.read.Reading.lines;
import static org.maillage.web.imports.read.Reading.rejected;
import static org.maillage.web.imports.read.Reading.rows;
import static org.maillage.web.imports.read.Reading.told;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Quantity;
import org.maillage.web.imports.read.Line.Row;

class CsvSourceTest {

    private static final String GOOD = "a,ana,2026-03-04,bob\n";

    @Test
    void a_row_tells_who_did_what_when_and_who_confirms_it() throws IOException {
        var lines = lines(SIMPLE, HEADER + GOOD + "b,bob,2026-03-05,\n");

        assertThat(lines)
                .containsExactly(
                        new Row(
                                2,
                                "a",
                                new SourcePerson("csv:test/ana", "ana"),
                                LocalDate.of(2026, 3, 4),
                                new KindCode("relecture"),
                                Quantity.units(1),
                                null,
                                new SourcePerson("csv:test/bob", "bob")),
                        new Row(
                                3,
                                "b",
                                new SourcePerson("csv:test/bob", "bob"),
                                LocalDate.of(2026, 3, 5),
                                new KindCode("relecture"),
                                Quantity.units(1),
                                null,
                                null));
    }

    @Test
    void who_confirms_their_own_row_is_refused() throws IOException {
        assertThat(told(lines(SIMPLE, HEADER + "a,ana,2026-03-04,ana\n"))).containsExactly("2 self-validation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,ana,2026-02-30,bob",
                "x,ana,04/03/2026,bob",
                "x,ana,,bob",
                ",ana,2026-03-04,bob",
                "x,,2026-03-04,bob",
                "x,ana,2026-03-04",
                "x,ana,2026-03-04,bob,more",
                "\"x,ana,2026-03-04,bob",
                "\"x\"y,ana,2026-03-04,bob",
                "x\u0000,ana,2026-03-04,bob",
                "x,an\u202ea,2026-03-04,bob",
                "x,an\u200ba,2026-03-04,bob",
                "x,an\ufeffa,2026-03-04,bob",
                "x,an\ufffda,2026-03-04,bob"
            })
    void a_bad_line_is_refused_alone(String bad) throws IOException {
        var lines = lines(SIMPLE, HEADER + GOOD + bad + "\n" + "c,bob,2026-03-06,\n");

        assertThat(rejected(lines))
                .singleElement()
                .satisfies(r -> assertThat(r.number()).isEqualTo(3));
        assertThat(rows(lines)).extracting(Row::key).containsExactly("a", "c");
    }

    @Test
    void a_line_in_another_encoding_is_refused_alone() throws IOException {
        var file = new ByteArrayOutputStream();
        file.writeBytes((HEADER + "é,ana,2026-03-04,bob\n").getBytes(StandardCharsets.UTF_8));
        file.writeBytes("è,ana,2026-03-04,bob\n".getBytes(Charset.forName("windows-1252")));
        file.writeBytes("à,ana,2026-03-04,bob\n".getBytes(StandardCharsets.UTF_8));

        assertThat(told(lines(SIMPLE, file.toByteArray()))).containsExactly("2 é", "3 encoding", "4 à");
    }

    @Test
    void a_file_wholly_in_another_encoding_is_read_where_the_mapping_says_so() throws IOException {
        var mapping = SIMPLE.replace(
                "\"identity\"", "\"csv\": {\"separator\": \";\", \"encoding\": \"windows-1252\"}, \"identity\"");
        var file = (HEADER + "è,ana,2026-03-04,bob\r\n").replace(',', ';').getBytes(Charset.forName("windows-1252"));

        assertThat(told(lines(mapping, file))).containsExactly("2 è");
    }

    @Test
    void a_byte_order_mark_and_any_line_ends_are_passed_over() throws IOException {
        var text = "\ufeff" + HEADER + "a,ana,2026-03-04,bob\r\n\r\nb,ana,2026-03-04,bob\rc,ana,2026-03-04,bob";

        assertThat(told(lines(SIMPLE, text))).containsExactly("2 a", "4 b", "5 c");
    }

    @Test
    void quotes_hold_separators_line_ends_and_doubled_quotes() throws IOException {
        var text = HEADER + "\"a,1\",ana,2026-03-04,bob\n\"b\"\"2\",ana,2026-03-04,bob\n"
                + "c,ana,2026-03-04,\"bo\nb\"\nd,ana,2026-03-04,bob\n";

        assertThat(told(lines(SIMPLE, text))).containsExactly("2 a,1", "3 b\"2", "4 unreadable-characters", "6 d");
    }

    @Test
    void a_quote_that_is_never_closed_costs_one_line() throws IOException {
        var text = new StringBuilder(HEADER).append("\"open,ana,2026-03-04,bob\n");
        for (int i = 0; i < 500; i++) {
            text.append("r").append(i).append(",ana,2026-03-04,bob\n");
        }
        var lines = lines(SIMPLE, text.toString());

        assertThat(rejected(lines))
                .singleElement()
                .extracting(Line.Rejected::problem)
                .isEqualTo(Problem.QUOTES);
        assertThat(rows(lines)).hasSize(500);
    }

    @Test
    void a_huge_line_is_refused_without_being_kept() throws IOException {
        var huge = new byte[20 * 1024 * 1024];
        Arrays.fill(huge, (byte) 'x');
        var file = new ByteArrayOutputStream();
        file.writeBytes((HEADER + GOOD).getBytes(StandardCharsets.UTF_8));
        file.writeBytes(huge);
        file.writeBytes("\nc,ana,2026-03-04,bob\n".getBytes(StandardCharsets.UTF_8));

        assertThat(told(lines(SIMPLE, file.toByteArray()))).containsExactly("2 a", "3 line-too-long", "4 c");
    }

    @Test
    void a_compressed_file_is_read_and_one_that_breaks_off_keeps_what_came_before() throws IOException {
        var text = new StringBuilder(HEADER);
        for (int i = 0; i < 50_000; i++) {
            text.append(Integer.toHexString(i * 7919)).append(",ana,2026-03-04,bob\n");
        }
        var packed = gzip(text.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(rows(lines(SIMPLE, packed))).hasSize(50_000);
        var broken = lines(SIMPLE, Arrays.copyOf(packed, packed.length / 2));
        assertThat(rows(broken)).hasSizeBetween(10_000, 49_999);
        assertThat(rejected(broken))
                .singleElement()
                .extracting(Line.Rejected::problem)
                .isEqualTo(Problem.BROKEN_OFF);
    }

    @Test
    void a_small_compressed_file_that_breaks_off_keeps_what_came_before_too() throws IOException {
        var text = HEADER + GOOD + "b,bob,2026-03-05,ana\nc,ana,2026-03-06,bob\nd,bob,2026-03-07,ana\n";
        var packed = gzip(text.getBytes(StandardCharsets.UTF_8));

        var broken = lines(SIMPLE, Arrays.copyOf(packed, packed.length - 20));
        assertThat(rows(broken)).hasSizeBetween(1, 4);
        assertThat(rejected(broken))
                .singleElement()
                .extracting(Line.Rejected::problem)
                .isEqualTo(Problem.BROKEN_OFF);
        int refused = 0;
        for (int length = 2; length < packed.length; length++) {
            try {
                var lines = lines(SIMPLE, Arrays.copyOf(packed, length));
                assertThat(lines.getLast()).isInstanceOf(Line.Rejected.class);
            } catch (FileRefused nothing) {
                assertThat(nothing.why()).isEqualTo(FileRefused.Cause.BROKEN_OFF);
                refused++;
            }
        }
        assertThat(refused).as("cut before the first line ends").isBetween(10, packed.length - 20);
    }

    @Test
    void any_byte_that_is_changed_in_a_compressed_file_and_any_that_is_lost_shows_at_its_end(@TempDir Path folder)
            throws IOException {
        var file = folder.resolve("file.csv.gz");
        var packed = gzip((HEADER + GOOD.repeat(50)).getBytes(StandardCharsets.UTF_8));
        Files.write(file, packed);
        Sources.check(file);
        // What stands in the ten bytes of the header is no part of the text.
        for (int i = 10; i < packed.length; i++) {
            var changed = packed.clone();
            changed[i] ^= (byte) 0xff;
            assertDamaged(file, changed);
            assertDamaged(file, Arrays.copyOf(packed, i));
        }
        Files.writeString(file, HEADER);
        Sources.check(file);
    }

    @Test
    void a_compressed_file_of_several_parts_is_read_whole_or_refused_wherever_it_is_damaged(@TempDir Path folder)
            throws IOException {
        var file = folder.resolve("file.csv.gz");
        var first = gzip((HEADER + GOOD).getBytes(StandardCharsets.UTF_8));
        var second = gzip("b,bob,2026-03-05,ana\n".repeat(50).getBytes(StandardCharsets.UTF_8));
        var packed = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, packed, first.length, second.length);
        Files.write(file, packed);
        Sources.check(file);
        assertThat(rows(lines(SIMPLE, packed))).hasSize(51);
        for (int i = first.length; i < packed.length; i++) {
            var changed = packed.clone();
            changed[i] ^= (byte) 0xff;
            // When it was made, and by which system, is no part of the text.
            if (i < first.length + 4 || i >= first.length + 10) {
                assertDamaged(file, changed);
            }
            if (i > first.length) {
                assertDamaged(file, Arrays.copyOf(packed, i));
            }
        }
    }

    private static void assertDamaged(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        assertThatThrownBy(() -> Sources.check(file))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(FileRefused.Cause.BROKEN_OFF));
    }

    @Test
    void a_file_that_unpacks_into_far_more_than_text_does_is_refused() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(HEADER.getBytes(StandardCharsets.UTF_8));
            var zeros = new byte[1024 * 1024];
            for (int i = 0; i < 300; i++) {
                gzip.write(zeros);
            }
        }

        assertThatThrownBy(() -> lines(SIMPLE, bomb.toByteArray()))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(FileRefused.Cause.TOO_LARGE_UNPACKED));
    }

    @Test
    void what_is_no_text_is_refused_as_a_file() {
        assertRefused("", FileRefused.Cause.EMPTY);
        assertRefused("\u0000PNG", FileRefused.Cause.NOT_TEXT);
        assertRefused("what,ever\n1,2\n", FileRefused.Cause.COLUMN_MISSING);
        for (var charset : new Charset[] {StandardCharsets.UTF_16, StandardCharsets.UTF_16LE}) {
            assertThatThrownBy(() -> lines(SIMPLE, (HEADER + GOOD).getBytes(charset)))
                    .isInstanceOfSatisfying(
                            FileRefused.class,
                            refused -> assertThat(refused.why()).isEqualTo(FileRefused.Cause.NOT_TEXT));
        }
    }

    private static void assertRefused(String text, FileRefused.Cause why) {
        assertThatThrownBy(() -> lines(SIMPLE, text))
                .isInstanceOfSatisfying(
                        FileRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @Test
    void an_address_of_the_post_never_leaves_the_reader() throws IOException {
        var mapping = SIMPLE.replace("OPAQUE", "READABLE").replace("[\"ref\"]", "[\"ref\", \"who\"]");
        var lines = lines(
                mapping, HEADER + "a,Ana@Example.org,2026-03-04,bob@example.org\n" + "b,ana@example.org,2026-03-04,\n");

        assertThat(rows(lines)).hasSize(2);
        assertThat(rows(lines).getFirst().contributor().identity())
                .isEqualTo(rows(lines).get(1).contributor().identity());
        assertThat(lines.toString().replace("name=Ana@Example.org", "").replaceAll("name=\\w+@example.org", ""))
                .doesNotContainIgnoringCase("@example");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
