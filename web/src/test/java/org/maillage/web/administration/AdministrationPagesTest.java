package org.maillage.web.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.network.Network;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.Letters;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningProgram
class AdministrationPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Projections views;

    @Autowired
    JdbcClient jdbc;

    private TestNetwork.Made made;
    private Browser ali;

    @BeforeEach
    void an_administrator() {
        made = network.make();
        ali = TestNetwork.signedIn(port, "fr", made.ali());
    }

    @Test
    void a_network_is_made_under_a_name_and_its_founder_belongs_to_it() {
        var name = "Réseau " + UUID.randomUUID();
        var answer = ali.submit("/administration/reseaux", asked(Map.of("name", name, "founder", "Ali")));
        assertThat(answer.body()).contains(name);
        assertThat(views.networks().all()).extracting(Network::name).contains(name);
    }

    @Test
    void the_sums_of_a_network_are_all_written_to_the_hundredth() {
        network.validate(made, network.claim(made, made.nadia()));
        assertThat(ali.open("/administration/sante").body())
                .contains("<td class=\"nombre\">4,00</td>", "<td class=\"nombre\">0,00</td>")
                .doesNotContain("<td class=\"nombre\">4</td>", "<td class=\"nombre\">0</td>");
    }

    @Test
    void a_network_without_a_name_is_refused_beside_its_fields_in_one_round_and_none_is_made() {
        var before = views.networks().all().size();
        var answer = ali.submit(
                "/administration/reseaux",
                asked(Map.of("name", " ", "parent", made.network().toString(), "founder", "F".repeat(121))));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Écrivez le nom du réseau.", "network-name-erreur", "network-founder-erreur")
                .contains("120 caractères au plus")
                .doesNotContain("Il manque un texte");
        assertThat(views.networks().all()).hasSize(before);
    }

    @Test
    void an_invitation_says_all_that_is_wrong_with_it_and_keeps_what_was_typed() {
        var answer = ali.submit(
                "/administration/invitations",
                asked(Map.of("network", made.network().toString(), "name", "", "email", "lou@")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .containsSubsequence("href=\"#invite-name\"", "href=\"#invite-email\"")
                .contains("Cette adresse n’est pas complète.", "value=\"lou@\"");
    }

    @Test
    void a_network_whose_coordinators_have_no_account_is_handed_over_by_a_link_and_then_no_more() {
        var imported = network.imported("Sans compte " + UUID.randomUUID());
        var path = "/administration/reseaux/" + imported.network() + "/coordination";
        assertThat(ali.open("/administration").body()).contains(path);
        assertThat(ali.open(path + "?text=zzz").body()).doesNotContain("Faire un lien pour Ana");
        assertThat(ali.open(path + "?text=an").body()).contains("Faire un lien pour Ana");
        var link = ali.submit(path + "/" + imported.ana() + "/liens", Map.of()).body();
        var token = Browser.first(Pattern.compile("/rejoindre\\?jeton=([^\"]+)"), link);
        TestNetwork.signedIn(port, "fr", made.nadia().person()).submit("/rejoindre", Map.of("jeton", token));
        await().until(() -> views.members().isLed(imported.network()));

        assertThat(ali.open("/administration").body()).doesNotContain(path);
        assertThat(ali.open(path).body())
                .contains("Ce réseau a une coordination")
                .doesNotContain("Faire un lien");
        for (var deed : List.of("", "/invitations", "/" + imported.ana(), "/" + imported.ana() + "/liens")) {
            var form = asked(Map.of("own", "Ali", "name", "Lou", "email", "lou@exemple.fr"));
            var refused = ali.submit(path + deed, form);
            // Naming who coordinates already asks for nothing new.
            assertThat(refused.statusCode()).as(deed).isEqualTo(deed.equals("/" + imported.ana()) ? 200 : 403);
        }
        assertThat(views.members().coordinators(imported.network(), AsOf.NOW)).hasSize(1);
    }

    @Test
    void an_administrator_takes_on_a_network_whose_coordinators_have_no_account() {
        var imported = network.imported("Sans compte " + UUID.randomUUID());
        var path = "/administration/reseaux/" + imported.network() + "/coordination";
        assertThat(ali.submit(path, asked(Map.of("own", " "))).statusCode()).isEqualTo(400);
        assertThat(ali.submit(path, asked(Map.of("own", "Ali"))).body()).contains("Vous coordonnez maintenant");

        assertThat(views.members().isLed(imported.network())).isTrue();
        assertThat(ali.open("/coordination/membres/" + imported.ana()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoever_is_invited_to_coordinate_does_so_once_they_join() {
        var imported = network.imported("Sans compte " + UUID.randomUUID());
        var path = "/administration/reseaux/" + imported.network() + "/coordination";
        var email = UUID.randomUUID() + "@exemple.fr";
        var wrong = ali.submit(path + "/invitations", asked(Map.of("name", "", "email", "lou@")));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("name-erreur", "email-erreur", "value=\"lou@\"");
        assertThat(ali.submit(path + "/invitations", asked(Map.of("name", "Lou", "email", email)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(views.members().isLed(imported.network())).isFalse();
        assertThat(views.members().coordinators(imported.network(), AsOf.NOW))
                .extracting(Member::name)
                .containsExactly("Ana", "Lou");

        var letter = Letters.to(email, jdbc).getFirst();
        var token = Browser.first(Pattern.compile("/rejoindre\\?jeton=(\\S+)"), letter);
        new Browser(port).submit("/rejoindre", Map.of("jeton", token));
        await().until(() -> views.members().isLed(imported.network()));
    }

    private static Map<String, String> asked(Map<String, String> fields) {
        var all = new java.util.HashMap<>(fields);
        all.put("key", UUID.randomUUID().toString());
        return all;
    }
}
