package org.maillage.badge.jsonld;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.badge.jsonld.Malformed.Problem;
import tools.jackson.databind.node.ObjectNode;

class JsonLdBoxTest {

    private static final String CONTEXTS =
            "\"@context\":[\"" + Contexts.CREDENTIALS + "\",\"" + Contexts.OPEN_BADGES + "\"]";

    private static final String TOP = "{%s,\"id\":\"urn:top\",\"type\":[\"Achievement\"],\"creator\":[";

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
                "{`@context`:{`a`:{`@id`:`urn:a`,`@context`:`https://evil.example/c`}},`a`:`b`} | UNSAFE_CONTEXT",
                "{`@context`:17,`id`:`urn:x:1`} | UNSAFE_CONTEXT",
                // Another way to write the same statement, which whoever reads JSON does not find.
                "{`@context`:[`https://www.w3.org/ns/credentials/v2`,{`called`:`https://schema.org/name`}],`called`:`a`}"
                    + " | UNSAFE_CONTEXT",
                "{%s,`id`:`urn:x:1`,`image`:{`@context`:{`called`:`https://schema.org/name`},`called`:`a`}} |"
                        + " UNSAFE_CONTEXT",
                "{%s,`id`:`urn:x:1`,`https://schema.org/name`:`a`} | UNDEFINED_TERM",
                "{%s,`@id`:`urn:x:1`,`name`:`a`} | UNDEFINED_TERM",
                "{%s,`id`:`urn:x:1`,`@type`:[`VerifiableCredential`]} | UNDEFINED_TERM",
                "{%s,`id`:`urn:x:1`,`name`:{`@set`:[`a`]}} | UNDEFINED_TERM",
                "{%s,`id`:`urn:x:1`,`@nest`:{`name`:`a`}} | UNDEFINED_TERM",
                "{%s,`id`:17} | NOT_JSON_LD",
                "{%s,`id`:`urn:x:1`,`name`:{`@value`:`a`,`@language`:`not a tag`}} | NOT_JSON_LD"
            })
    void what_a_signature_would_not_cover_is_refused(String document, Problem problem) {
        assertThat(problemOf(document.replace('`', '"'))).isEqualTo(problem);
    }

    @Test
    void the_documents_of_one_question_share_one_measure_of_steps() throws Malformed {
        var one = box.together();
        var taken = 0;
        while (taken < 1_000 && problemOf(one, clique(6)) == null) {
            taken++;
        }
        assertThat(taken).isBetween(1, 999);
        assertThat(problemOf(one, clique(4))).isEqualTo(Problem.TOO_COMPLEX);
        assertThat(box.together().canonical(read(clique(6)))).isNotEmpty();
    }

    /** Ten blank nodes that all know each other: all orders of them would have to be tried. */
    @Test
    void a_clique_of_blank_nodes_ends_at_the_cap() {
        assertThat(problemOf(clique(10))).isEqualTo(Problem.TOO_COMPLEX);
        assertThat(problemOf(clique(60))).isEqualTo(Problem.TOO_COMPLEX);
    }

    @Test
    void a_few_that_know_each_other_are_put_in_order() throws Malformed {
        // Four that the first names, twelve among them, and five types.
        assertThat(quads(clique(4)).lines()).hasSize(21);
    }

    @Test
    void more_values_than_a_badge_can_have_end_at_the_cap() {
        var names = new StringBuilder();
        for (var i = 0; i < JsonLdBox.MOST_VALUES; i++) {
            names.append(i == 0 ? "" : ",").append('"').append(i).append('"');
        }
        assertThat(problemOf("{%s,\"id\":\"urn:x:1\",\"name\":[" + names + "]}"))
                .isEqualTo(Problem.TOO_COMPLEX);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 600})
    void a_chain_of_blank_nodes_ends_within_bounds(int length) {
        var chain = new StringBuilder(TOP);
        for (var i = 0; i < length; i++) {
            chain.append(node(i))
                    .append("{\"id\":\"_:n")
                    .append((i + 1) % length)
                    .append("\"}]},");
        }
        assertThat(problemOf(chain.append("{\"id\":\"urn:last\"}]}").toString()))
                .isIn(Problem.TOO_COMPLEX, Problem.NOT_JSON_LD);
    }

    @Test
    void every_bundled_context_can_be_read() {
        assertThat(Contexts.known()).hasSize(10);
        for (var context : Contexts.known()) {
            // Those of the Open Badges that were written for the Data Model 1.1 do not go with 2.0.
            assertThat(Stream.of("", "\"" + Contexts.CREDENTIALS + "\",", "\"" + Contexts.CREDENTIALS_1 + "\",")
                            .map(first -> "{\"@context\":[" + first + "\"" + context
                                    + "\"],\"id\":\"urn:x:1\",\"type\":[\"https://a.example/T\"]}")
                            .filter(document -> problemOf(box, document) == null))
                    .as(context)
                    .isNotEmpty();
        }
    }

    private static String clique(int size) {
        var nodes = new StringBuilder(TOP);
        for (var i = 0; i < size; i++) {
            nodes.append(i == 0 ? "" : ",").append(node(i));
            for (var j = 0; j < size; j++) {
                if (i != j) {
                    nodes.append("{\"id\":\"_:n").append(j).append("\"},");
                }
            }
            nodes.setLength(nodes.length() - 1);
            nodes.append("]}");
        }
        return nodes.append("]}").toString();
    }

    /** A blank node that names others. */
    private static String node(int number) {
        return "{\"id\":\"_:n" + number + "\",\"type\":[\"Achievement\"],\"creator\":[";
    }

    private String quads(String document) throws Malformed {
        return new String(box.canonical(read(document)), UTF_8);
    }

    private Problem problemOf(String document) {
        return Objects.requireNonNull(problemOf(box, document));
    }

    private static @Nullable Problem problemOf(JsonLdBox box, String document) {
        try {
            box.canonical(read(document));
            return null;
        } catch (Malformed e) {
            return e.problem();
        }
    }

    private static ObjectNode read(String document) throws Malformed {
        return StrictJson.readObject(document.replace("%s", CONTEXTS).getBytes(UTF_8));
    }
}
