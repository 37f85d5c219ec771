package org.maillage.ledger.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.journal.TestDatabase;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.vault.PostgresMemberKeys;
import org.maillage.ledger.vault.TestVault;
import org.maillage.ledger.vault.Vault;
import org.maillage.ledger.vault.Vault.Place;
import org.maillage.ledger.vault.VaultSchema;

class EvidenceFilesTest {

    private static final Place PLACE =
            new Place(StreamId.of(ContributionId.next()), "contribution.submitted", "evidence.0");
    private static final byte[] PDF = "%PDF-1.7\nUn compte rendu\n%%EOF\n".getBytes(ISO_8859_1);
    private static final byte[] PHOTO = Pictures.withExif(Pictures.of("jpeg", 320, 200), 1);

    private static DataSource database;

    private final Vault vault = TestVault.over(new PostgresMemberKeys(database));
    private final EvidenceFiles files = new EvidenceFiles(vault, database);
    private final MemberId amina = MemberId.next();
    private final EvidenceId id = EvidenceId.next();

    @BeforeAll
    static void migrate() {
        database = TestDatabase.fresh();
        VaultSchema.migrate(database);
    }

    @Test
    void a_photo_is_kept_without_its_place_and_sealed() {
        var claimed = files.accept(PHOTO, "C:\\Photos\\atelier.jpg", List.of(amina), id, PLACE);

        assertThat(claimed.id()).isEqualTo(id);
        assertThat(claimed.type()).isEqualTo(Evidence.Type.PHOTO);
        assertThat(claimed.reference()).isEqualTo("atelier.jpg");
        assertThat(claimed.content()).matches("[0-9a-f]{64}");
        assertThat(claimed.sealedSha256()).matches("[0-9a-f]{64}").isNotEqualTo(claimed.content());
        assertThat(files.open(id)).hasValueSatisfying(file -> {
            assertThat(file.format()).isEqualTo(Format.JPEG);
            assertThat(Pictures.read(file.bytes()).getWidth()).isEqualTo(320);
            assertThat(text(file.bytes())).doesNotContain(Pictures.PLACE_WRITTEN_BY_THE_CAMERA);
        });
        assertThat(ask("select encode(sha256(sealed), 'hex') from vault.evidence_file where evidence = '%s'"))
                .isEqualTo(claimed.sealedSha256());
        assertThat(ask("select position('JFIF'::bytea in sealed) from vault.evidence_file where evidence = '%s'"))
                .isEqualTo("0");
    }

    @Test
    void other_files_are_kept_as_they_came() {
        files.accept(PDF, "compte rendu.pdf", List.of(amina, MemberId.next()), id, PLACE);

        assertThat(files.open(id)).hasValueSatisfying(file -> {
            assertThat(file.bytes()).isEqualTo(PDF);
            assertThat(file.format().mediaType()).isEqualTo("application/pdf");
        });
        assertThat(files.open(EvidenceId.next())).isEmpty();
    }

    @Test
    void the_same_file_again_is_the_same_evidence() {
        var first = files.accept(PHOTO, "a.jpg", List.of(amina), id, PLACE);
        var again = files.accept(PHOTO, "a.jpg", List.of(amina), id, PLACE);

        assertThat(again).isEqualTo(first);
        assertThat(files.accept(PHOTO, "b.jpg", List.of(amina), EvidenceId.next(), PLACE)
                        .content())
                .isEqualTo(first.content());
    }

    @Test
    void another_file_under_the_same_id_is_refused() {
        files.accept(PDF, "a.pdf", List.of(amina), id, PLACE);

        assertRefused(PHOTO, Reason.ALREADY_EXISTS);
        assertThat(files.open(id).orElseThrow().bytes()).isEqualTo(PDF);
    }

    @Test
    void a_file_above_ten_megabytes_is_refused() {
        var largest = Arrays.copyOf("OggS".getBytes(ISO_8859_1), EvidenceFiles.MOST_BYTES);

        assertRefused(Arrays.copyOf(largest, EvidenceFiles.MOST_BYTES + 1), Reason.FILE_TOO_LARGE);
        assertThat(files.open(id)).isEmpty();

        files.accept(largest, "son.ogg", List.of(amina), id, PLACE);
        assertThat(files.open(id).orElseThrow().bytes()).hasSize(EvidenceFiles.MOST_BYTES);
    }

    @Test
    void what_is_no_photo_pdf_or_sound_is_refused_whatever_its_name() {
        assertRefused(new byte[0], Reason.FILE_NOT_READABLE);
        assertRefused("<html><script>".getBytes(ISO_8859_1), Reason.FILE_NOT_READABLE);
        assertRefused(Arrays.copyOf(PHOTO, PHOTO.length / 2), Reason.FILE_NOT_READABLE);
        assertRefused(Pictures.pngClaiming(65_000, 65_000), Reason.FILE_NOT_READABLE);
        assertThat(files.open(id)).isEmpty();
    }

    @Test
    void a_destroyed_key_closes_the_file() {
        files.accept(PDF, "a.pdf", List.of(amina), id, PLACE);

        vault.destroy(amina);

        assertThat(files.open(id)).isEmpty();
    }

    @Test
    void the_bytes_of_one_file_do_not_open_in_the_place_of_another() {
        var other = EvidenceId.next();
        files.accept(PDF, "a.pdf", List.of(amina), id, PLACE);
        files.accept(PHOTO, "b.jpg", List.of(amina), other, PLACE);

        TestDatabase.execute(
                database,
                "update vault.evidence_file set sealed = (select sealed from vault.evidence_file where evidence = '%s') "
                                .formatted(other)
                        + "where evidence = '%s'".formatted(id));

        assertThat(files.open(id)).isEmpty();
        assertThat(files.open(other)).isPresent();
    }

    @Test
    void erasing_a_member_takes_the_files_about_them_alone() {
        var bruno = MemberId.next();
        var others = EvidenceId.next();
        files.accept(PDF, "a.pdf", List.of(amina, bruno), id, PLACE);
        files.accept(PDF, "b.pdf", List.of(amina), EvidenceId.next(), PLACE);
        files.accept(PDF, "c.pdf", List.of(bruno), others, PLACE);

        assertThat(files.purge(amina)).isEqualTo(2);

        assertThat(files.open(id)).isEmpty();
        assertThat(files.open(others)).isPresent();
        files.discard(others);
        assertThat(files.open(others)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "photo été.pdf|photo été.pdf",
                "/etc/passwd|passwd",
                "..\\..\\x.pdf|x.pdf",
                "fdp\u202egnp.exe|fdpgnp.exe",
                "a\u0000b.pdf|ab.pdf",
                "dossier/|document.pdf",
                "' '|document.pdf"
            })
    void a_name_keeps_what_can_be_shown(String declared, String kept) {
        assertThat(files.accept(PDF, declared, List.of(amina), id, PLACE).reference())
                .isEqualTo(kept);
    }

    @Test
    void a_long_name_is_cut_between_characters() {
        var name = files.accept(PDF, "x" + "🧶".repeat(200), List.of(amina), id, PLACE)
                .reference();

        assertThat(name).hasSize(199).isEqualTo("x" + "🧶".repeat(99));
    }

    private void assertRefused(byte[] file, Reason reason) {
        assertThatThrownBy(() -> files.accept(file, "photo.jpg", List.of(amina), id, PLACE))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private String ask(String sql) {
        return TestDatabase.ask(database, String.format(sql, id));
    }

    private static String text(byte[] file) {
        return new String(file, ISO_8859_1);
    }
}
