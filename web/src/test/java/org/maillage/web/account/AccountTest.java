package org.maillage.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.AccountId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.web.frame.FormKey;
import org.maillage.web.notices.NoticeChoices;
import org.maillage.web.notices.NoticeKind;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningProgram
class AccountTest {

    private static final Pattern END = Pattern.compile("action=\"(/moi/appareils/[0-9a-f]{32}/fin)\"");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Projections views;

    @Autowired
    NoticeChoices choices;

    TestNetwork.Made made;
    Browser nadia;

    @BeforeEach
    void nadia_is_signed_in() {
        made = network.make();
        nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
    }

    @Test
    void one_says_who_one_is_and_what_one_can_bring() {
        var answer = nadia.submit("/moi/profil", profile("Nadia Benali", "Monter une vidéo\r\net l’apprendre"));

        assertThat(answer.body())
                .contains("C’est enregistré.", "value=\"Nadia Benali\"", "Monter une vidéo\net l’apprendre</textarea>");
        assertThat(member().name()).isEqualTo("Nadia Benali");
        var unchanged = member().position();
        nadia.submit("/moi/profil", profile("Nadia Benali", ""));
        assertThat(member().position()).isEqualTo(unchanged);
    }

    @Test
    void what_cannot_be_kept_is_said_beside_its_field_and_nothing_is_stored() {
        assertThat(nadia.submit("/moi/profil", profile("", "Une vidéo")).body())
                .contains("name-erreur", "Une vidéo</textarea>");
        assertThat(nadia.submit("/moi/profil", profile(" ", "a".repeat(601))).body())
                .as("in one round")
                .contains("Écrivez le nom sous lequel le réseau vous connaît.", "Gardez 600 caractères")
                .doesNotContain("Il manque un texte");
        assertThat(nadia.submit("/moi/profil", profile("N".repeat(121), "")).body())
                .contains("name-erreur");
        assertThat(nadia.submit("/moi/profil", profile("Nadia", "a".repeat(601)))
                        .body())
                .contains("offers-erreur", "Gardez 600 caractères");
        var elsewhere = new HashMap<>(profile("Nadia", ""));
        elsewhere.put("organisation", UUID.randomUUID().toString());
        assertThat(nadia.submit("/moi/profil", elsewhere).body()).contains("organisation-erreur");
        elsewhere.put("organisation", "rien");
        assertThat(nadia.submit("/moi/profil", elsewhere).body()).contains("organisation-erreur");

        assertThat(member().name()).isEqualTo("Nadia");
        assertThat(nadia.open("/moi").body()).doesNotContain("Une vidéo");
    }

    @Test
    void another_device_can_be_signed_out_alone_or_with_all_others() {
        var phone = TestNetwork.signedIn(port, "fr", made.nadia().person());
        var library = TestNetwork.signedIn(port, "fr", made.nadia().person());
        var page = nadia.open("/moi/acces").body();
        assertThat(END.matcher(page).results()).hasSize(2);
        assertThat(page).contains("Cet appareil", "Dernier usage");

        nadia.submit(Browser.first(END, page), Map.of());
        assertThat(Stream.of(phone, library).filter(AccountTest::isSignedIn)).hasSize(1);

        assertThat(nadia.submit("/moi/appareils/autres/fin", Map.of()).body()).contains("Un autre appareil est sorti.");
        assertThat(isSignedIn(phone)).isFalse();
        assertThat(isSignedIn(library)).isFalse();
        assertThat(isSignedIn(nadia)).isTrue();
    }

    @Test
    void nobody_signs_out_somebody_elses_device() {
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        var phone = TestNetwork.signedIn(port, "fr", made.nadia().person());
        var end = Browser.first(END, nadia.open("/moi/acces").body());

        claire.submit(end, Map.of());
        claire.submit("/moi/appareils/autres/fin", Map.of());

        assertThat(isSignedIn(phone)).isTrue();
        assertThat(isSignedIn(nadia)).isTrue();
    }

