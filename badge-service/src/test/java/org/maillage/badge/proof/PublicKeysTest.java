package org.maillage.badge.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.badge.credential.Samples;

class PublicKeysTest {

    private static final VerifyingKey ED = Samples.KEY.verifying();
    private static final VerifyingKey RSA = SigningKey.generate(KeyKind.RSA).verifying();
    private static final List<IssuerKey> KEYS = List.of(
            Samples.PUBLIC,
            new IssuerKey(URI.create(Samples.NETWORK + "/keys/2"), Samples.NETWORK, RSA, new KeyState.Active()));

    @Test
    void a_key_is_read_in_each_form_in_which_people_have_it() {
        assertThat(PublicKeys.parse(' ' + Multikey.of(Samples.KEY.verifying()) + '\n'))
                .containsExactly(ED);
        assertThat(PublicKeys.parse(Signer.byDidKey(Samples.KEY).id().toString()))
                .containsExactly(ED);
        assertThat(PublicKeys.parse(Jwk.of(RSA).toString())).containsExactly(RSA);
        assertThat(PublicKeys.parse(KeyDocuments.document(Samples.PUBLIC).toString()))
                .containsExactly(ED);
        assertThat(PublicKeys.parse(KeyDocuments.jwks(KEYS).toString())).containsExactly(ED, RSA);
        assertThat(PublicKeys.parse(Samples.network().document(KEYS).toString()))
                .containsExactly(ED, RSA);
        assertThat(PublicKeys.parse(
                        KeyDocuments.didDocument(Samples.NETWORK, KEYS).toString()))
                .containsExactly(ED, RSA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "z", "z6Mk", "did:key:", "{", "{}", "{\"keys\":1}", "{\"kty\":\"RSA\"}", "a key"})
    void what_is_no_key_gives_none(String given) {
        assertThat(PublicKeys.parse(given)).isEmpty();
    }

    @Test
    void a_private_key_is_not_taken() {
        assertThat(PublicKeys.parse(Jwk.of(RSA).put("d", "AQAB").toString())).isEmpty();
    }
}
