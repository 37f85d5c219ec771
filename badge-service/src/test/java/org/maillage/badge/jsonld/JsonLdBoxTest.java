package org.maillage.badge.jsonld;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.badge.jsonld.Malformed.Problem;
import tools.jackson.databind.node.ObjectNode;

class JsonLdBoxTest {

    private static final String CONTEXTS =
            "\"@context\":[\"" + Contexts.CREDENTIALS + "\",\"" + Contexts.OPEN_BADGES + "\"]";

    private final JsonLdBox box = new JsonLdBox();

    @Test
    void a_document_becomes_canonical_quads() throws Malformed {
        var quads = quads("""
            {%s,"id":"urn:x:1","type":["VerifiableCredential"],"name":"A \\"b\\"\\n","evidence":[{"type":["Evidence"],"name":"c"}]}
            """);

        assertThat(quads).isEqualTo("""
            <urn:x:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://www.w3.org/2018/credentials#VerifiableCredential> .
            <urn:x:1> <https://schema.org/name> "A \\"b\\"\\n" .
            <urn:x:1> <https://www.w3.org/2018/credentials#evidence> _:c14n0 .
            _:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://purl.imsglobal.org/spec/vc/ob/vocab.html#Evidence> .
            _:c14n0 <https://schema.org/name> "c" .
            """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // What no context defines would not be signed.
                "{%s,`id`:`urn:x:1`,`notes`:`unsigned`} | UNDEFINED_TERM",
                "{%s,`id`:`urn:x:1`,`@note`:`unsigned`} | UNDEFINED_TERM",
                "{%s,`id`:`urn:x:1`,`@included`:[{`id`:`urn:x:2`}]} | UNDEFINED_TERM",
                "{%s,`id`:`urn:x:1`,`name`:{`@value`:`a`,`@index`:`unsigned`}} | UNDEFINED_TERM",
                "{%s,`id`:`urn:x:1`,`name`:{`@value`:`a`,`@direction`:`ltr`}} | UNDEFINED_TERM",
                "{%s,`id`:`urn:x:1`,`name`:{`fr`:`a`,`en`:`b`}} | UNDEFINED_TERM",
                // What is no absolute IRI would be dropped.
                "{%s,`id`:`relative`,`name`:`a`} | RELATIVE_IRI",
                "{%s,`id`:`urn:x:1`,`type`:[`Unheard`]} | RELATIVE_IRI",
                "{%s,`id`:`urn:x:1`,`image`:`../a.png`} | RELATIVE_IRI",
                "{%s,`id`:`urn:x:1`,`image`:`has space`} | RELATIVE_IRI",
                // Contexts
                "{`@context`:`https://evil.example/context.json`,`id`:`urn:x:1`} | UNKNOWN_CONTEXT",
                "{`@context`:`file:///etc/passwd`,`id`:`urn:x:1`} | UNKNOWN_CONTEXT",
                "{%s,`id`:`urn:x:1`,`image`:{`@context`:`http://127.0.0.1/`,`id`:`urn:x:2`}} | UNKNOWN_CONTEXT",
                "{`@context`:{`@import`:`https://evil.example/c`},`id`:`urn:x:1`} | UNSAFE_CONTEXT",
                "{`@context`:{`a`:null},`a`:`unsigned`} | UNSAFE_CONTEXT",
                "{`@context`:[null],`id`:`urn:x:1`} | UNSAFE_CONTEXT",
                "{`@context`:{`a`:{`@id`:`urn:a`,`@context`:`https://evil.example/c`}},`a`:`b`} | UNKNOWN_CONTEXT",
                "{`@context`:17,`id`:`urn:x:1`} | UNSAFE_CONTEXT",
                // What the published contexts protect stays.
                "{`@context`:[`https://www.w3.org/ns/credentials/v2`,{`name`:`urn:other`}],`name`:`a`} | NOT_JSON_LD",
                "{%s,`id`:17} | NOT_JSON_LD",
                "{%s,`id`:`urn:x:1`,`name`:{`@value`:`a`,`@language`:`not a tag`}} | NOT_JSON_LD"
            })
    void what_a_signature_would_not_cover_is_refused(String document, Problem problem) {
        assertThat(problemOf(document.replace('`', '"'))).isEqualTo(problem);
    }

