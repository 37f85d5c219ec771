package org.maillage.web.badges.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.question.Award;
import org.maillage.web.badges.BadgesWorld;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.TestNetwork;

/** From a practice that somebody describes to a badge, by the endorsement of a peer and of an organisation. */
class PracticePagesTest extends BadgesWorld {

    private static final Pattern LINK = Pattern.compile("(/pratiques/[0-9a-f-]{36}\\?lien=[0-9a-f]+)");
    private static final Pattern READ = Pattern.compile("name=\"read\" value=\"([0-9a-f]{32})\"");

    String own;

    @BeforeEach
    void a_badge_that_two_endorsements_earn() {
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

        claireIsOf("Maison du lien");
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
        var both = claire.submit(path(link) + "/appui", endorsing(link, "organisation", ""));
        assertThat(both.body()).as("one person, who counts once").contains("Un soutien sur 2", "Claire, pour Maison");
        TestNetwork.quiet(badges);
        assertThat(awards()).isEmpty();
        var karim = TestNetwork.signedIn(
                port, "fr", network.coordinator(made, "Karim").person());
        assertThat(karim.submit(path(link) + "/appui", endorsing(karim, link, "self", "Elle laisse le temps."))
                        .body())
                .contains("2 soutiens, il en fallait 2");
        TestNetwork.quiet(badges);

        assertThat(awards())
                .singleElement()
                .satisfies(award -> assertThat(award.recognition()).isNotNull());
        assertThat(nadia.open(own).body()).contains("Claire, pour Maison du lien", "elle reste comme on l’a lue");
        assertThat(nadia.open("/badges").body()).contains("À accepter", "Relier les générations");
        tells_who_recognised_it(awards().getFirst());

        var withdrawn = karim.submit(path(link) + "/appui/retrait", endorsing(karim, link, "self", ""));
        assertThat(withdrawn.body()).contains("Votre soutien est repris.", "Un soutien sur 2");
        TestNetwork.quiet(badges);
        assertThat(new Browser(port)
                        .open("/b/" + awards().getFirst().code().shown())
                        .body())
                .contains("Je l’ai vue faire.")
                .doesNotContain("Elle laisse le temps.");
        assertThat(claire.open("/coordination/badges/a-revoir").body()).contains("Des soutiens de la pratique décrite");
    }

    /** To its member and to coordinators by name and day, to anybody as far as the endorsers show their names. */
    private void tells_who_recognised_it(Award award) {
        var own = "/badges/" + award.award();
        assertThat(nadia.open(own).body())
                .contains("Des pairs ont reconnu cette pratique", "Claire, pour Maison du lien, le ", "Karim, le ")
                .contains("Je l’ai vue faire.", "Elle laisse le temps.")
                .doesNotContain("Les contributions qui l’ont fait obtenir");
        nadia.submit(own + "/acceptation", Map.of("key", key()));
        nadia.submit(own + "/publication", Map.of("key", key()));
        assertThat(claire.open("/coordination/badges/attributions/" + award.award())
                        .body())
                .contains("Des pairs ont reconnu cette pratique", "Karim, le ", "Elle laisse le temps.");
        var open = "/b/" + award.code().shown();
        var stranger = new Browser(port);
        assertThat(stranger.open(open).body())
                .contains("2 personnes du réseau ont reconnu cette pratique", "Maison du lien", "Je l’ai vue faire.")
                .doesNotContain("Karim", "Personne encore.", "garde pour elle");
        assertThat(stranger.open(open + ".json").body())
                .contains("EndorsementCredential", "did:key:z6Mk", "Elle laisse le temps.");
        assertThat(claire.open(open).body())
                .as("of the badge itself she has said nothing yet")
                .contains("Appuyer ce badge")
                .doesNotContain("Retirer mon appui");
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

    @Test
    void what_was_described_anew_since_it_was_read_is_read_again_before_it_is_endorsed() {
        var described = nadia.submit(own, Map.of("key", key(), "text", "Je relie."));
        var link = Browser.first(LINK, described.body());
        var form = new HashMap<>(endorsing(link, "self", "Je l’ai vue faire."));
        form.put("before", "Je relie.");
        nadia.submit(own, Map.of("key", key(), "text", "Claire m’a confié sa caisse."));
        var refused = claire.submit(path(link) + "/appui", form);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("a changé depuis que vous l’avez lue", "Vous aviez lu")
                .contains("Je relie.", "Claire m’a confié sa caisse.", "Je l’ai vue faire.")
                .contains("Aucun soutien sur 2");
        form.remove("read");
        assertThat(claire.submit(path(link) + "/appui", form).statusCode()).isEqualTo(409);
        form.putAll(endorsing(link, "self", "Oui."));
        assertThat(claire.submit(path(link) + "/appui", form).body()).contains("Un soutien sur 2");
    }

    /** A form as Claire reads it now. */
    private Map<String, String> endorsing(String link, String as, String words) {
        return endorsing(claire, link, as, words);
    }

    private static Map<String, String> endorsing(Browser reader, String link, String as, String words) {
        var page = reader.open(link).body();
        return Map.of(
                "key",
                key(),
                "lien",
                link.substring(link.indexOf('=') + 1),
                "as",
                as,
                "words",
                words,
                "read",
                page.contains("name=\"read\"") ? Browser.first(READ, page) : "");
    }

    private static String path(String link) {
        return link.substring(0, link.indexOf('?'));
    }
}
