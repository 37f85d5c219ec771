package org.maillage.web.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Network;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningProgram
class AdministrationPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Projections views;

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

    private static Map<String, String> asked(Map<String, String> fields) {
        var all = new java.util.HashMap<>(fields);
        all.put("key", UUID.randomUUID().toString());
        return all;
    }
}
