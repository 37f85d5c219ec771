package org.maillage.badge.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maillage.badge.credential.Issuance;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/** What strangers may send, each with a verdict of its own. The bounds are caps of the reader, so no clock is asked. */
class BadInputTest {

    private static final JsonLdBox BOX = new JsonLdBox();
    private static final String GOOD = new String(
            StrictJson.write(new Issuance(BOX).signed(Samples.badge(), Samples.SIGNER, Samples.AWARDED)), UTF_8);

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
                of("nothing", "", Reason.NOT_JSON),
                of("words", "I am a badge", Reason.NOT_JSON),
                of("binary", "\u0000\u0001\u0002", Reason.NOT_JSON),
                of("a JSON of something else", "{\"a\":1}", Reason.NOT_A_BADGE),
                of("a list", "[" + GOOD + "]", Reason.NOT_AN_OBJECT),
                of(
                        "a changed text",
                        GOOD.replace("Dix ateliers animés", "Cent ateliers animés"),
                        Reason.SIGNATURE_WRONG),
                of("a changed byte of the signature", changedSignature(), Reason.SIGNATURE_WRONG),
                of("no proof", without("proof"), Reason.NO_PROOF),
                of(
                        "a proof of another kind",
                        byStranger(GOOD).replace("eddsa-rdfc-2022", "eddsa-jcs-2022"),
                        Reason.UNSUPPORTED_PROOF),
                of(
                        "a proof of another kind, of an issuer whose proofs are known",
                        GOOD.replace("eddsa-rdfc-2022", "eddsa-jcs-2022"),
                        Reason.NOT_BY_ISSUER),
                of("more proofs than a badge needs", nineProofs(), Reason.TOO_COMPLEX),
                of(
                        "a proof for another purpose",
                        GOOD.replace("assertionMethod", "authentication"),
                        Reason.WRONG_PURPOSE),
                of(
                        "a key that nobody knows",
                        byStranger(GOOD).replace("/keys/1\"", "/keys/99\""),
                        Reason.KEY_NOT_FOUND),
                of(
                        "a key that an issuer who is known does not have",
                        GOOD.replace("/keys/1\"", "/keys/99\""),
                        Reason.NOT_BY_ISSUER),
                of(
                        "a key that is no address",
                        GOOD.replace("https://badges.example.org/issuers/grand-est/keys/1", "not a key"),
                        Reason.RELATIVE_IRI),
                of("contexts the other way round", swapped(), Reason.WRONG_CONTEXT),
                of("no context", without("@context"), Reason.WRONG_CONTEXT),
                of(
                        "one more context, from elsewhere",
                        withContext("\"https://evil.example/c.json\""),
                        Reason.UNKNOWN_CONTEXT),
                of(
                        "a context of this machine",
                        withContext("\"http://127.0.0.1:8080/c.json\""),
                        Reason.UNKNOWN_CONTEXT),
                of("a context that unsays a term", withContext("{\"narrative\":null}"), Reason.UNSAFE_CONTEXT),
                of(
                        "a context that means another thing",
                        withContext("{\"narrative\":\"urn:other\"}"),
                        Reason.UNSAFE_CONTEXT),
                of(
                        "a status under a word of its own",
                        withContext(
                                        "{\"cs\":{\"@id\":\"https://www.w3.org/2018/credentials#credentialStatus\",\"@type\":\"@id\"}}")
                                .replace("\"credentialStatus\"", "\"cs\""),
                        Reason.UNSAFE_CONTEXT),
                of(
                        "a status under the address of its word",
                        GOOD.replace(
                                "\"credentialStatus\"", "\"https://www.w3.org/2018/credentials#credentialStatus\""),
                        Reason.UNDEFINED_TERM),
                of("a status that is said of the badge in another place", moved(), Reason.WRONG_PROPERTY),
                of("a word that no context defines", with("\"praise\":\"unsigned\""), Reason.UNDEFINED_TERM),
                of("a reserved word", with("\"@praise\":\"unsigned\""), Reason.UNDEFINED_TERM),
                of(
                        "two languages in one text",
                        GOOD.replace("\"Animer : pratique suivie\"", "{\"fr\":\"a\",\"en\":\"b\"}"),
                        Reason.MISSING_PROPERTY),
                of("no issuer", without("issuer"), Reason.MISSING_PROPERTY),
                of("no id", without("id"), Reason.MISSING_PROPERTY),
                of(
                        "a time that is none",
                        GOOD.replace("\"validFrom\":\"2025-01-15T10:30:00Z\"", "\"validFrom\":\"yesterday\""),
                        Reason.WRONG_PROPERTY),
                of("depth of 5,000", "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000), Reason.TOO_DEEP),
                of("depth within a badge", with("\"a\":" + "[".repeat(5_000) + "]".repeat(5_000)), Reason.TOO_DEEP),
                of("very many values", with("\"a\":[" + "0,".repeat(30_000) + "0]"), Reason.TOO_MANY_NODES),
                of("a clique of ten", with("\"evidence\":[" + clique(10) + "]", "evidence"), Reason.TOO_COMPLEX),
                of("a number beyond all", with("\"a\":1e999"), Reason.NUMBER_OUT_OF_RANGE),
                of("a key twice", with("\"id\":\"urn:x:1\"", "nothing"), Reason.DUPLICATE_KEY),
                of("half of a character", GOOD.replace("Dix", "\\ud83d"), Reason.LONE_SURROGATE),
                of("a NUL", GOOD.replace("Dix", "\\u0000"), Reason.NUL_CHARACTER),
                of(
                        "a private key",
                        with("\"a\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"x\"}"),
                        Reason.PRIVATE_KEY_INSIDE),
                of(
                        "Open Badges 1.0",
                        "{\"uid\":\"1\",\"recipient\":{\"type\":\"email\",\"hashed\":false,\"identity\":\"a@example.org\"},"
                            + "\"badge\":\"https://example.org/b\",\"verify\":{\"type\":\"hosted\",\"url\":\"https://example.org/a\"},\"issuedOn\":1}",
                        Reason.OPEN_BADGES_1),
                of(
                        "Open Badges 0.5",
                        "{\"recipient\":\"sha256$1\",\"badge\":{\"version\":\"0.5.0\",\"name\":\"a\"}}",
                        Reason.OPEN_BADGES_1),
                of(
                        "a presentation",
                        "{\"type\":[\"VerifiablePresentation\"],\"verifiableCredential\":[" + GOOD + "]}",
                        Reason.PRESENTATION),
                of("a profile", "{\"type\":[\"Profile\"],\"id\":\"urn:x:1\"}", Reason.NOT_A_BADGE),
                Arguments.of("far too large", new byte[StrictJson.MOST_BYTES + 1], Reason.TOO_LARGE),
                Arguments.of("no UTF-8", new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, Reason.NOT_UTF_8));
    }

    @Test
    void a_word_that_no_context_defines_is_named_and_nothing_is_said_in_the_words_of_a_library() {
        var verdict = verifier.verify(with("\"praise\":\"unsigned\"").getBytes(UTF_8), Question.at(Trial.NOW));
        assertThat(Trial.check(verdict, Check.Kind.CONTEXTS).details()).containsEntry("about", "praise");
        var deep = verifier.verify("[".repeat(5_000).getBytes(UTF_8), Question.at(Trial.NOW));
        assertThat(Trial.check(deep, Check.Kind.FORMAT).details()).containsEntry("about", "");
    }

    /** Bytes changed at random: whatever comes out, it is a verdict, and a good one only where nothing was changed. */
    @Test
    void any_changed_bytes_end_in_a_verdict() {
        var random = new Random(20_260_115);
        var good = GOOD.getBytes(UTF_8);
        var verdicts = 0;
        assertThat(verifier.verify(good, Question.at(Trial.NOW))).isInstanceOf(Verdict.Good.class);
        for (var round = 0; round < 400; round++) {
            var changed = good.clone();
            for (var i = 0; i <= random.nextInt(4); i++) {
                changed[random.nextInt(changed.length)] =
                        (byte) (round % 2 == 0 ? 32 + random.nextInt(95) : random.nextInt());
            }
            var cut = round % 10 == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length)) : changed;
            var verdict = verifier.verify(cut, Question.at(Trial.NOW));
            if (!Arrays.equals(cut, good)) {
                assertThat(verdict).as(new String(cut, UTF_8)).isNotInstanceOf(Verdict.Good.class);
            }
            verdicts++;
        }
        assertThat(verdicts).isEqualTo(400);
    }

    private static Arguments of(String what, String text, Reason reason) {
        return Arguments.of(what, text.getBytes(UTF_8), reason);
    }

    /** The same by an issuer that nobody knows. */
    private static String byStranger(String badge) {
        return badge.replace(Samples.NETWORK.toString(), "https://badges.example.org/strangers/1");
    }

    private static String nineProofs() {
        var document = good();
        var proof = document.path("proof");
        var proofs = document.putArray("proof");
        for (var i = 0; i < 9; i++) {
            proofs.add(proof.deepCopy());
        }
        return document.toString();
    }

    /** JSON-LD reads this as before: the signature holds. */
    private static String moved() {
        var document = good();
        var again = StrictJson.object();
        again.set("id", document.path("id"));
        again.set("type", document.path("type"));
        again.set("credentialStatus", document.remove("credentialStatus"));
        document.putArray("evidence").add(again);
        return document.toString();
    }

    private static String changedSignature() {
        var at = GOOD.indexOf("\"proofValue\":\"z") + 20;
        return GOOD.substring(0, at) + (GOOD.charAt(at) == 'a' ? 'b' : 'a') + GOOD.substring(at + 1);
    }

    private static String without(String name) {
        var document = good();
        document.remove(name);
        return document.toString();
    }

    private static String with(String member) {
        return with(member, "");
    }

    /** The badge with a member more at its end, and without another. */
    private static String with(String member, String replaced) {
        var document = good();
        document.remove(replaced);
        var text = document.toString();
        return text.substring(0, text.length() - 1) + ',' + member + '}';
    }

    private static String withContext(String context) {
        return GOOD.replace("context-3.0.3.json\"", "context-3.0.3.json\"," + context);
    }

    private static String swapped() {
        var document = good();
        var contexts = document.path("@context");
        document.set(
                "@context",
                StrictJson.texts(
                        List.of(contexts.path(1).stringValue(), contexts.path(0).stringValue())));
        return document.toString();
    }

    private static ObjectNode good() {
        try {
            return StrictJson.readObject(GOOD.getBytes(UTF_8));
        } catch (org.maillage.badge.jsonld.Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    private static String clique(int size) {
        var nodes = new StringBuilder();
        for (var i = 0; i < size; i++) {
            nodes.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"_:n")
                    .append(i)
                    .append("\",\"type\":[\"Achievement\"],\"creator\":[");
            for (var j = 0; j < size; j++) {
                nodes.append(j == 0 ? "" : ",")
                        .append("{\"id\":\"_:n")
                        .append(i == j ? (i + 1) % size : j)
                        .append("\"}");
            }
            nodes.append("]}");
        }
        return nodes.toString();
    }
}
