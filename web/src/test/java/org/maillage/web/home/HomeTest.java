package org.maillage.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningProgram
class HomeTest {

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Test
    void a_question_about_ones_claim_waits_at_home() {
        var made = network.make();
        var claim = network.claim(made, made.nadia(), "Café numérique");
        var nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        assertThat(nadia.open("/").body()).doesNotContain("On attend votre réponse");

        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        claire.submit(
                "/coordination/valider/precision",
                Map.of("key", UUID.randomUUID().toString(), "chosen", claim.toString(), "words", "Où était-ce ?"));

        assertThat(nadia.open("/").body()).contains("On attend votre réponse", "Café numérique");
    }

    @Test
    void whoever_administers_and_is_of_no_network_is_led_to_making_one() {
        var ali = TestNetwork.signedIn(port, "fr", network.make().ali());
        assertThat(ali.open("/").body())
                .contains("Vous n’êtes encore d’aucun réseau", "Vous administrez cette installation")
                .contains("href=\"/administration#network-name\"", "href=\"/administration/imports\"")
                .doesNotContain("Ouvrez le lien de l’invitation");
        assertThat(ali.open("/administration").body()).contains("id=\"network-name\"");
    }
}
