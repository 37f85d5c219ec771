package org.maillage.web.badges.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.web.frame.FormKey;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From a practice that somebody describes to a badge, by the endorsement of a peer and of an organisation. */
@RunningProgram
class PracticePagesTest {

    private static final Pattern LINK = Pattern.compile("(/pratiques/[0-9a-f-]{36}\\?lien=[0-9a-f]+)");
    private static final Pattern ORGANISATION = Pattern.compile("<option value=\"([0-9a-f-]{36})\"");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Badges badges;

    TestNetwork.Made made;
    Browser claire;
    Browser nadia;
    String own;

    @BeforeEach
    void a_badge_that_two_endorsements_earn() {
        made = network.make();
        claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        var form = new HashMap<>(
                Map.of("step", "PRACTICE", "what-r", "ALL", "what-r-0", "ENDORSEMENTS", "wanted-r-0", "2"));
        for (var text : List.of("nameFr", "descriptionFr", "criteriaFr", "nameEn", "descriptionEn", "criteriaEn")) {
            form.put(text, "Relier les générations");
        }
        form.put("key", key());
        own = claire.submit("/coordination/badges/nouveau", form)
                .uri()
                .getPath()
                .replace("/coordination/badges/", "/badges/pratiques/");
    }

    @Test
    void a_practice_becomes_a_badge_when_a_peer_and_an_organisation_endorse_it() {
        assertThat(nadia.open("/badges/pratiques").body())
                .contains("Relier les générations", "2 soutiens sont demandés");
        var blank = nadia.submit(own, Map.of("key", key(), "text", " "));
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.body()).contains("text-erreur");
        var described = nadia.submit(own, Map.of("key", key(), "text", "Je fais se rencontrer jeunes et anciens."));
        assertThat(described.body()).contains("Votre pratique est décrite.", "Aucun soutien sur 2");
        var link = Browser.first(LINK, described.body());

        claire.submit("/reseau/structures", Map.of("key", key(), "name", "Maison du lien", "siret", ""));
        var organisation = Browser.first(ORGANISATION, claire.open("/moi").body());
        claire.submit(
                "/moi/profil", Map.of("key", key(), "name", "Claire", "organisation", organisation, "offers", ""));
        assertThat(claire.open(link).body())
                .contains(
                        "La pratique de Nadia",
                        "jeunes et anciens",
                        "en mon nom",
                        "au nom de ma structure, Maison du lien");
        var first = claire.submit(path(link) + "/appui", endorsing(link, "self", "Je l’ai vue faire."));
        assertThat(first.body()).contains("Votre soutien est dit.", "Un soutien sur 2", "Je l’ai vue faire.");
        TestNetwork.quiet(badges);
        assertThat(awards()).isEmpty();
        claire.submit(path(link) + "/appui", endorsing(link, "organisation", ""));
        TestNetwork.quiet(badges);

        assertThat(awards())
                .singleElement()
                .satisfies(award -> assertThat(award.recognition()).isNotNull());
        assertThat(nadia.open(own).body()).contains("Claire, pour Maison du lien", "elle reste comme on l’a lue");
        assertThat(nadia.open("/badges").body()).contains("À accepter", "Relier les générations");

        var withdrawn = claire.submit(path(link) + "/appui/retrait", endorsing(link, "organisation", ""));
        assertThat(withdrawn.body()).contains("Votre soutien est repris.", "Un soutien sur 2");
        TestNetwork.quiet(badges);
        assertThat(claire.open("/coordination/badges/a-revoir").body()).contains("Des soutiens de la pratique décrite");
    }

    @Test
    void nobody_reads_a_practice_without_its_link_and_nobody_endorses_their_own() {
        var described = nadia.submit(own, Map.of("key", key(), "text", "Je relie."));
        var link = Browser.first(LINK, described.body());
        assertThat(claire.open(path(link)).statusCode()).isEqualTo(404);
        assertThat(claire.open(path(link) + "?lien=0123").statusCode()).isEqualTo(404);
        assertThat(claire.submit(path(link) + "/appui", Map.of("key", key())).statusCode())
                .isEqualTo(404);
        assertThat(nadia.open(link).uri().getPath()).isEqualTo(own);
        assertThat(nadia.submit(path(link) + "/appui", endorsing(link, "self", ""))
                        .statusCode())
                .isEqualTo(403);
        assertThat(claire.submit(path(link) + "/appui", endorsing(link, "organisation", ""))
                        .statusCode())
                .isEqualTo(403);
        var tooLong = claire.submit(path(link) + "/appui", endorsing(link, "self", "a".repeat(1_001)));
        assertThat(tooLong.body()).contains("words-erreur", "a".repeat(1_001));
        var elsewhere = TestNetwork.signedIn(port, "fr", network.make().claire().person());
        assertThat(elsewhere.open(link).statusCode()).isEqualTo(404);
        assertThat(nadia.submit(own, Map.of("key", key(), "text", "Je relie autrement."))
                        .body())
                .contains("Je relie autrement.");
    }

    private static Map<String, String> endorsing(String link, String as, String words) {
        return Map.of("key", key(), "lien", link.substring(link.indexOf('=') + 1), "as", as, "words", words);
    }

    private static String path(String link) {
        return link.substring(0, link.indexOf('?'));
    }

    private List<Award> awards() {
        return badges.awards().of(made.network(), made.nadia().member(), LocalDate.now(ZoneId.of("Europe/Paris")));
    }

    private static String key() {
        return FormKey.next().toString();
    }
}
