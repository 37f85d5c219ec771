package org.maillage.web.credits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.AccountId;
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
class OrganisationPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Projections views;

    private TestNetwork.Made made;
    private Browser nadia;
    private Browser claire;
    private Organisation library;

    @BeforeEach
    void nadia_gave_to_the_library() {
        made = network.make();
        network.validate(made, network.claim(made, made.nadia()));
        nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        claire.submit("/reseau/structures", Map.of("key", key(), "name", "La médiathèque", "siret", ""));
        library = views.networks().organisations(made.network(), AsOf.NOW).getFirst();
        var gift = Map.of(
                "key", key(),
                "qui", "",
                "to", AccountId.of(library.organisation()).toString(),
                "amount", "1,5",
                "words", "Pour les tablettes",
                "step", "envoyer");
        nadia.submit("/merci", gift);
    }

    @Test
    void the_coordination_reads_what_an_organisation_has_and_from_whom() {
        assertThat(claire.open("/reseau").body()).contains(page(), "Mailles de La médiathèque");
        assertThat(claire.open(page()).body())
                .contains("Mailles de La médiathèque", "<b>1,5</b>", "de Nadia")
                .doesNotContain("Pour les tablettes", "??");
    }

    @Test
    void who_acts_for_it_reads_it_without_names_and_nobody_else_does() {
        assertThat(nadia.open(page()).statusCode()).isEqualTo(404);
        assertThat(nadia.open("/reseau").body()).contains("La médiathèque").doesNotContain(page());
        var samir = network.coordinator(made, "Samir");
        claire.submit("/coordination/membres/" + samir.member() + "/retrait", Map.of("key", key()));
        var acting = TestNetwork.signedIn(port, "fr", samir.person());
        acting.submit(
                "/moi/profil",
                Map.of(
                        "key",
                        key(),
                        "name",
                        "Samir",
                        "organisation",
                        library.organisation().toString(),
                        "offers",
                        ""));

        assertThat(acting.open("/mailles").body()).contains(page());
        assertThat(acting.open("/reseau").body()).contains(page());
        assertThat(acting.open(page()).body())
                .contains("<b>1,5</b>", "Reçu d’une personne du réseau")
                .doesNotContain("Nadia");
        assertThat(acting.open(page() + "?date=2020-01-01").body()).contains("Aucun mouvement");
        assertThat(acting.open(page() + "?date=demain").statusCode()).isEqualTo(400);
    }

    private String page() {
        return "/structures/" + library.organisation();
    }

    private static String key() {
        return FormKey.next().toString();
    }
}
