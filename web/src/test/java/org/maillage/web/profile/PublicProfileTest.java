package org.maillage.web.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.web.frame.FormKey;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningProgram
class PublicProfileTest {

    private static final String SETTINGS = "/moi/visibilite";

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    TestNetwork.Made made;

    @Autowired
    Profiles profiles;

    @Autowired
    JdbcClient jdbc;

    Browser nadia;
    Browser stranger;
    String pseudo;

    @BeforeEach
    void nadia_has_a_portrait_and_says_what_she_offers() {
        made = network.make();
        network.validate(made, network.claim(made, made.nadia()));
        nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        stranger = new Browser(port);
        // The first answer to a browser sets the cookie of its forms.
        stranger.open("/connexion");
        pseudo = "n" + UUID.randomUUID().toString().substring(24);
        nadia.submit(
                "/moi/profil", Map.of("key", FormKey.next().toString(), "name", "Nadia", "offers", "Monter une vidéo"));
    }

    @Test
    void it_is_off_by_default_and_then_answers_as_though_it_were_not_there() {
        nadia.submit(SETTINGS + "/adresse", Map.of("pseudo", pseudo));

        var closed = stranger.open("/p/" + pseudo);
        var unknown = stranger.open("/p/personne-ici");
        var malformed = stranger.open("/p/" + "x".repeat(200));
        assertThat(closed.statusCode()).isEqualTo(404);
        assertThat(closed.body()).contains("Cette page n’est pas publique.");
        assertThat(said(closed.body())).doesNotContain(pseudo);
        for (var other : Set.of(unknown, malformed)) {
            assertThat(other.statusCode()).isEqualTo(404);
            assertThat(said(other.body())).isEqualTo(said(closed.body()));
            assertThat(other.headers().map().keySet())
                    .isEqualTo(closed.headers().map().keySet());
        }
    }

    // What differs from answer to answer is the token of the forms alone.
    private static String said(String body) {
        return body.replaceAll("value=\"[^\"]*\"", "");
    }

    @Test
    void each_item_shows_by_its_own_consent_and_is_gone_as_soon_as_it_is_withdrawn() {
        publish();
        assertThat(page())
                .contains(pseudo, "Cette personne ne montre rien de plus.", "noindex")
                .doesNotContain("Nadia", "Val d’Arcelle", "Monter une vidéo", "class=\"fleur\"");

        show("NAME");
        assertThat(page()).contains("Nadia").doesNotContain("Val d’Arcelle", "Monter une vidéo", "class=\"fleur\"");
        show("NETWORK");
        assertThat(page()).contains("Val d’Arcelle").doesNotContain("Monter une vidéo");
        show("OFFERS");
        assertThat(page()).contains("Monter une vidéo").doesNotContain("class=\"fleur\"");
        show("FLOWER");
        // Shares of one's own whole, and no amount that could be held against another's.
        assertThat(page())
                .contains("class=\"fleur\"", "animer 100\u00a0%", "compare cette personne à elle-même")
                .doesNotContain("1 jour", "maille ", "mailles");
        assertThat(nadia.open(SETTINGS).body()).contains("Retirer mon accord", "Tout le monde, depuis le");

        withdraw("NAME");
        withdraw("FLOWER");
        assertThat(page()).contains("Monter une vidéo").doesNotContain("Nadia", "class=\"fleur\"");
        withdraw("PAGE");
        assertThat(stranger.open("/p/" + pseudo).statusCode()).isEqualTo(404);
    }

