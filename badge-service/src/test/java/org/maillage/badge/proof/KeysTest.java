package org.maillage.badge.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maillage.badge.credential.Samples;
import org.maillage.ledger.vault.MasterKey;
import org.maillage.ledger.vault.SecretWrapping;
import tools.jackson.databind.JsonNode;

class KeysTest {

    private static final SecretWrapping WRAPPING = wrapping(1);

    /** The test key of Data Integrity EdDSA Cryptosuites 1.0, section B.1. */
    @Test
    void the_keys_of_the_standard_are_written_as_it_writes_them() {
        var secret =
                Base58.decode("3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq").orElseThrow();
        var key = new SigningKey.Ed25519(java.util.Arrays.copyOfRange(secret, 2, 34));

        assertThat(Multikey.of(key.verifying())).isEqualTo("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");
        assertThat(Multikey.parse("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"))
                .contains(key.verifying());
    }

    /** RFC 8032, section 7.1, test 2. */
    @Test
    void ed25519_signs_as_the_standard_says() {
        var key = new SigningKey.Ed25519(
                HexFormat.of().parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));

        var signature = key.sign(new byte[] {0x72});

        assertThat(HexFormat.of().formatHex(signature))
                .isEqualTo("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        assertThat(key.verifying().verifies(new byte[] {0x72}, signature)).isTrue();
        assertThat(key.verifying().verifies(new byte[] {0x73}, signature)).isFalse();
        assertThat(key.verifying().verifies(new byte[] {0x72}, new byte[3])).isFalse();
    }

