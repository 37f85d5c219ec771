package org.maillage.badge.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.IssuerKey;
import org.maillage.badge.proof.KeyDocuments;
import org.maillage.badge.proof.KeyState;
import org.maillage.badge.proof.Multikey;
import org.maillage.badge.proof.VerifyingKey;
import tools.jackson.databind.node.ObjectNode;

class GivenKeysTest {

    private static final VerifyingKey.Ed25519 KEY = Samples.KEY.verifying();
    private static final VerifyingKey.Rsa RSA = (VerifyingKey.Rsa) Trial.RSA.verifying();
    private static final IssuerKey OF_RSA =
            new IssuerKey(Trial.RSA_SIGNER.id(), Samples.NETWORK, RSA, new KeyState.Active());
    private static final List<IssuerKey> BOTH = List.of(Samples.PUBLIC, OF_RSA);

    private static List<VerifyingKey> read(String text) {
        return keys(GivenKeys.read(text.getBytes(UTF_8)));
    }

    private static List<VerifyingKey> read(ObjectNode document) {
        return keys(GivenKeys.read(StrictJson.write(document)));
    }

    private static List<VerifyingKey> keys(List<GivenKey> given) {
        assertThat(given).allSatisfy(key -> assertThat(key.state()).isInstanceOf(KeyState.Active.class));
        return given.stream().map(GivenKey::key).toList();
    }

    @Test
    void a_key_is_read_as_its_issuer_publishes_it() {
        assertThat(read(" " + Multikey.of(KEY) + "\n")).containsExactly(KEY);
        assertThat(read("did:key:" + Multikey.of(KEY))).containsExactly(KEY);
        assertThat(read("did:key:" + Multikey.of(KEY) + "#" + Multikey.of(KEY))).containsExactly(KEY);
        assertThat(read(KeyDocuments.document(Samples.PUBLIC))).containsExactly(KEY);
        assertThat(read(KeyDocuments.document(OF_RSA))).containsExactly(RSA);
        assertThat(read(KeyDocuments.jwks(BOTH))).containsExactly(KEY, RSA);
        assertThat(read(KeyDocuments.didDocument(Samples.NETWORK, BOTH))).containsExactly(KEY, RSA);
    }

    @Test
    void a_key_of_open_badges_2_is_pem() {
        var encoded = Base64.getMimeEncoder().encodeToString(RSA.key().getEncoded());
        var pem = "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n";
        assertThat(read(pem)).containsExactly(RSA);
        assertThat(read(StrictJson.object().put("type", "CryptographicKey").put("publicKeyPem", pem)))
                .containsExactly(RSA);
    }

    @Test
    void a_key_that_its_issuer_says_was_stolen_is_known_as_such() {
        var since = new KeyState.Compromised(Instant.parse("2025-02-01T00:00:00Z"));
        var stolen = new IssuerKey(Samples.PUBLIC.id(), Samples.NETWORK, KEY, since);
        var document = KeyDocuments.didDocument(Samples.NETWORK, List.of(stolen, OF_RSA));
        assertThat(GivenKeys.read(StrictJson.write(document)))
                .containsExactly(new GivenKey(KEY, since), GivenKey.of(RSA));
        ((ObjectNode) document.path("verificationMethod").path(0)).put("revoked", "one day");
        assertThat(read(document)).containsExactly(RSA);
    }

    @Test
    void nothing_else_is_a_key() {
        for (var text : List.of(
                "",
                "z6Mk",
                "did:web:example.org",
                "{}",
                "{\"keys\":3}",
                "{\"verificationMethod\":\"https://example.org/keys/1\"}",
                "[".repeat(5_000),
                "{\"a\":".repeat(5_000),
                "-----BEGIN PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AA\",\"d\":\"AA\"}")) {
            assertThat(read(text)).as(text).isEmpty();
        }
    }
}
