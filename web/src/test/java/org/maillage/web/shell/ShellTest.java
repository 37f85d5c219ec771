package org.maillage.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.security.Viewer;

class ShellTest {

    /** The pages that exist, and the forms of the shell. */
    private static final String PAGES =
            "/(|#attente|reseau|membres|bareme|charte|contributions|declarer|mailles(\\?page=2)?|badges|v|moi|connexion"
                    + "|administration|guide|aide|accessibilite(#contact)?|entrer|preferences|logout"
                    + "|coordination/(valider(\\?vue=[a-z]+)?|membres|badges))";

    private static final Pattern ADDRESS = Pattern.compile(" (?:href|action)=\"(/[^\"]*)\"");

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void a_page_obeys_a_strict_content_security_policy(String language) {
        var page = Shell.page(Locale.of(language), Shell.coordinator(), "dark");
        assertThat(page).contains("<html lang=\"" + language + "\" data-theme=\"dark\"");
        assertThat(page)
                .doesNotContain(" style=")
                .doesNotContain("<style")
                .doesNotContainPattern("<script(?![^>]* src=)");
        assertThat(page).doesNotContainPattern(" on[a-z]+=\"");
        assertThat(page).doesNotContainPattern("(src|href)=\"(https?:)?//");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void every_word_of_the_shell_is_translated(String language) {
        assertThat(Shell.page(Locale.of(language), Shell.coordinator(), null))
                .doesNotContain("??")
                .doesNotContain("th:");
    }

    @Test
    void both_languages_have_the_same_words() throws IOException {
        var french = keys("fr");
        assertThat(french).hasSizeGreaterThan(40).isEqualTo(keys("en"));
    }

    @Test
    void no_control_leads_nowhere() {
        var found = ADDRESS.matcher(Shell.page(Locale.FRENCH, Shell.coordinator(), null))
                .results()
                .map(match -> match.group(1))
                .filter(address -> !address.matches("/(css|js|fonts|webjars)/.*|/favicon\\.svg|/icons\\.svg#.*"))
                .toList();
        assertThat(found).hasSizeGreaterThan(15).allMatch(address -> address.matches(PAGES));
    }

    @Test
    void every_icon_that_a_page_uses_is_drawn() throws IOException {
        var sprite = Shell.resource("/static/icons.svg");
        var used = Pattern.compile("/icons\\.svg#([\\w-]+)")
                .matcher(Shell.page(Locale.FRENCH, Shell.coordinator(), null))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        assertThat(used).hasSizeGreaterThan(10).allMatch(name -> sprite.contains("<symbol id=\"" + name + "\""));
    }

    @Test
    void a_member_sees_nothing_of_the_coordination() {
        var page = Shell.page(Locale.FRENCH, Shell.member(), null);
        assertThat(page)
                .contains("Mes mailles")
                .doesNotContain("/coordination/\"")
                .doesNotContain("/administration");
        assertThat(page).doesNotContain("href=\"/coordination/membres\"");
    }

    @Test
    void somebody_without_a_network_has_a_menu_and_no_empty_name() {
        var nowhere = new Viewer(PersonId.next(), Actor.SYSTEM, true, List.of(), null, false);
        var page = Shell.page(Locale.FRENCH, nowhere, null);
        assertThat(page).contains("<span>Moi</span>").contains("class=\"menu\"").doesNotContain("entete-reseau");
    }

    @Test
    void a_visitor_sees_how_to_sign_in_and_no_menu() {
        var page = Shell.page(Locale.FRENCH, null, null);
        assertThat(page)
                .contains("href=\"/connexion\"")
                .doesNotContain("class=\"menu\"")
                .doesNotContain("class=\"barre\"");
    }

    @Test
    void amounts_and_times_read_as_the_language_writes_them() {
        var french = Shell.page(Locale.FRENCH, Shell.coordinator(), null);
        assertThat(french)
                .contains("<b>1\u202f248,5</b>\n  mailles")
                .contains("<b>1</b>\n  maille<")
                .contains("<b>−2,5</b>\n  mailles")
                .contains("<b>+1,5</b>\n  maille<")
                .contains("1\u00a0h\u00a030<")
                .contains("30\u00a0min<")
                .contains("jeudi 19 novembre 2026<")
                .contains("19 novembre 2026 à 16\u00a0h\u00a040<");
        assertThat(Shell.page(Locale.ENGLISH, Shell.coordinator(), null))
                .contains("<b>1,248.5</b>")
                .contains("Thursday 19 November 2026<");
    }

    @Test
    void a_field_in_error_names_its_error_and_the_summary_leads_to_it() {
        var page = Shell.page(Locale.FRENCH, Shell.coordinator(), null);
        assertThat(page).contains("<a href=\"#lien\">Ce lien ne ressemble pas").contains("id=\"lien-erreur\"");
        assertThat(page)
                .containsPattern("id=\"lien\"[^>]* aria-invalid=\"true\"[^>]* aria-describedby=\"lien-erreur\"");
    }

    @Test
    void one_region_of_the_page_is_live() {
        assertThat(Shell.page(Locale.FRENCH, Shell.coordinator(), null)).containsOnlyOnce("aria-live");
    }

    @Test
    void the_night_is_the_same_whether_chosen_or_asked_by_the_device() throws IOException {
        var tokens = Shell.resource("/static/css/jetons.css");
        var chosen = block(tokens, ":root[data-theme=\"dark\"] {");
        assertThat(chosen).hasSizeGreaterThan(500).isEqualTo(block(tokens, ":root:not([data-theme=\"light\"]) {"));
    }

    /** The preview of the pages, to be looked at: light and dark follow the browser. */
    @Test
    void every_piece_can_be_looked_at() throws IOException {
        var folder = Files.createDirectories(Path.of("target", "preview"));
        Files.writeString(folder.resolve("coordinator.html"), Shell.page(Locale.FRENCH, Shell.coordinator(), null));
        Files.writeString(folder.resolve("dark.html"), Shell.page(Locale.FRENCH, Shell.coordinator(), "dark"));
        Files.writeString(folder.resolve("visitor.html"), Shell.page(Locale.ENGLISH, null, null));
        assertThat(folder.resolve("visitor.html")).isNotEmptyFile();
    }

    private static String block(String css, String start) {
        var from = css.indexOf(start) + start.length();
        return css.substring(from, css.indexOf('}', from)).replaceAll("\\s+", " ");
    }

    private static Set<Object> keys(String language) throws IOException {
        var words = new Properties();
        words.load(new StringReader(Shell.resource("/messages/shell_" + language + ".properties")));
        return new TreeSet<>(words.keySet());
    }
}
