package org.maillage.web.badges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.question.Award;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.Origin;
import org.maillage.ledger.badge.AwardCommand.Revoke;
import org.maillage.ledger.event.AwardEvent.RevocationReason;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;

class BadgePagesTest extends BadgesWorld {

    @Autowired
    Ledger ledger;

    Browser stranger;

    @BeforeEach
    void nadia_has_the_badge_of_a_first_contribution() {
        network.validate(made, network.claim(made, made.nadia()));
        stranger = new Browser(port);
        stranger.open("/connexion");
    }

    @Test
    void an_empty_page_names_the_nearest_badge_and_what_is_missing() {
        assertThat(claire.open("/badges").body())
                .contains(
                        "Pas encore de badge.",
                        "Le plus proche\u00a0: Première contribution. Il manque une contribution")
                .contains("Il manque 3 contributions");
    }

    @Test
    void badges_are_read_as_of_a_day_and_a_day_that_is_none_is_said_so() {
        var award = award();
        var yesterday = today().minusDays(1);
        assertThat(nadia.open("/badges?date=" + yesterday).body())
                .contains("Tels qu’ils étaient au soir du", "Pas encore de badge.")
                .doesNotContain("acceptation");
        assertThat(nadia.open("/badges/" + award.award() + "?date=" + yesterday).statusCode())
                .isEqualTo(404);
        var today = today();
        assertThat(nadia.open("/badges/" + award.award() + "?date=" + today).body())
                .contains("Pourquoi je l’ai", "acceptation");
        var future = nadia.open("/badges?date=" + today.plusDays(2));
        assertThat(future.statusCode()).isEqualTo(400);
        assertThat(future.body()).contains("date-erreur", "Première contribution");
        assertThat(nadia.open("/badges?date=hier").statusCode()).isEqualTo(400);
    }

    @Test
    void a_badge_is_accepted_then_shown_then_kept_again() {
        var award = award();
        var page = "/b/" + award.code().shown();
        assertThat(nadia.open("/badges").body()).contains("À accepter", "Première contribution", "Laisser de côté");
        assertThat(nadia.open("/badges/" + award.award()).body())
                .contains("Pourquoi je l’ai", "Premiers pas", "Cette contribution l’a fait obtenir.");
        assertThat(stranger.open(page).statusCode()).isEqualTo(404);

        assertThat(does("acceptation").body()).contains("c’est accepté", "Visible de vous seulement.");
        assertThat(stranger.open(page).statusCode()).isEqualTo(404);
        assertThat(does("publication").body()).contains("Publics", "Voir la page publique");
        var shown = stranger.open(page);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        assertThat(shown.body())
                .contains("Première contribution", "Une personne de «\u00a0Val d’Arcelle\u00a0»", "og:title", "oembed")
                .contains("EducationalOccupationalCredential", award.code().shown())
                .doesNotContain("Nadia", "Premiers pas");

        does("retrait");
        assertThat(stranger.open(page).statusCode()).isEqualTo(404);
        assertThat(nadia.open("/badges").body()).contains("Visibles de vous seulement");
    }

