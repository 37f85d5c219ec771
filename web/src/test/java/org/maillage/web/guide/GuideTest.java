package org.maillage.web.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningProgram
class GuideTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern FRAGMENT = Pattern.compile("th:fragment=\"([A-Za-z]+)");

    /** What fills the live region of a page that is there has no look of its own; the others are parts of their file's. */
    private static final Set<String> UNSEEN = Set.of("notices :: announce", "refusal :: after", "refusal :: written");

    @LocalServerPort
    int port;

    @Test
    void every_fragment_has_a_specimen() throws IOException {
        var guide = Files.readString(TEMPLATES.resolve("guide/guide.html"))
                + Files.readString(TEMPLATES.resolve("guide/components.html"));
        var without = new ArrayList<String>();
        for (var file : List.of("amounts", "forms", "icons", "ledger", "notices", "refusal")) {
            var fragments = FRAGMENT.matcher(Files.readString(TEMPLATES.resolve("fragments/" + file + ".html")))
                    .results()
                    .map(found -> file + " :: " + found.group(1))
                    .toList();
            assertThat(fragments).as(file).hasSizeGreaterThan(1);
            fragments.stream()
                    .filter(fragment -> !UNSEEN.contains(fragment) && !guide.contains("fragments/" + fragment + "("))
                    .forEach(without::add);
        }
        assertThat(without).isEmpty();
    }

    /** What says the text of whoever uses it: a page may give it a long one. */
    private static final List<String> SAYING = List.of(
            "forms :: field",
            "forms :: lines",
            "forms :: picklist",
            "forms :: choices",
            "forms :: check",
            "forms :: file",
            "forms :: submit",
            "notices :: notice",
            "notices :: empty",
            "notices :: emptyAction",
            "notices :: progressBar",
            "amounts :: state",
            "ledger :: balance",
            "ledger :: statementLine",
            "ledger :: portrait");

    @Test
    void every_component_that_says_a_text_is_shown_with_a_long_one() throws IOException {
        var guide = Files.readString(TEMPLATES.resolve("guide/components.html"));
        for (var component : SAYING) {
            assertThat(shows(guide, component, "[$][{]long[}]")).as(component).isTrue();
        }
    }

    @Test
    void a_field_is_shown_empty_used_and_in_error() throws IOException {
        var guide = Files.readString(TEMPLATES.resolve("guide/components.html"));
        for (var component : List.of("field", "lines", "picklist", "choices", "file")) {
            assertThat(shows(guide, "forms :: " + component, "(error|erreur)"))
                    .as(component + " in error")
                    .isTrue();
        }
        assertThat(guide).contains("aria-busy=\"true\"", "progressBar(0,", "progressBar(412,");
    }

    // Whether some specimen of a component is given this.
    private static boolean shows(String guide, String component, String given) {
        return Pattern.compile("fragments/" + component + "[(][^~]*" + given)
                .matcher(guide)
                .find();
    }

    @Test
    void a_refusal_is_shown_with_nothing_written_with_words_to_send_again_and_with_words_to_copy() {
        var page = new Browser(port, "fr").open("/guide/composants").body();

        assertThat(page).contains("Cette page n’existe pas", "Envoyer de nouveau", "Copiez votre texte");
        assertThat(page).containsPattern("id=\"ecrit-1\"[^>]*>Merci").containsPattern("id=\"copie-1\"[^>]*readonly");
    }

    @ParameterizedTest
    @CsvSource({"fr, Huit rôles, En erreur, Texte long", "en, Eight roles, In error, Long text"})
    void a_visitor_reads_every_state_in_either_language(String language, String roles, String error, String longText) {
        var visitor = new Browser(port, language);
        var pages = new StringBuilder();
        for (var path : List.of("/guide", "/guide/badges", "/guide/fleurs", "/guide/composants")) {
            var answer = visitor.open(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body())
                    .as(path)
                    .contains("<html lang=\"" + language + "\"", "href=\"/guide/composants\"")
                    .doesNotContain("??");
            assertThat(Pattern.compile(" id=\"([^\"]+)\"")
                            .matcher(answer.body())
                            .results()
                            .map(found -> found.group(1)))
                    .as("ids of " + path)
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
            pages.append(answer.body());
        }
        assertThat(pages).contains(roles, error, longText);
        var badges = Pattern.compile("<use href=\"/guide/badges\\.svg#([a-z_-]+)\"")
                .matcher(pages)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(badges).hasSize(8 * 3 + 4 + 2).doesNotHaveDuplicates();
        var drawing = visitor.open("/guide/badges.svg");
        assertThat(drawing.headers().firstValue("content-type").orElseThrow()).startsWith("image/svg+xml");
        assertThat(drawing.body())
                .hasSizeLessThan(300_000)
                .contains(badges.stream()
                        .map(badge -> "<symbol id=\"" + badge + "\" viewBox=\"0 0 240 240\"><path d=\"m")
                        .toList());
    }

    @Test
    void a_polygon_is_written_shorter_and_stays_where_it_was() {
        assertThat(ShorterPaths.of("<path d=\"M10.04,20L12.55,19.5L-3,0.04ZM11,20L12,22Z\"/><path d=\"M5 8h38\"/>"))
                .isEqualTo("<path d=\"m10 20 2.6-.5-15.6-19.5zm1 0 1 2z\"/><path d=\"M5 8h38\"/>");
    }
}