    @Test
    void search_engines_are_kept_away_unless_the_person_says_otherwise() {
        publish();
        var kept = stranger.open("/p/" + pseudo);
        assertThat(kept.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        assertThat(kept.body()).contains("<meta name=\"robots\" content=\"noindex\"");
        assertThat(kept.headers().firstValue("Cache-Control").orElse("")).contains("no-store");

        show("SEARCH_ENGINES");
        var listed = stranger.open("/p/" + pseudo);
        assertThat(listed.statusCode()).isEqualTo(200);
        assertThat(listed.headers().firstValue("X-Robots-Tag")).isEmpty();
        assertThat(listed.body()).doesNotContain("noindex");
    }

    @Test
    void an_address_is_one_persons_and_stays_theirs_after_they_chose_another() {
        publish();
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        assertThat(claire.submit(SETTINGS + "/adresse", Map.of("pseudo", pseudo))
                        .body())
                .contains("pseudo-erreur", "Cette adresse est déjà prise", "value=\"" + pseudo + "\"");

        nadia.submit(SETTINGS + "/adresse", Map.of("pseudo", pseudo.toUpperCase(Locale.ROOT) + "-2"));

        assertThat(stranger.open("/p/" + pseudo).statusCode()).isEqualTo(404);
        assertThat(stranger.open("/p/" + pseudo + "-2").statusCode()).isEqualTo(200);
        assertThat(claire.submit(SETTINGS + "/adresse", Map.of("pseudo", pseudo))
                        .statusCode())
                .isEqualTo(422);
        assertThat(nadia.submit(SETTINGS + "/adresse", Map.of("pseudo", pseudo)).statusCode())
                .isEqualTo(200);
        assertThat(stranger.open("/p/" + pseudo).statusCode()).isEqualTo(200);
    }

    @Test
    void an_address_that_does_not_fit_is_said_so_beside_its_field() {
        for (var typed : Set.of("", "ab", "-nadia", "nadia--b", "nadia b", "nàdia", "a".repeat(31), "n/../b")) {
            var answer = nadia.submit(SETTINGS + "/adresse", Map.of("pseudo", typed));
            assertThat(answer.statusCode()).as(typed).isEqualTo(422);
            assertThat(answer.body()).as(typed).contains("pseudo-erreur", "Cette adresse ne convient pas");
        }
        for (var typed : Set.of("admin", "Maillage", "fonds-commun", "co-ordination")) {
            assertThat(nadia.submit(SETTINGS + "/adresse", Map.of("pseudo", typed))
                            .body())
                    .as(typed)
                    .contains("Ce mot est réservé");
        }
        assertThat(nadia.submit(SETTINGS + "/PAGE", Map.of("audience", "EVERYONE"))
                        .body())
                .contains("Choisissez d’abord l’adresse");
        assertThat(nadia.submit(SETTINGS + "/NAME", Map.of("audience", "NETWORK"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(nadia.submit(SETTINGS + "/NAME", Map.of("audience", "MOON")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_flower_is_seen_by_the_network_where_it_is_shown_to_it_and_by_nobody_else() {
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        var elsewhere = TestNetwork.signedIn(port, "fr", network.make().nadia().person());
        var path = "/portrait/" + made.nadia().member();
        assertThat(claire.open(path).statusCode()).isEqualTo(404);

        nadia.submit(SETTINGS + "/FLOWER", Map.of("audience", "NETWORK", "back", "/portrait"));

        assertThat(claire.open(path).body())
                .contains("Portrait de Nadia", "class=\"fleur\"")
                .doesNotContain("1 jour");
        assertThat(elsewhere.open(path).statusCode()).isEqualTo(404);
        publish();
        assertThat(page()).doesNotContain("class=\"fleur\"");
        withdraw("FLOWER");
        assertThat(claire.open(path).statusCode()).isEqualTo(404);
    }

    @Test
    void it_is_gone_at_once_when_the_person_leaves_and_nothing_of_it_is_kept() {
        publish();
        show("NAME");
        assertThat(page()).contains("Nadia");

        nadia.submit("/moi/depart", Map.of("key", FormKey.next().toString(), "understood", "true"));

        assertThat(stranger.open("/p/" + pseudo).statusCode()).isEqualTo(404);
        assertThat(profiles.offers(made.nadia().member())).isEmpty();
        assertThat(consents()).isZero();
    }

    private long consents() {
        return jdbc.sql("select count(*) from web.consent where member = ?")
                .param(made.nadia().member().value())
                .query(Long.class)
                .single();
    }

    private void publish() {
        nadia.submit(SETTINGS + "/adresse", Map.of("pseudo", pseudo));
        show("PAGE");
    }

    private void show(String item) {
        assertThat(nadia.submit(SETTINGS + "/" + item, Map.of("audience", "EVERYONE"))
                        .statusCode())
                .isEqualTo(200);
    }

    private void withdraw(String item) {
        nadia.submit(SETTINGS + "/" + item, Map.of("audience", "SELF"));
    }

    private String page() {
        var answer = stranger.open("/p/" + pseudo);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