    @Test
    void a_token_without_name_or_for_too_long_is_refused_beside_its_field() {
        var unnamed = nadia.submit("/moi/jetons", Map.of("key", FormKey.next().toString(), "name", " ", "days", "30"));
        assertThat(unnamed.statusCode()).isEqualTo(422);
        assertThat(unnamed.body()).contains("name-erreur", "value=\"30\"");
        for (var days : new String[] {"0", "366", "-1", "un", "99999999999"}) {
            assertThat(nadia.submit(
                                    "/moi/jetons",
                                    Map.of("key", FormKey.next().toString(), "name", "Mon tableur", "days", days))
                            .body())
                    .as(days)
                    .contains("days-erreur", "value=\"Mon tableur\"");
        }
        assertThat(nadia.open("/moi/acces").body()).doesNotContain("Mon tableur");
    }

    @Test
    void one_chooses_which_letters_come() {
        assertThat(nadia.open("/moi/notifications").body())
                .contains("Une question sur ma déclaration")
                .doesNotContain("ce qui attend la coordination");

        assertThat(nadia.submit("/moi/notifications", Map.of("wanted", "QUESTION"))
                        .body())
                .contains("Vos choix sont enregistrés.");

        assertThat(choices.wants(made.nadia().person(), NoticeKind.QUESTION)).isTrue();
        assertThat(choices.wants(made.nadia().person(), NoticeKind.DIGEST)).isFalse();
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        assertThat(claire.open("/moi/notifications").body()).contains("ce qui attend la coordination");
    }

    @Test
    void leaving_says_what_follows_and_leaves_what_is_available_to_the_fund() {
        network.validate(made, network.claim(made, made.nadia()));
        nadia.submit("/moi/visibilite/FLOWER", Map.of("audience", "NETWORK"));
        assertThat(nadia.open("/moi/depart").body())
                .contains(
                        "Quitter Val d’Arcelle",
                        "vont au fonds commun\u00a0: 4\u00a0mailles",
                        "une nouvelle invitation");

        var unread = nadia.submit("/moi/depart", Map.of("key", FormKey.next().toString()));
        assertThat(unread.statusCode()).isEqualTo(422);
        assertThat(unread.body()).contains("understood-erreur");
        assertThat(member().status()).isEqualTo(Member.Status.JOINED);

        var left = nadia.submit("/moi/depart", Map.of("key", FormKey.next().toString(), "understood", "true"));
        assertThat(left.body()).contains("Vous avez quitté Val d’Arcelle", "Vous n’êtes encore d’aucun réseau");
        assertThat(member().status()).isEqualTo(Member.Status.LEFT);
        assertThat(views.accounts()
                        .balance(made.network(), AccountId.fundOf(made.network()), AsOf.NOW)
                        .available()
                        .hundredths())
                .isEqualTo(400);
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        assertThat(claire.open("/portrait/" + made.nadia().member()).statusCode())
                .isEqualTo(404);
        assertThat(claire.open("/fonds").body())
                .contains("moins de 5 personnes")
                .doesNotContain("Départs");
    }

    @Test
    void the_last_coordinator_is_told_to_name_another_one_first() {
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());

        var answer = claire.submit("/moi/depart", Map.of("key", FormKey.next().toString(), "understood", "true"));

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400).isLessThan(500);
        assertThat(answer.body()).contains("understood-erreur", "dernière personne de la coordination");
    }

    private static boolean isSignedIn(Browser browser) {
        return browser.open("/moi/acces").uri().getPath().equals("/moi/acces");
    }

    private static Map<String, String> profile(String name, String offers) {
        return Map.of("key", FormKey.next().toString(), "name", name, "organisation", "", "offers", offers);
    }

    private Member member() {
        return views.members()
                .find(made.network(), made.nadia().member(), AsOf.NOW)
                .orElseThrow();
    }
}