    @Test
    void what_is_not_public_is_answered_as_what_is_not_there() {
        var hidden = stranger.open("/b/" + award().code().shown());
        var unknown = stranger.open("/b/7KQ4-M2XD");
        var malformed = stranger.open("/b/nul");
        for (var answer : new java.net.http.HttpResponse<?>[] {hidden, unknown, malformed}) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(said((String) answer.body()))
                    .isEqualTo(said(hidden.body()))
                    .contains("Ce badge n’est pas public.");
        }
    }

    private static String said(String body) {
        return body.replaceAll("value=\"[^\"]*\"", "");
    }

    @Test
    void name_and_contributions_show_by_consents_of_their_own() {
        var page = publish();
        var own = "/badges/" + award().award();
        assertThat(nadia.open(own).body()).contains("L’attestation ne porte pas votre nom");
        nadia.submit("/moi/visibilite/NAME", Map.of("audience", "EVERYONE"));
        assertThat(nadia.open(own).body()).contains("L’attestation porte votre nom");
        assertThat(stranger.open(page).body()).contains("Nadia").doesNotContain("Premiers pas");
        nadia.submit("/moi/visibilite/CONTRIBUTIONS", Map.of("audience", "EVERYONE"));
        assertThat(stranger.open(page).body()).contains("Ce que Nadia a fait", "Premiers pas", "echantillon");
        nadia.submit("/moi/visibilite/CONTRIBUTIONS", Map.of("audience", "SELF"));
        assertThat(stranger.open(page).body()).doesNotContain("Premiers pas");
    }

    @Test
    void a_colleague_endorses_and_withdraws() {
        var page = publish();
        assertThat(claire.open(page).body()).contains("Appuyer ce badge");
        assertThat(nadia.open(page).body()).doesNotContain("Appuyer ce badge");
        assertThat(stranger.open(page).body()).doesNotContain("Appuyer ce badge");

        var long_ = Map.of("key", key(), "mots", "a".repeat(1_001));
        var refused = claire.submit(page + "/appui", long_);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("mots-erreur", "a".repeat(1_001));
        assertThat(claire.submit(page + "/appui", Map.of("key", key(), "mots", "Elle prend le temps."))
                        .body())
                .contains("vous appuyez ce badge", "Elle prend le temps.", "Retirer mon appui");
        assertThat(stranger.open(page).body())
                .contains("Elle prend le temps.", "Une personne du réseau")
                .doesNotContain("Claire");
        assertThat(nadia.open("/badges/" + award().award()).body()).contains("Claire", "Elle prend le temps.");

        claire.submit(page + "/appui/retrait", Map.of("key", key()));
        assertThat(stranger.open(page).body()).doesNotContain("Elle prend le temps.");
    }

    @Test
    void a_colleague_endorses_for_the_organisation_of_which_they_are() {
        var page = publish();
        assertThat(claire.submit(page + "/appui", Map.of("key", key(), "as", "organisation"))
                        .statusCode())
                .isEqualTo(403);
        claireIsOf("Maison du lien");
        assertThat(claire.open(page).body()).contains("en mon nom, Claire", "au nom de ma structure, Maison du lien");
        var said = Map.of("key", key(), "as", "organisation", "mots", "Elle anime chez nous.");
        assertThat(claire.submit(page + "/appui", said).body())
                .contains("vous appuyez ce badge, au nom de ma structure, Maison du lien", "Appuyer ce badge");
        claire.submit(page + "/appui", Map.of("key", key(), "as", "self"));
        assertThat(award().endorsements()).hasSize(2);
        assertThat(stranger.open(page).body())
                .contains("Maison du lien", "Elle anime chez nous.", "Une personne du réseau")
                .doesNotContain("Claire");
        assertThat(nadia.open("/badges/" + award().award()).body()).contains("Claire, pour Maison du lien");

        claire.submit(page + "/appui/retrait", Map.of("key", key(), "as", "organisation"));
        assertThat(award().endorsements())
                .singleElement()
                .satisfies(one -> assertThat(one.organisation()).isNull());
        assertThat(stranger.open(page).body()).doesNotContain("Maison du lien");
    }

    @Test
    void a_link_to_it_shows_a_wide_picture_elsewhere_and_its_files_are_in_the_readers_language() {
        var page = publish();
        assertThat(stranger.open(page).body())
                .contains("og:image\" content=\"http://localhost:" + port + page + "/card.png\"", "summary_large_image")
                .contains("href=\"" + page + ".pdf\"");
        assertThat(new Browser(port, "en").open(page).body())
                .contains("/card.png?lang=en\"", "href=\"" + page + ".pdf?lang=en\"", page + ".json?lang=en\"");
        var english = TestNetwork.signedIn(port, "en", made.nadia().person());
        assertThat(english.open("/badges/" + award().award()).body()).contains("href=\"" + page + ".pdf?lang=en\"");
    }

    @Test
    void competences_of_public_frameworks_are_said_by_name() {
        var leading = BadgeDefinitionId.shipped(made.network(), "lead.first-steps");
        var form = Map.of(
                "key",
                key(),
                "member",
                made.nadia().member().toString(),
                "narrative",
                "Trois ateliers.",
                "evidence",
                "https://exemple.fr/ateliers",
                "act",
                "send");
        claire.submit("/coordination/badges/" + leading + "/attribution", form);
        var awarded = awards().stream()
                .filter(one -> one.definition().equals(leading))
                .findFirst()
                .orElseThrow();
        assertThat(nadia.open("/badges/" + awarded.award()).body())
                .as("before she accepts it")
                .contains("Trois ateliers.", "https://exemple.fr/ateliers", "Cela se lit aussi sur la page publique");
        nadia.submit("/badges/" + awarded.award() + "/acceptation", Map.of("key", key()));
        nadia.submit("/badges/" + awarded.award() + "/publication", Map.of("key", key()));
        assertThat(stranger.open("/b/" + awarded.code().shown()).body())
                .contains("competencyRequired", "DigComp 2.2, 5.4\u00a0: Identifier les lacunes")
                .contains("Trois ateliers.", "https://exemple.fr/ateliers")
                .contains("La coordination (Val d’Arcelle) l’a décidé le ")
                .doesNotContain("garde pour elle le détail");
    }

    @Test
    void a_network_whose_page_linkedin_knows_is_named_there_by_its_number() {
        publish();
        var path = "/badges/" + award().award();
        assertThat(nadia.open(path).body()).contains("organizationName=Val").doesNotContain("organizationId");
        var wrong = claire.submit("/coordination/badges/linkedin", Map.of("organisation", "val-d-arcelle"));
        assertThat(wrong.body()).contains("Rien n’est gardé");
        assertThat(claire.submit("/coordination/badges/linkedin", Map.of("organisation", " 11849322 "))
                        .body())
                .contains("C’est gardé.", "value=\"11849322\"");
        assertThat(nadia.open(path).body()).contains("organizationId=11849322").doesNotContain("organizationName");
        claire.submit("/coordination/badges/linkedin", Map.of("organisation", ""));
        assertThat(nadia.open(path).body()).contains("organizationName=Val");
    }

    @Test
    void a_revoked_badge_says_since_when_and_why_at_once() {
        var page = publish();
        var file = stranger.open(page + ".json").body();
        var award = award();
        var revoke = new Revoke(
                award.award(),
                made.network(),
                made.claire().member(),
                RevocationReason.AWARDED_BY_MISTAKE,
                "Attribué par erreur.");
        var done =
                ledger.execute(revoke, Origin.of(Actor.SYSTEM, UUID.randomUUID().toString(), java.time.Instant.now()));
        assertThat(badges.awaitPosition(done.position(), java.time.Duration.ofSeconds(20)))
                .isTrue();

        assertThat(stranger.open(page).body())
                .contains("Ce badge n’est plus valable depuis le", "Motif publié\u00a0: Attribué par erreur.")
                .contains("Nature du motif\u00a0: attribué par erreur")
                .doesNotContain("Ce badge est authentique");
        assertThat(stranger.open("/v/" + award.code().shown()).body())
                .contains("Motif publié\u00a0: Attribué par erreur.");
        assertThat(stranger.upload("/v", Map.of(), Map.of("fichier", file)).body())
                .containsPattern("L’émetteur l’a retiré le .*\\d{4}\\. Motif publié\u00a0: Attribué par erreur\\.");
        assertThat(nadia.open("/badges/" + award.award()).body())
                .contains("Nature du motif\u00a0: attribué par erreur", "Motif publié\u00a0: Attribué par erreur.");
    }

    @Test
    void nobody_opens_or_moves_a_badge_that_is_somebody_elses() {
        var award = award();
        assertThat(claire.open("/badges/" + award.award()).statusCode()).isEqualTo(404);
        assertThat(claire.submit("/badges/" + award.award() + "/acceptation", Map.of("key", key()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(award().acceptance()).isEqualTo(Award.Acceptance.WAITING);
    }

    @Test
    void it_is_shown_inside_other_pages_and_told_to_them() {
        var page = publish();
        var frame = stranger.open(page + "/integrer");
        assertThat(frame.statusCode()).isEqualTo(200);
        assertThat(frame.body()).contains("Première contribution").doesNotContain("<form", "<script");
        assertThat(frame.headers().firstValue("content-security-policy").orElse(""))
                .contains("frame-ancestors https: http:");
        var address = "http://localhost:" + port + page;
        assertThat(stranger.open("/oembed?format=json&url=" + address).body())
                .contains("\"type\":\"rich\"", "/integrer", "Première contribution");
        assertThat(stranger.open("/oembed?format=xml&url=" + address).statusCode())
                .isEqualTo(501);
        assertThat(stranger.open("/oembed?url=https://ailleurs.example/b/7KQ4-M2XD")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_badges_of_somebody_stand_together_where_their_page_is_open() {
        publish();
        var pseudo = "n" + UUID.randomUUID().toString().substring(24);
        nadia.submit("/moi/visibilite/adresse", Map.of("pseudo", pseudo));
        assertThat(stranger.open("/p/" + pseudo + "/badges").statusCode()).isEqualTo(404);
        nadia.submit("/moi/visibilite/PAGE", Map.of("audience", "EVERYONE"));
        assertThat(stranger.open("/p/" + pseudo + "/badges").body())
                .contains("Les badges de " + pseudo, "Première contribution");
        for (var path : java.util.List.of("/p/" + pseudo + "/badges", "/p/" + pseudo + "/badges/integrer")) {
            var site = "http://localhost:" + port;
            assertThat(stranger.open(path).body())
                    .contains(
                            "Première contribution",
                            "og:description\" content=\"Un badge\u00a0: Première contribution\"")
                    .contains("og:image\" content=\"" + site + "/b/"
                            + award().code().shown() + "/card.png\"")
                    .contains("application/json+oembed\" href=\"" + site + "/oembed?format=json");
            assertThat(stranger.open("/oembed?format=json&maxwidth=200&url=" + site + path)
                            .body())
                    .contains("\"type\":\"rich\"", "Les badges de " + pseudo, "\"width\":200")
                    .contains(
                            "/p/" + pseudo + "/badges/integrer", award().code().shown() + ".png");
        }
        does("retrait");
        assertThat(stranger.open("/p/" + pseudo + "/badges").body())
                .contains("ne montre aucun badge")
                .doesNotContain("og:image");
        nadia.submit("/moi/visibilite/PAGE", Map.of("audience", "SELF"));
        assertThat(stranger.open("/oembed?url=http://localhost:" + port + "/p/" + pseudo + "/badges")
                        .statusCode())
                .isEqualTo(404);
    }

    private Award award() {
        return awards().getFirst();
    }

    private java.net.http.HttpResponse<String> does(String deed) {
        var done = nadia.submit("/badges/" + award().award() + "/" + deed, Map.of("key", key()));
        assertThat(done.statusCode()).isEqualTo(200);
        return done;
    }

    private String publish() {
        does("acceptation");
        does("publication");
        return "/b/" + award().code().shown();
    }
}
