package org.maillage.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.Patience;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningProgram
class SignInJourneyTest {

    @LocalServerPort
    int port;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestNetwork network;

    @Test
    void the_sign_in_page_is_in_the_readers_language() {
        assertThat(new Browser(port, "fr").open("/connexion").body())
                .contains("<html lang=\"fr\"")
                .contains("Pas de mot de passe")
                .doesNotContain("??");
        assertThat(new Browser(port, "en").open("/connexion").body())
                .contains("<html lang=\"en\"")
                .contains("No password")
                .doesNotContain("??");
    }

    @Test
    void a_link_that_came_by_letter_opens_a_session_once() {
        var email = known(PersonId.next());
        var browser = new Browser(port);
        assertThat(browser.submit("/connexion", Map.of("email", email)).body()).contains("Regardez vos lettres");
        var link = letterTo(browser, email);
        assertThat(browser.open(link).body()).contains("Entrer dans Maillage");
        var token = URI.create(link).getQuery().substring("jeton=".length());

        assertThat(browser.submit("/connexion/lien", Map.of("jeton", token))
                        .uri()
                        .getPath())
                .isEqualTo("/");
        var second = new Browser(port).submit("/connexion/lien", Map.of("jeton", token));
        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).contains("Ce lien ne sert plus");
    }

    @Test
    void whoever_was_about_to_open_a_page_is_there_once_they_have_signed_in_if_it_is_one_for_them() {
        var made = network.make();
        var queue = "/coordination/valider?onglet=LOOK_CLOSER";
        var claire = new Browser(port);
        assertThat(claire.open(queue).uri().getPath()).isEqualTo("/connexion");
        assertThat(claire.submit("/connexion/demonstration", entering(made.claire()))
                        .uri()
                        .toString())
                .endsWith(queue);
        assertThat(claire.submit("/connexion/demonstration", entering(made.claire()))
                        .uri()
                        .getPath())
                .as("once")
                .isEqualTo("/");

        var nadia = new Browser(port);
        nadia.open(queue);
        assertThat(nadia.submit("/connexion/demonstration", entering(made.nadia()))
                        .uri()
                        .getPath())
                .isEqualTo("/");
        var downloading = new Browser(port);
        downloading.open("/mailles/releve.csv");
        assertThat(downloading
                        .submit("/connexion/demonstration", entering(made.nadia()))
                        .uri()
                        .getPath())
                .isEqualTo("/");
    }

    private static Map<String, String> entering(TestNetwork.Someone someone) {
        return Map.of("person", someone.person().toString());
    }

    @Test
    void a_known_and_an_unknown_address_are_answered_alike() {
        var known = new Browser(port).submit("/connexion", Map.of("email", known(PersonId.next())));
        var unknown = new Browser(port).submit("/connexion", Map.of("email", UUID.randomUUID() + "@exemple.fr"));

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(200);
        assertThat(unknown.uri()).isEqualTo(known.uri());
        assertThat(withoutToken(unknown.body())).isEqualTo(withoutToken(known.body()));
    }

    @Test
    void only_hashes_of_addresses_and_links_are_kept() {
        var person = PersonId.next();
        var email = known(person);
        var browser = new Browser(port);
        browser.submit("/connexion", Map.of("email", email));
        var link = letterTo(browser, email);

        var stored = jdbc.sql("select count(*) from web.one_time_link where person = ?")
                .param(person.value())
                .query(Long.class)
                .single();
        assertThat(stored).isEqualTo(1);
        var rows = jdbc.sql("select s::text from web.sign_in s union all select l::text from web.one_time_link l")
                .query(String.class)
                .list();
        assertThat(rows)
                .isNotEmpty()
                .noneMatch(row -> row.contains(email)
                        || row.contains(URI.create(link).getQuery().substring("jeton=".length())));
    }

    @Test
    void asking_again_and_again_is_throttled_alike_for_anybody() {
        for (var email : new String[] {known(PersonId.next()), UUID.randomUUID() + "@exemple.fr"}) {
            var browser = new Browser(port);
            for (int i = 0; i < 5; i++) {
                assertThat(browser.submit("/connexion", Map.of("email", email)).statusCode())
                        .isEqualTo(200);
            }
            var sixth = browser.submit("/connexion", Map.of("email", email.toUpperCase(java.util.Locale.ROOT)));
            assertThat(sixth.statusCode()).isEqualTo(429);
            assertThat(sixth.body()).contains("Trop de demandes");
        }
    }

    @Test
    void what_is_no_address_is_said_beside_the_field() {
        var answer = new Browser(port).submit("/connexion", Map.of("email", "nadia(at)exemple"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("n’est pas complète").contains("nadia(at)exemple");
    }

    @Test
    void a_form_without_the_token_of_this_site_changes_nothing() {
        var answer = new Browser(port).submit("/connexion", Map.of("email", "a@exemple.fr"), "made-up");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Ce formulaire a trop attendu");
    }

    @Test
    void no_page_of_the_site_may_run_what_is_written_in_it_or_stand_in_another() {
        var headers = new Browser(port).open("/connexion").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }

    private String known(PersonId person) {
        var email = UUID.randomUUID() + "@exemple.fr";
        signIns.allow(EmailAddress.read(email).orElseThrow(), person);
        return email;
    }

    private static String letterTo(Browser browser, String email) {
        var pattern = Pattern.compile(Pattern.quote(email) + ".*?href=\"([^\"]+)\"", Pattern.DOTALL);
        return Patience.await()
                .until(() -> pattern.matcher(browser.open("/demo/mailbox").body()), java.util.regex.Matcher::find)
                .group(1);
    }

    private static String withoutToken(String body) {
        return body.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
