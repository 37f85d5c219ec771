package org.maillage.web.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Organisation;
import org.maillage.web.frame.FormKey;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningProgram
class NetworkPagesTest {

    private static final Pattern INPUT = Pattern.compile(
            "<input[^>]*? name=\"([^\"]+)\"[^>]*? value=\"([^\"]*)\"|<input[^>]*? value=\"([^\"]*)\"[^>]*?"
                    + " name=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Projections views;

    @Autowired
    Clock clock;

    private TestNetwork.Made made;
    private Browser claire;
    private String asked;

    @BeforeEach
    void a_network() {
        made = network.make();
        claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        asked = "?reseau=" + made.network();
    }

    @Test
    void the_three_pages_lead_to_each_other_for_members_too() {
        for (var path : new String[] {"/reseau", "/bareme", "/charte"}) {
            var page = claire.open(path).body();
            for (var other : new String[] {"/reseau", "/bareme", "/charte"}) {
                assertThat(page).as(path).contains("href=\"" + other + asked + "\"");
                assertThat(claire.open(other + asked).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void anyone_reads_a_network_its_tariff_and_its_charter_and_nobodys_name() {
        claire.submit("/charte", charter(1, "L’éducation n’est pas une marchandise.\nOn partage."));
        for (var language : new String[] {"fr", "en"}) {
            var visitor = new Browser(port, language);
            for (var path : new String[] {"/reseau", "/bareme", "/bareme/1", "/charte", "/charte/1"}) {
                var page = visitor.open(path + asked);
                assertThat(page.statusCode()).as(path).isEqualTo(200);
                assertThat(page.body())
                        .as(path)
                        .contains("Val d’Arcelle")
                        .doesNotContain("??", "Claire", "Nadia", "/bareme/nouveau", "/charte/nouvelle");
            }
        }
        assertThat(new Browser(port).open("/reseau" + asked).body()).contains("Atelier animé", "animer");
        assertThat(new Browser(port).open("/charte" + asked).body()).contains("On partage.");
    }

    @Test
    void whoever_names_no_network_chooses_one_and_an_unknown_one_is_said() {
        network.make();
        var visitor = new Browser(port);
        for (var path : new String[] {"/reseau", "/bareme", "/charte"}) {
            assertThat(visitor.open(path).body()).contains("Les réseaux", path + "?reseau=" + made.network());
        }
        assertThat(visitor.open("/reseau?reseau=" + made.claire().member()).statusCode())
                .isEqualTo(404);
        assertThat(visitor.open("/bareme/1").body()).contains("/bareme/1?reseau=" + made.network());
        assertThat(visitor.open("/reseau?reseau=x").statusCode()).isEqualTo(400);
    }

    @Test
    void a_version_that_never_was_is_said_with_the_way_to_the_present_one() {
        claire.submit("/charte", charter(1, "On partage."));
        var visitor = new Browser(port);
        var present = "/bareme/1?reseau=" + made.network();
        for (var number : new String[] {"99", "0", "-1"}) {
            var tariff = visitor.open("/bareme/" + number + asked);
            assertThat(tariff.statusCode()).isEqualTo(404);
            assertThat(tariff.body()).contains("Il n’y a pas de barème n° " + number, "Lire le barème n° 1", present);
            var charter = visitor.open("/charte/" + number + asked);
            assertThat(charter.statusCode()).isEqualTo(404);
            assertThat(charter.body())
                    .contains("La charte n’a pas de version " + number, "Lire la version 1")
                    .contains("/charte?reseau=" + made.network());
        }
        assertThat(visitor.open(present).statusCode()).isEqualTo(200);
    }

    @Test
    void where_no_charter_was_published_a_number_of_one_is_a_404_that_says_so() {
        var visitor = new Browser(port);
        assertThat(visitor.open("/charte" + asked).statusCode()).isEqualTo(200);
        var first = visitor.open("/charte/1" + asked);
        assertThat(first.statusCode()).isEqualTo(404);
        assertThat(first.body()).contains("Ce réseau n’a pas encore de charte");
    }

    @Test
    void members_read_who_adopted_what_and_members_of_other_networks_do_not() {
        claire.submit("/charte", charter(1, "On partage."));
        var nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        assertThat(nadia.open("/charte").body()).contains("Par Claire.");
        var stranger = TestNetwork.signedIn(port, "fr", network.make().nadia().person());
        assertThat(stranger.open("/charte" + asked).body())
                .contains("On partage.")
                .doesNotContain("Par Claire");
    }

    @Test
    void a_kind_is_added_with_weights_that_make_a_whole() {
        var fields = kind("Récit raconté", Map.of("roles-LEAD", "25", "roles-SPREAD", "75"));
        assertThat(claire.submit("/reseau/genres", fields).body()).contains("Récit raconté", "est ajouté");

        var tariff = views.networks().tariffs(made.network(), AsOf.NOW).getLast();
        assertThat(tariff.version()).isEqualTo(2);
        assertThat(tariff.line(new KindCode("recit-raconte"))).hasValueSatisfying(line -> {
            assertThat(line.rate()).isEqualTo(250);
            assertThat(line.dailyCap()).isEqualTo(450);
            assertThat(line.weights()).isEqualTo(new RoleWeights(Map.of(Role.LEAD, 2_500, Role.SPREAD, 7_500)));
        });
        assertThat(claire.open("/reseau").body()).contains("animer 25", "diffuser 75");
        var again = claire.submit("/reseau/genres", kind("Récit  raconté", Map.of("roles-LEAD", "100")));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Cela existe déjà");
    }

    @Test
    void a_kind_that_cannot_be_read_comes_back_with_what_was_typed_and_stores_nothing() {
        var fields = kind("Récit", Map.of("roles-LEAD", "60", "roles-TEST", "30"));
        fields.put("rate", "beaucoup");
        var back = claire.submit("/reseau/genres", fields);
        assertThat(back.statusCode()).isEqualTo(400);
        assertThat(back.body())
                .contains(
                        "Les poids des rôles font 90",
                        "Écrivez un nombre de mailles",
                        "value=\"Récit\"",
                        "value=\"beaucoup\"");
        assertThat(views.networks().tariffs(made.network(), AsOf.NOW)).hasSize(1);
    }

    @Test
    void organisations_and_informal_collectives_are_registered_once_a_form() {
        var key = FormKey.next().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(claire.submit(
                                    "/reseau/structures", Map.of("key", key, "name", "Les Fils d’Arcelle", "siret", ""))
                            .body())
                    .contains("est enregistrée");
        }
        assertThat(views.networks().organisations(made.network(), AsOf.NOW))
                .singleElement()
                .extracting(Organisation::informal)
                .isEqualTo(true);
        assertThat(new Browser(port).open("/reseau" + asked).body())
                .contains("Les Fils d’Arcelle", "collectif sans forme juridique");
        var wrong = claire.submit(
                "/reseau/structures", Map.of("key", FormKey.next().toString(), "name", "Maison", "siret", "123 456"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Ce SIRET n’est pas valable", "value=\"Maison\"");
    }

    @Test
    void a_territory_is_typed_as_codes_and_read_as_names() {
        var changed = claire.submit(
                "/reseau/territoire", Map.of("key", FormKey.next().toString(), "communes", "51108, 51454\n2a004"));
        assertThat(changed.body()).contains("Le territoire a 3 communes", "Châlons-en-Champagne, Reims", "Ajaccio");
        var wrong = claire.submit(
                "/reseau/territoire", Map.of("key", FormKey.next().toString(), "communes", "51108 Reims"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("REIMS", "n’est pas un code INSEE");
        var unborne = claire.submit(
                "/reseau/territoire", Map.of("key", FormKey.next().toString(), "communes", "51108 51999"));
        assertThat(unborne.statusCode()).isEqualTo(400);
        assertThat(unborne.body()).contains("51999", "n’est pas un code INSEE");
        assertThat(views.networks().territory(made.network(), AsOf.NOW)).hasSize(3);
    }

    @Test
    void a_tariff_version_is_previewed_then_adopted_and_its_difference_is_read() {
        var fields = tariffForm();
        fields.put("rate-workshop-led", "2,5");
        fields.put("effective", today().plusDays(10).toString());
        fields.put("note", "Les ateliers demandent plus.");
        var preview = claire.submit("/bareme/apercu", fields).body();
        assertThat(preview)
                .contains("Atelier animé", "2\u00a0mailles par heure", "2,5\u00a0mailles par heure")
                .contains("Rien ne change pour les mailles déjà reçues.")
                .doesNotContain("??");
        assertThat(views.networks().tariffs(made.network(), AsOf.NOW)).hasSize(1);

        var adopted = claire.submit("/bareme", fields);
        assertThat(adopted.uri().getPath()).isEqualTo("/bareme/2");
        assertThat(adopted.body())
                .contains("Le barème n°\u00a02 est adopté", "à venir", "Les ateliers demandent plus.", "Claire");
        claire.submit("/bareme", fields);

        assertThat(views.networks().tariffs(made.network(), AsOf.NOW)).hasSize(2);
        var read = new Browser(port).open("/bareme/2" + asked).body();
        assertThat(read)
                .contains("2,5\u00a0mailles par heure", "Ce qui change depuis le barème n°\u00a01")
                .doesNotContain("Claire");
        assertThat(new Browser(port).open("/bareme" + asked).body()).contains("En vigueur\u00a0: barème n°\u00a01");
    }

    @Test
    void the_next_version_starts_from_what_will_rule_last() {
        var tomorrow = tariffForm();
        tomorrow.put("rate-workshop-led", "2,75");
        tomorrow.put("effective", today().plusDays(1).toString());
        claire.submit("/bareme", tomorrow);
        claire.submit("/reseau/genres", kind("Récit raconté", Map.of("roles-LEAD", "100")));
        var versions = views.networks().tariffs(made.network(), AsOf.NOW);
        assertThat(versions).hasSize(3);
        assertThat(versions.get(1).line(new KindCode("recit-raconte"))).isEmpty();

        var next = tariffForm();

        assertThat(next)
                .containsEntry("version", "4")
                .containsEntry("rate-workshop-led", "2,75")
                .containsEntry("rate-recit-raconte", "2,5");
        next.put("effective", today().plusDays(1).toString());
        assertThat(claire.submit("/bareme", next).uri().getPath()).isEqualTo("/bareme/4");
    }

    @Test
    void a_tariff_for_days_that_are_over_comes_back_as_it_was_typed() {
        var fields = tariffForm();
        fields.put("effective", today().minusDays(1).toString());
        fields.put("cap-workshop-led", "25");
        fields.put("workshop-led-LEAD", "99");
        fields.put("floor", "rien");
        for (var path : new String[] {"/bareme/apercu", "/bareme"}) {
            var back = claire.submit(path, fields);
            assertThat(back.statusCode()).as(path).isEqualTo(400);
            assertThat(back.body())
                    .contains("Un barème ne vaut pas pour des jours déjà passés", "Les poids des rôles font 99")
                    .contains("value=\"25\"", "value=\"rien\"");
        }
        assertThat(views.networks().tariffs(made.network(), AsOf.NOW)).hasSize(1);
    }

    @Test
    void two_who_write_the_next_version_at_once_do_not_overwrite_each_other() {
        var one = tariffForm();
        one.put("rate-workshop-led", "2,5");
        var other = tariffForm();
        other.put("rate-workshop-led", "3");
        assertThat(claire.submit("/bareme", one).uri().getPath()).isEqualTo("/bareme/2");
        var late = claire.submit("/bareme", other);
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("Une autre version a été publiée entre-temps");
        assertThat(claire.submit("/bareme/apercu", other).body())
                .as("before it is read over")
                .contains("Une autre version a été publiée entre-temps");
        assertThat(views.networks().tariffs(made.network(), AsOf.NOW)).hasSize(2);
    }

    @Test
    void a_tariff_that_changes_nothing_is_refused_with_its_form() {
        for (var path : new String[] {"/bareme/apercu", "/bareme"}) {
            var back = claire.submit(path, tariffForm());
            assertThat(back.statusCode()).as(path).isEqualTo(400);
            assertThat(back.body())
                    .as(path + ": in the summary, and once beside what it is about")
                    .containsPattern("(?s)href=\"#lines\">Rien n’a changé.*id=\"lines-erreur\".*Rien n’a changé")
                    .doesNotContainPattern("(?s)(Rien n’a changé.*){3}");
        }
        assertThat(views.networks().tariffs(made.network(), AsOf.NOW)).hasSize(1);
    }

    @Test
    void a_charter_is_read_over_before_it_is_published() {
        claire.submit("/charte", charter(1, "On partage.\nOn se voit tous les mois."));
        var next = charter(2, "On partage.\nOn se voit chaque semaine.");

        var preview = claire.submit("/charte/apercu", next);

        assertThat(preview.uri().getPath()).isEqualTo("/charte/apercu");
        assertThat(preview.body())
                .contains("Aperçu de la charte, version 2", "Ce qui change depuis la version 1")
                .contains("Retiré\u00a0:", "On se voit tous les mois.", "Ajouté\u00a0:", "On se voit chaque semaine.")
                .doesNotContain("??");
        assertThat(views.networks().charters(made.network(), AsOf.NOW)).hasSize(1);
        assertThat(claire.open("/charte/nouvelle?cle=" + next.get("key")).body())
                .as("taken up again as it was written")
                .contains("On se voit chaque semaine.");
        claire.submit("/charte", next);
        claire.submit("/charte", next);
        assertThat(views.networks().charters(made.network(), AsOf.NOW)).hasSize(2);
        assertThat(claire.open("/charte/apercu?cle=" + next.get("key")).uri().getPath())
                .isEqualTo("/charte/nouvelle");
    }

    @Test
    void a_charter_that_changes_nothing_is_refused_beside_its_text() {
        claire.submit("/charte", charter(1, "On partage.\nOn se voit tous les mois."));
        for (var text :
                new String[] {"On partage.\nOn se voit tous les mois.", "On partage.\r\n\r\n On se voit tous les mois. "
                }) {
            var back = claire.submit("/charte/apercu", charter(2, text));
            assertThat(back.statusCode()).isEqualTo(400);
            assertThat(back.body()).contains("Rien n’a changé depuis la version 1", "text-erreur", "On partage.");
        }
        var published = claire.submit("/charte", charter(2, "On partage.\nOn se voit tous les mois."));
        assertThat(published.statusCode()).isEqualTo(400);
        assertThat(published.body()).contains("Rien n’a changé depuis la version en vigueur", "text-erreur");
        assertThat(claire.submit("/charte/apercu", charter(2, " ")).body()).contains("Écrivez le texte de la charte");
        assertThat(views.networks().charters(made.network(), AsOf.NOW)).hasSize(1);
    }

    @Test
    void a_territory_that_is_as_it_was_says_so() {
        claire.submit("/reseau/territoire", Map.of("key", FormKey.next().toString(), "communes", "51108 51454"));
        var same = claire.submit(
                "/reseau/territoire", Map.of("key", FormKey.next().toString(), "communes", "51454, 51108"));
        assertThat(same.statusCode()).isEqualTo(400);
        assertThat(same.body()).contains("Rien n’a changé", "communes-erreur");
    }

    @Test
    void all_that_is_wrong_with_an_organisation_is_said_at_once() {
        var back = claire.submit(
                "/reseau/structures", Map.of("key", FormKey.next().toString(), "name", " ", "siret", "123 456"));
        assertThat(back.statusCode()).isEqualTo(400);
        assertThat(back.body())
                .contains("Écrivez le nom de la structure ou du collectif.", "Ce SIRET n’est pas valable")
                .contains("value=\"123 456\"");
        assertThat(back.body().indexOf("href=\"#name\"")).isLessThan(back.body().indexOf("href=\"#siret\""));
        assertThat(views.networks().organisations(made.network(), AsOf.NOW)).isEmpty();
    }

    @Test
    void a_charter_is_published_compared_and_signed() {
        claire.submit("/charte", charter(1, "L’éducation n’est pas une marchandise.\nOn se voit tous les mois."));
        claire.submit("/charte", charter(2, "L’éducation n’est pas une marchandise.\nOn se voit chaque semaine."));
        var nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        var page = nadia.open("/charte").body();
        assertThat(page)
                .contains("Ce qui change depuis la version 1", "Retiré\u00a0:", "Ajouté\u00a0:", "Signer la version 2");

        var signed =
                nadia.submit("/charte/signature", Map.of("key", FormKey.next().toString(), "version", "2"));

        assertThat(signed.body()).contains("Vous avez signé la version 2").doesNotContain("Signer la version 2");
        assertThat(views.members()
                        .find(made.network(), made.nadia().member(), AsOf.NOW)
                        .orElseThrow()
                        .charterVersion())
                .isEqualTo(2);
        assertThat(nadia.open("/charte/1").body())
                .contains("On se voit tous les mois.", "Il y a une version plus récente");
        var empty = claire.submit("/charte", charter(3, "  "));
        assertThat(empty.statusCode()).isEqualTo(400);
    }

    @Test
    void only_coordinators_write() {
        var nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        for (var path : new String[] {"/bareme/nouveau", "/charte/nouvelle", "/reseau/genres"}) {
            assertThat(nadia.open(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(nadia.submit("/bareme", Map.of()).statusCode()).isEqualTo(403);
        assertThat(nadia.submit("/charte", charter(1, "Moi d’abord.")).statusCode())
                .isEqualTo(403);
        assertThat(views.networks().charters(made.network(), AsOf.NOW)).isEmpty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
    }

    private static Map<String, String> charter(int version, String text) {
        return Map.of("key", FormKey.next().toString(), "version", Integer.toString(version), "text", text);
    }

    private static Map<String, String> kind(String label, Map<String, String> weights) {
        var fields = new LinkedHashMap<>(Map.of(
                "key", FormKey.next().toString(), "label", label, "measure", "TIME", "rate", "2,5", "cap", "7,5"));
        fields.putAll(weights);
        return fields;
    }

    /** The fields of the form as the page shows them. */
    private Map<String, String> tariffForm() {
        var fields = new HashMap<String, String>();
        var found = INPUT.matcher(claire.open("/bareme/nouveau").body());
        while (found.find()) {
            if (found.group(1) != null) {
                fields.put(found.group(1), found.group(2));
            } else {
                fields.put(found.group(4), found.group(3));
            }
        }
        fields.remove("_csrf");
        assertThat(fields).hasSizeGreaterThan(40).containsKey("key");
        return fields;
    }
}
