package org.maillage.badge.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maillage.badge.credential.Issuance;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.jsonld.Contexts;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.Jwk;
import org.maillage.badge.proof.KeyKind;
import org.maillage.badge.proof.SigningKey;
import org.maillage.badge.proof.VcJwt;

/** Tokens that strangers may send: the traps of RFC 8725, each with a verdict of its own. */
class BadTokenTest {

    private static final JsonLdBox BOX = new JsonLdBox();
    private static final String TOKEN = new Issuance(BOX).jwt(Samples.badge(), Trial.RSA_SIGNER);

    private final World world = Trial.world();
    private final Verifier verifier = new Verifier(BOX, world, Unbaking.none());

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void each_has_a_verdict_of_its_own(String what, byte[] bytes, Reason reason) {
        var verdict = verifier.verify(bytes, Question.at(Samples.AWARDED.plusSeconds(9)));

        assertThat(verdict.checks()).as(what).extracting(Check::reason).contains(reason);
        assertThat(verdict).as(what).isNotInstanceOf(Verdict.Good.class);
        assertThat(world.asked)
                .as("addresses that were asked for")
                .allMatch(uri -> uri.toString().startsWith("https://badges.example.org/")
                        || uri.toString().startsWith("did:key:"));
    }

    static Stream<Arguments> each_has_a_verdict_of_its_own() {
        return Stream.of(
                of("a token without signature", token("{\"alg\":\"none\"}", ""), Reason.ALGORITHM_NONE),
                of(
                        "a token without signature, written otherwise",
                        token("{\"alg\":\"nOnE\"}", "AAAA"),
                        Reason.ALGORITHM_NONE),
                of(
                        "a token signed by its public key",
                        token("{\"alg\":\"HS256\"}", "AAAA"),
                        Reason.UNSUPPORTED_ALGORITHM),
                of(
                        "a token that must be understood otherwise",
                        token("{\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false}", "AAAA"),
                        Reason.UNSUPPORTED_ALGORITHM),
                of(
                        "a token with a private key",
                        token(
                                "{\"alg\":\"RS256\",\"jwk\":{\"kty\":\"RSA\",\"n\":\"AQ\",\"e\":\"AQ\",\"d\":\"AQ\"}}",
                                "AAAA"),
                        Reason.PRIVATE_KEY_INSIDE),
                of(
                        "a token whose claims were changed",
                        resigned("iss", "https://evil.example/"),
                        Reason.CLAIM_MISMATCH),
                of("a token of another badge", resigned("jti", "urn:x:1"), Reason.CLAIM_MISMATCH),
                of(
                        "a token whose signature is of another",
                        TOKEN.substring(0, TOKEN.lastIndexOf('.') + 1) + "AAAA",
                        Reason.SIGNATURE_WRONG),
                of("a token with a key of its own", withOwnKey(), Reason.NOT_BY_ISSUER),
                of(
                        "a token whose content is no JSON any more",
                        altered(TOKEN.indexOf('.') + 3),
                        Reason.TOKEN_UNREADABLE),
                of("a token whose header is no JSON any more", altered(1), Reason.TOKEN_UNREADABLE),
                of(
                        "a token with a letter that tokens have not",
                        TOKEN.replaceFirst("\\.", ".é"),
                        Reason.TOKEN_UNREADABLE),
                of("words with dots between", "un.exemple.ici", Reason.NOT_JSON),
                of("half a token", TOKEN.substring(0, TOKEN.indexOf('.') + 9) + ".AA.AA", Reason.NOT_JSON));
    }

    /** Of the Data Model 1.1, as issuers wrote before 2.0: the credential is in the claim {@code vc}. */
    @Test
    void a_token_of_the_earlier_data_model_is_read() {
        var credential = Samples.badge().json();
        credential.remove("credentialStatus");
        credential.set("@context", StrictJson.texts(List.of(Contexts.CREDENTIALS_1, Contexts.OPEN_BADGES)));
        credential.put("issuanceDate", credential.remove("validFrom").stringValue());
        var payload = StrictJson.object();
        payload.put("iss", Samples.NETWORK.toString())
                .put("jti", Samples.badge().id().toString());
        payload.put("nbf", Samples.AWARDED.getEpochSecond());
        payload.put("sub", Samples.badge().recipient().toString());
        payload.set("vc", credential);
        var message = TOKEN.substring(0, TOKEN.indexOf('.')) + '.' + base64(payload.toString());
        var token = message + '.' + base64(Trial.RSA.sign(message.getBytes(UTF_8)));

        assertThat(verifier.verify(token.getBytes(UTF_8), Question.at(Trial.NOW)))
                .isInstanceOf(Verdict.Good.class);
    }

    private static Arguments of(String what, String text, Reason reason) {
        return Arguments.of(what, text.getBytes(UTF_8), reason);
    }

    private static String altered(int at) {
        var letter = TOKEN.charAt(at) == '_' ? 'A' : '_';
        return TOKEN.substring(0, at) + letter + TOKEN.substring(at + 1);
    }

    private static String token(String header, String signature) {
        return base64(header) + TOKEN.substring(TOKEN.indexOf('.'), TOKEN.lastIndexOf('.') + 1) + signature;
    }

    /** By the network's own key, and with a claim that is not the credential's. */
    private static String resigned(String claim, String value) {
        try {
            var token = VcJwt.read(TOKEN);
            var message = base64(token.header().toString())
                    + '.'
                    + base64(token.payload().put(claim, value).toString());
            return message + '.' + base64(Trial.RSA.sign(message.getBytes(UTF_8)));
        } catch (org.maillage.badge.jsonld.Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed well, by a key that the token brings along: nobody knows whose. */
    private static String withOwnKey() {
        var own = SigningKey.generate(KeyKind.RSA);
        var header = StrictJson.object().put("alg", "RS256");
        header.set("jwk", Jwk.of(own.verifying()));
        var message = base64(header.toString()) + TOKEN.substring(TOKEN.indexOf('.'), TOKEN.lastIndexOf('.'));
        return message + '.' + base64(own.sign(message.getBytes(UTF_8)));
    }

    private static String base64(String text) {
        return base64(text.getBytes(UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