    @Test
    void base58_gives_back_every_length_of_bytes() {
        var random = new Random(58);
        for (var length = 0; length < 200; length++) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            if (length % 3 == 0 && length > 2) {
                bytes[0] = bytes[1] = 0;
            }
            assertThat(Base58.decode(Base58.encode(bytes)).orElseThrow()).isEqualTo(bytes);
        }
        assertThat(Base58.decode("0OIl")).isEmpty();
        assertThat(Base58.decode("é")).isEmpty();
        assertThat(Base58.decode("1".repeat(3_000))).isEmpty();
    }

    @Test
    void a_key_is_kept_wrapped_and_opens_again() {
        for (var kind : KeyKind.values()) {
            var key = SigningKey.generate(kind);
            var kept = KeptKey.keep(Samples.SIGNER.id(), key, WRAPPING);

            var opened = kept.open(WRAPPING);

            assertThat(opened.sign("a".getBytes(UTF_8))).isEqualTo(key.sign("a".getBytes(UTF_8)));
            assertThat(opened.verifying()).isEqualTo(key.verifying());
            assertThat(HexFormat.of().formatHex(kept.wrapped()))
                    .doesNotContain(HexFormat.of().formatHex(key.secret()).substring(0, 32));
            assertThat(kept.toString()).isEqualTo("kept key " + Samples.SIGNER.id());
        }
    }

    @Test
    void a_kept_key_that_was_changed_exchanged_or_wrapped_elsewhere_does_not_open() {
        var kept = KeptKey.keep(Samples.SIGNER.id(), Samples.KEY, WRAPPING);
        var changed = kept.wrapped().clone();
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> new KeptKey(kept.id(), kept.kind(), changed).open(WRAPPING))
                .hasMessageContaining("was changed");
        assertThatThrownBy(() -> new KeptKey(URI.create("urn:x:other"), kept.kind(), kept.wrapped()).open(WRAPPING))
                .hasMessageContaining("was changed");
        assertThatThrownBy(() -> kept.open(wrapping(2))).hasMessageContaining("another master key");
        assertThatThrownBy(() -> new KeptKey(kept.id(), kept.kind(), new byte[4]).open(WRAPPING))
                .hasMessageContaining("not known here");
    }

    @Test
    void a_json_web_key_is_read_again_and_a_private_one_never() {
        var rsa = SigningKey.generate(KeyKind.RSA).verifying();
        for (var key : List.of(rsa, Samples.KEY.verifying())) {
            var jwk = Jwk.of(key);
            assertThat(Jwk.parse(jwk)).contains(key);
            assertThat(Jwk.isPrivate(jwk)).isFalse();
            assertThat(Jwk.parse(jwk.deepCopy().put("d", "AQAB"))).isEmpty();
        }
        assertThat(Jwk.parse(Jwk.of(rsa).put("n", "AQAB"))).as("far too short").isEmpty();
        assertThat(Jwk.parse(Jwk.of(rsa).put("n", "***"))).isEmpty();
        assertThat(Jwk.parse(Jwk.of(rsa).put("kty", "EC"))).isEmpty();
    }

    @Test
    void a_did_web_is_made_of_an_address() {
        assertThat(DidWeb.of(Samples.NETWORK)).hasToString("did:web:badges.example.org:issuers:grand-est");
        assertThat(DidWeb.of(URI.create("http://localhost:8080/issuers/x/")))
                .hasToString("did:web:localhost%3A8080:issuers:x");
        assertThat(DidWeb.of(URI.create("https://example.org"))).hasToString("did:web:example.org");
    }

    @Test
    void retired_keys_still_speak_for_the_issuer_and_stolen_ones_do_not() {
        var retired = key(3, new KeyState.Retired(Instant.parse("2025-05-01T00:00:00Z")));
        var stolen = key(4, new KeyState.Compromised(Instant.parse("2025-06-01T00:00:00Z")));
        var keys = List.of(Samples.PUBLIC, retired, stolen);

        var profile = Samples.network().document(keys);
        var did = KeyDocuments.didDocument(Samples.NETWORK, keys);

        assertThat(profile.path("assertionMethod").valueStream().map(JsonNode::stringValue))
                .containsExactly(Samples.PUBLIC.id().toString(), retired.id().toString());
        assertThat(profile.path("verificationMethod")).hasSize(3);
        assertThat(profile.path("verificationMethod").path(2).path("revoked").stringValue())
                .isEqualTo("2025-06-01T00:00:00Z");
        assertThat(did.path("id").stringValue()).isEqualTo("did:web:badges.example.org:issuers:grand-est");
        assertThat(did.path("assertionMethod").valueStream().map(JsonNode::stringValue))
                .containsExactly(
                        "did:web:badges.example.org:issuers:grand-est#1",
                        "did:web:badges.example.org:issuers:grand-est#3");
        assertThat(KeyDocuments.jwks(keys).path("keys")).hasSize(2);
        assertThat(KeyDocuments.jwks(keys).toString()).doesNotContain("\"d\"");
    }

    @Test
    void a_key_has_an_address_of_its_own_that_says_whose_it_is() {
        var document = KeyDocuments.document(Samples.PUBLIC);

        assertThat(document.path("id").stringValue())
                .isEqualTo(Samples.PUBLIC.id().toString());
        assertThat(document.path("controller").stringValue()).isEqualTo(Samples.NETWORK.toString());
        assertThat(document.path("type").stringValue()).isEqualTo("Multikey");
        assertThat(Multikey.parse(document.path("publicKeyMultibase").stringValue()))
                .contains(Samples.KEY.verifying());
    }

    @Test
    void what_is_printed_of_a_signer_holds_no_secret() {
        assertThat(Samples.SIGNER.toString()).isEqualTo("signer " + Samples.SIGNER.id());
        assertThat(Signer.byDidKey(Samples.KEY).id().toString())
                .startsWith("did:key:z6Mk")
                .contains("#z6Mk");
    }

    private static IssuerKey key(int number, KeyState state) {
        return new IssuerKey(
                URI.create(Samples.NETWORK + "/keys/" + number),
                Samples.NETWORK,
                Samples.key(number).verifying(),
                state);
    }

    private static SecretWrapping wrapping(int seed) {
        var bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return new SecretWrapping(MasterKey.fromBase64(Base64.getEncoder().encodeToString(bytes)), KeptKey.PURPOSE);
    }
}
