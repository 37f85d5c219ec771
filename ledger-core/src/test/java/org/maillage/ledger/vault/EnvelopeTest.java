package org.maillage.ledger.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.vault.Vault.Place;

/** The form of what is stored, and that nothing else opens. */
class EnvelopeTest {

    private static final MemberId AMINA = MemberId.of("01990000-0000-7002-8000-000000000002");
    private static final MemberId BRUNO = MemberId.of("f1990000-0000-7001-8000-000000000001");
    private static final StreamId STREAM = StreamId.of(ContributionId.of("01990000-0000-7003-8000-000000000003"));
    private static final Place PLACE = new Place(STREAM, "contribution.submitted", "sentence");

    private final InMemoryMemberKeys keys = new InMemoryMemberKeys();
    private final SealedVault vault = TestVault.over(keys);

    @Test
    void an_envelope_of_version_1_has_the_form_that_is_written_down() {
        var bytes = bytes(vault.seal("abc", List.of(BRUNO, AMINA), PLACE));

        assertThat(bytes).hasSize(2 + 2 * 16 + 12 + 3 + 16).startsWith(1, 2);
        assertThat(Arrays.copyOfRange(bytes, 2, 18)).isEqualTo(Envelope.idBytes(AMINA));
        assertThat(Arrays.copyOfRange(bytes, 18, 34)).isEqualTo(Envelope.idBytes(BRUNO));
    }

    /** Made once and kept: whatever changes in this program, these open. */
    @Test
    void envelopes_of_the_past_open() {
        keys.keepIfAbsent(Map.of(
                AMINA, new StoredKey.Wrapped(Base64.getDecoder().decode(Kept.AMINAS_KEY), TestVault.MASTER.id()),
                BRUNO, new StoredKey.Wrapped(Base64.getDecoder().decode(Kept.BRUNOS_KEY), TestVault.MASTER.id())));

        assertThat(vault.open(new SealedText(Kept.OF_ONE), PLACE)).hasValue("Un atelier d’été");
        assertThat(vault.open(new SealedText(Kept.OF_TWO), PLACE)).hasValue("Merci à vous deux");
        assertThat(TestVault.MASTER.id()).isEqualTo(Kept.MASTER_KEY_ID);
        assertThat(vault.match("https://example.org/a")).isEqualTo(Kept.MATCH);
    }

    @Test
    void a_changed_bit_anywhere_opens_nothing() {
        for (var about : List.of(List.of(AMINA), List.of(AMINA, BRUNO))) {
            var sealed = vault.sealFile("secret".getBytes(UTF_8), about, PLACE);
            for (int bit = 0; bit < sealed.length * 8; bit++) {
                var changed = sealed.clone();
                changed[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(vault.openFile(changed, PLACE)).as("bit %d", bit).isEmpty();
            }
            assertThat(vault.openFile(sealed, PLACE)).hasValue("secret".getBytes(UTF_8));
        }
    }

    @Test
    void a_truncated_or_lengthened_envelope_opens_nothing() {
        var sealed = vault.seal("secret", List.of(AMINA), PLACE).envelope();

        for (int length = 1; length < sealed.length(); length++) {
            assertThat(vault.open(new SealedText(sealed.substring(0, length)), PLACE))
                    .isEmpty();
        }
        assertThat(vault.open(new SealedText(sealed + "A"), PLACE)).isEmpty();
        assertThat(vault.open(new SealedText(sealed + "AAAA"), PLACE)).isEmpty();
        assertThat(vault.open(new SealedText(sealed + "="), PLACE)).isEmpty();
    }

    @Test
    void a_changed_character_opens_nothing_even_where_base64_would_read_the_same_bytes() {
        for (int length = 0; length < 6; length++) {
            var sealed = vault.seal("x".repeat(length), List.of(AMINA), PLACE).envelope();
            int last = sealed.length() - 1;
            for (char c = 'A'; c <= 'z'; c++) {
                if (c != sealed.charAt(last)) {
                    assertThat(vault.open(new SealedText(sealed.substring(0, last) + c), PLACE))
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "AQ", "AQE", "not base64!", "é", "AgE", "AQA", "AQM", "////"})
    void what_is_no_envelope_opens_nothing(String text) {
        assertThat(vault.open(new SealedText(text), PLACE)).isEmpty();
    }

    private static byte[] bytes(SealedText sealed) {
        return Base64.getUrlDecoder().decode(sealed.envelope());
    }

    /** Written by version 1 of the vault. */
    private static final class Kept {
        static final String MASTER_KEY_ID = "91635e2c5f858692";
        static final String AMINAS_KEY =
                "AQMdjFSX9CpA92wkkTt2ykkBWQfCkqx6okIXsx4Ds6mARY0eLPg4x0ZX6e5PPg94gwCyhA0IXwu94uTX" + "pA==";
        static final String BRUNOS_KEY =
                "AeJd7Vr2n7WhEjWKwaqfsKCY/Ion/UuC8cO+lec2CdIbmYJaqGm1zb1815hAnFf9CRS4JbLqCvvZny8q" + "Vw==";
        static final String OF_ONE =
                "AQEBmQAAAABwAoAAAAAAAAACJOuVPrhFwwtYzPDWbn9StKLtksiCZ6W9NcJHI9bie2TCNVFp2Cj0kNMx" + "n7QxZDWb";
        static final String OF_TWO = "AQIBmQAAAABwAoAAAAAAAAAC8ZkAAAAAcAGAAAAAAAAAAexNbTpdcjGMXYyFZm1jjsh9BLxv0vrGPieW"
                + "sldGqxE9l-7T-kKerUzz69QuZAo";
        static final String MATCH = "06f89c01a4916ccb3ecb20c37267356ca7509ff473cc1ae6e78b498bda51b135";
    }
}
