package org.maillage.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever comes in, goes out or goes to another network reads once that they did. */
@RunningProgram
class EnteringTest {

    private static final String NADIA = "Vous êtes maintenant Nadia, dans «\u00a0Val d’Arcelle\u00a0».";

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    private TestNetwork.Made made;
    private Browser browser;

    @BeforeEach
    void a_network() {
        made = network.make();
        browser = new Browser(port, "fr");
    }

    @Test
    void who_signs_in_reads_once_who_they_are_and_where() {
        assertThat(enter(made.nadia().person())).contains(NADIA);
        assertThat(browser.open("/").body()).doesNotContain(NADIA);

        assertThat(enter(made.claire().person()))
                .contains("Vous êtes maintenant Claire, dans «\u00a0Val d’Arcelle\u00a0».");
        assertThat(enter(made.ali())).contains("Votre session est ouverte.");
    }

    @Test
    void who_signs_out_reads_once_that_their_session_is_closed() {
        enter(made.nadia().person());
        var out = browser.submit("/logout", Map.of());
        assertThat(out.uri().getPath()).isEqualTo("/connexion");
        assertThat(out.body()).contains("Votre session est fermée.").doesNotContain("Se déconnecter");
        assertThat(browser.open("/connexion").body()).doesNotContain("Votre session est fermée.");
        assertThat(browser.open("/contributions").uri().getPath()).isEqualTo("/connexion");

        var english = new Browser(port, "en");
        assertThat(english.submit("/logout", Map.of()).body()).contains("Your session is closed.");
    }

    @Test
    void who_is_in_several_networks_goes_from_one_to_another_by_the_header_of_any_page() {
        var other = network.make();
        enter(made.nadia().person());
        assertThat(browser.open("/mailles").body()).doesNotContain("Aller dans un autre réseau");
        network.joins(other.network(), made.nadia(), "Nadia D.");

        assertThat(browser.open("/mailles").body())
                .contains("Aller dans un autre réseau", "name=\"network\" value=\"" + other.network() + "\"")
                .doesNotContain("name=\"network\" value=\"" + made.network() + "\"");
        var there = browser.submit("/reseau", Map.of("network", other.network().toString()));
        assertThat(there.body())
                .contains("Vous êtes maintenant Nadia D., dans «\u00a0Val d’Arcelle\u00a0».")
                .contains("name=\"network\" value=\"" + made.network() + "\"");
    }

    private String enter(PersonId person) {
        return browser.submit("/connexion/demonstration", Map.of("person", person.toString()))
                .body();
    }
}
