package org.maillage.badge.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.StrictJson;

class StatusListTest {

    private static final JsonLdBox BOX = new JsonLdBox();

    @Test
    void an_empty_list_hides_whoever_asks_in_a_crowd_of_131072() {
        var list = Bitstring.decode(Bitstring.empty().encode()).orElseThrow();

        assertThat(list.size()).isEqualTo(131_072);
        assertThat(list.get(0)).isFalse();
        assertThat(list.get(131_071)).isFalse();
    }

    /** Bitstring Status List 1.0, section 3.3: the first index is the leftmost bit. */
    @Test
    void the_first_place_is_the_leftmost_bit() throws IOException {
        var encoded = Bitstring.of(List.of(0, 9)).encode().substring(1);
        var bytes = new GZIPInputStream(
                        new ByteArrayInputStream(Base64.getUrlDecoder().decode(encoded)))
                .readAllBytes();

        assertThat(bytes).hasSize(16_384);
        assertThat(bytes[0]).isEqualTo((byte) 0b1000_0000);
        assertThat(bytes[1]).isEqualTo((byte) 0b0100_0000);
    }

    @Test
    void any_bits_are_read_as_they_were_set() {
        var random = new Random(131_072);
        for (var round = 0; round < 30; round++) {
            var places = new HashSet<Integer>();
            for (var i = 0; i < 1 << round % 15; i++) {
                places.add(random.nextInt(Bitstring.BITS));
            }
            var list = Bitstring.of(places);
            var read = Bitstring.decode(list.encode()).orElseThrow();
            for (var place = 0; place < Bitstring.BITS; place++) {
                assertThat(read.get(place)).isEqualTo(places.contains(place));
            }
        }
    }

    @Test
    void setting_and_clearing_a_bit_leaves_the_list_that_it_came_from() {
        var none = Bitstring.empty();
        var one = none.set(77, true);

        assertThat(none.get(77)).isFalse();
        assertThat(one.get(77)).isTrue();
        assertThat(one.set(77, false).encode()).isEqualTo(none.encode());
    }

    /** Every length of a run, and bytes that are no run: the machine's own GZIP reads what is written here. */
    @Test
    void runs_of_every_length_are_read_by_the_machines_own_gzip() throws IOException {
        var random = new Random(1);
        for (var length = 0; length < 600; length++) {
            var bytes = new byte[length + 20];
            for (var i = length; i < bytes.length; i++) {
                bytes[i] = (byte) random.nextInt();
            }
            assertThat(new GZIPInputStream(new ByteArrayInputStream(Gzip.compress(bytes))).readAllBytes())
                    .isEqualTo(bytes);
        }
    }

    @Test
    void the_same_bits_give_the_same_text_on_every_machine() {
        assertThat(Bitstring.of(List.of(3, 94_567)).encode())
                .isEqualTo(
                        "uH4sIAAAAAAAA_xNgGAUMo4BhFDCMAoZRwDAKGEYBwyhgGAUMo4BhFDCMAoZRwDAKGEYBwyhgGAUMo4BhFDCMAoZRwDAKGEYBwyhgGAUMo4BhFDCMAoZRwDAKGEYBwyhgGAUMo4BhFDCMAoZRwDAKGEYBwyhgGAUMo4BhFDCMAoZRwDAEACPDKGAYBQyjgGEUMIwChlHAMAoYRgHDKGAYBQyjgGEUMIwChlHAMAoYRgHDKGAY5AAArMXgDwBAAAA");
    }

    @Test
    void what_is_no_list_or_too_large_a_one_is_not_read() throws IOException {
        assertThat(Bitstring.decode("")).isEmpty();
        assertThat(Bitstring.decode("zabc")).isEmpty();
        assertThat(Bitstring.decode("u***")).isEmpty();
        assertThat(Bitstring.decode("uAAAA")).isEmpty();
        assertThat(Bitstring.decode(bomb())).isEmpty();
    }

    @Test
    void the_list_is_a_credential_of_the_issuer_with_a_time_after_which_it_is_worth_nothing() {
        var signed = list(Bitstring.of(List.of(5))).signed(BOX, Samples.SIGNER);

        assertThat(signed.path("type")).hasToString("[\"VerifiableCredential\",\"BitstringStatusListCredential\"]");
        assertThat(signed.path("validUntil").stringValue()).isEqualTo("2025-01-16T10:30:00Z");
        assertThat(signed.path("credentialSubject").path("ttl").longValue()).isEqualTo(300_000);
        assertThat(signed.path("proof").path("verificationMethod").stringValue())
                .isEqualTo(Samples.SIGNER.id().toString());
        assertThat(StrictJson.write(signed))
                .isEqualTo(StrictJson.write(list(Bitstring.of(List.of(5))).signed(BOX, Samples.SIGNER)))
                .hasSizeLessThan(2_000);
    }

    @Test
    void only_a_key_of_the_issuer_signs_the_list() {
        var other = new org.maillage.badge.proof.Signer(
                URI.create("urn:x:key"), URI.create("urn:x:other"), Samples.OTHER_KEY);

        assertThatThrownBy(() -> list(Bitstring.empty()).signed(BOX, other)).hasMessageContaining("not the issuer's");
    }

    @Test
    void a_place_is_never_negative_and_its_list_has_no_fragment() {
        assertThatThrownBy(() -> new StatusEntry(Samples.LIST, -1, StatusPurpose.REVOCATION))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StatusEntry(URI.create(Samples.LIST + "#a"), 1, StatusPurpose.REVOCATION))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static StatusList list(Bitstring bits) {
        return new StatusList(
                Samples.LIST,
                Samples.NETWORK,
                StatusPurpose.REVOCATION,
                bits,
                Samples.AWARDED,
                Duration.ofDays(1),
                Duration.ofMinutes(5));
    }

    /** A list that unpacks to 64 MiB. */
    private static String bomb() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (var i = 0; i < 64; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        return 'u' + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }
}
