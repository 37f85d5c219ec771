package org.maillage.web.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maillage.web.api.json.ApiJson;
import org.maillage.web.api.json.Checks;
import org.maillage.web.api.problem.ProblemTexts;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The description says what the endpoints do, all of them and nothing else. */
@RunningProgram
class OpenApiTest {

    @Autowired
    Description description;

    @LocalServerPort
    int port;

    @Test
    void every_endpoint_has_a_unique_name_and_a_sentence_in_both_languages() {
        var operations = description.operations();
        var texts = new ApiTexts();

        assertThat(operations).hasSizeGreaterThan(50);
        assertThat(operations).extracting(Operation::id).doesNotHaveDuplicates();
        for (var language : ProblemTexts.LANGUAGES) {
            assertThat(operations)
                    .filteredOn(operation -> !texts.knows(operation.id(), language))
                    .extracting(Operation::id)
                    .as("without a sentence in %s", language)
                    .isEmpty();
        }
    }

    @Test
    void every_mapped_endpoint_is_described_and_nothing_else() {
        var document = document("fr");
        var described = new TreeSet<String>();
        document.at("/paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(method ->
                                described.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        var mapped = description.operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toSet());

        assertThat(described).isEqualTo(mapped);
        assertThat(document.at("/openapi").asString()).isEqualTo("3.1.0");
    }

    @Test
    void every_reference_leads_to_a_schema() {
        var document = document("en");
        var references = new HashSet<String>();
        collect(document, references);

        assertThat(references).hasSizeGreaterThan(30);
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
    }

    @Test
    void what_is_read_in_parts_and_files_is_described() {
        var paths = document("en").at("/paths");
        var started = paths.at("/~1api~1v1~1imports/post");

        assertThat(started.at("/requestBody/content/multipart~1form-data/schema/$ref")
                        .asString())
                .endsWith("/ImportParts");
        assertThat(started.at("/parameters").toString()).doesNotContain("\"network\"");
        var parts = document("en").at("/components/schemas/ImportParts");
        assertThat(parts.at("/required").toString()).isEqualTo("[\"file\",\"mapping\"]");
        assertThat(parts.at("/properties").propertyNames())
                .containsExactlyInAnyOrder("file", "mapping", "network", "name");
        assertThat(paths.at("/~1api~1v1~1evidence/post/requestBody/content").propertyNames())
                .contains("image/png", "application/pdf");
    }

    @Test
    void every_answer_and_every_refusal_has_a_schema() {
        var document = document("fr");
        document.at("/paths")
                .propertyStream()
                .forEach(path -> path.getValue().propertyStream().forEach(method -> {
                    var responses = method.getValue().at("/responses");
                    var where = method.getKey() + " " + path.getKey();
                    assertThat(responses.propertyNames())
                            .as(where)
                            .contains("400", "401")
                            .containsAnyOf("200", "201");
                    responses
                            .propertyStream()
                            .filter(r -> r.getKey().startsWith("4"))
                            .forEach(refusal -> {
                                var media = refusal.getValue().at("/content/application~1problem+json");
                                assertThat(media.at("/schema/$ref").asString())
                                        .as(where)
                                        .endsWith("/Problem");
                                assertThat(media.at("/examples").size())
                                        .as(where)
                                        .isPositive();
                            });
                }));
    }

    @Test
    void every_body_has_an_example_that_the_api_reads_without_fault() {
        var reading = description.operations().stream()
                .filter(operation -> operation.body().isPresent()
                        && operation.body().orElseThrow().getType().isRecord())
                .toList();
        assertThat(reading).hasSizeGreaterThan(20);
        var examples = description.examples();
        for (var operation : reading) {
            var example = examples.of(operation.id());
            assertThat(example).as(operation.id()).isPresent();
            var text = ApiJson.mapper().writeValueAsString(example.orElseThrow());
            var read = (Record) ApiJson.mapper()
                    .readValue(text, operation.body().orElseThrow().getType());
            assertThat(Checks.of(read)).as(operation.id()).isEmpty();
        }
        assertThat(examples.operations())
                .isSubsetOf(description.operations().stream().map(Operation::id).collect(Collectors.toSet()));
    }

    @Test
    void the_pages_show_every_endpoint_and_every_refusal_in_both_languages() {
        for (var language : List.of("fr", "en")) {
            var page = new Browser(port, language).open("/api");
            assertThat(page.statusCode()).isEqualTo(200);
            for (var operation : description.operations()) {
                assertThat(page.body()).contains("id=\"" + operation.id() + "\"");
            }
            assertThat(page.body()).doesNotContain("??").doesNotContain("//cdn");
            var problems = new Browser(port, language).open("/api/problems");
            assertThat(problems.statusCode()).isEqualTo(200);
            for (var code : ProblemTexts.codes()) {
                assertThat(problems.body()).contains("id=\"" + code + "\"");
            }
        }
        assertThat(new Browser(port, "en").open("/api").body()).contains("A tour with curl");
    }

    private JsonNode document(String language) {
        var document = description.in(Locale.of(language));
        return ApiJson.mapper().readTree(ApiJson.mapper().writeValueAsString(document));
    }

    private static void collect(JsonNode node, Set<String> references) {
        if (node.isObject()) {
            node.propertyStream().forEach((Map.Entry<String, JsonNode> field) -> {
                if (field.getKey().equals("$ref") && field.getValue().isString()) {
                    references.add(field.getValue().asString());
                }
                collect(field.getValue(), references);
            });
        } else if (node.isArray()) {
            node.forEach(item -> collect(item, references));
        }
    }
}