    @Test
    void terms_of_the_documents_own_are_signed_too() throws Malformed {
        assertThat(quads("{\"@context\":[\"" + Contexts.CREDENTIALS
                        + "\",{\"level\":\"urn:example:level\"}],\"id\":\"urn:x:1\",\"level\":\"3\"}"))
                .isEqualTo("<urn:x:1> <urn:example:level> \"3\" .\n");
    }

    /** Ten blank nodes that all know each other: all orders of them would have to be tried. */
    @Test
    void a_clique_of_blank_nodes_ends_at_the_cap() {
        assertThat(problemOf(clique(10))).isEqualTo(Problem.TOO_COMPLEX);
        assertThat(problemOf(clique(60))).isEqualTo(Problem.TOO_COMPLEX);
    }

    @Test
    void a_few_that_know_each_other_are_put_in_order() throws Malformed {
        assertThat(quads(clique(4)).lines()).hasSize(16);
    }

    @Test
    void more_statements_than_a_badge_can_have_end_at_the_cap() {
        var names = new StringBuilder();
        for (var i = 0; i < JsonLdBox.MOST_QUADS + 1; i++) {
            names.append(i == 0 ? "" : ",").append('"').append(i).append('"');
        }
        assertThat(problemOf("{\"@context\":{\"a\":\"urn:a\"},\"@id\":\"urn:x:1\",\"a\":[" + names + "]}"))
                .isEqualTo(Problem.TOO_COMPLEX);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 3_000})
    void a_chain_of_blank_nodes_ends_within_bounds(int length) {
        var chain = new StringBuilder("{\"@context\":{\"a\":\"urn:a\"},\"@id\":\"urn:top\",\"a\":[");
        for (var i = 0; i < length; i++) {
            chain.append("{\"@id\":\"_:n")
                    .append(i)
                    .append("\",\"a\":{\"@id\":\"_:n")
                    .append((i + 1) % length)
                    .append("\"}},");
        }
        assertThat(problemOf(chain.append("{\"@id\":\"urn:last\"}]}").toString()))
                .isIn(Problem.TOO_COMPLEX, Problem.NOT_JSON_LD);
    }

    @Test
    void every_bundled_context_can_be_read() throws Malformed {
        assertThat(Contexts.known()).hasSize(10);
        for (var context : Contexts.known()) {
            assertThat(quads(
                            "{\"@context\":\"" + context + "\",\"@id\":\"urn:x:1\",\"@type\":\"https://a.example/T\"}"))
                    .hasSizeGreaterThan(20);
        }
    }

    private static String clique(int size) {
        var nodes = new StringBuilder("{\"@context\":{\"a\":\"urn:a\"},\"@id\":\"urn:top\",\"a\":[");
        for (var i = 0; i < size; i++) {
            nodes.append(i == 0 ? "" : ",").append("{\"@id\":\"_:n").append(i).append("\",\"a\":[");
            for (var j = 0; j < size; j++) {
                if (i != j) {
                    nodes.append("{\"@id\":\"_:n").append(j).append("\"},");
                }
            }
            nodes.setLength(nodes.length() - 1);
            nodes.append("]}");
        }
        return nodes.append("]}").toString();
    }

    private String quads(String document) throws Malformed {
        return new String(box.canonical(read(document)), UTF_8);
    }

    private Problem problemOf(String document) {
        return catchThrowableOfType(Malformed.class, () -> box.canonical(read(document)))
                .problem();
    }

    private static ObjectNode read(String document) throws Malformed {
        return StrictJson.readObject(document.replace("%s", CONTEXTS).getBytes(UTF_8));
    }
}
