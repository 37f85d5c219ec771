package org.maillage.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningProgram
class HelpPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Test
    void the_statement_of_accessibility_says_what_was_not_checked() {
        var page = new Browser(port).open("/accessibilite").body();
        assertThat(page)
                .contains("Non conforme au RGAA 4.1, faute d’audit.")
                .contains("Ce qui n’est pas vérifié", "lecteurs d’écran", "Défenseur des droits", "2026")
                .doesNotContain("??");
        assertThat(new Browser(port, "en").open("/accessibilite").body()).contains("for want of an audit", "Appeals");
    }

    @Test
    void every_page_leads_to_help_and_to_the_statement() {
        for (var path : java.util.List.of("/connexion", "/nulle-part", "/guide")) {
            assertThat(new Browser(port).open(path).body())
                    .contains("href=\"/aide\"", "href=\"/accessibilite\"", "Accessibilité\u00a0: non conforme");
        }
    }

    @Test
    void help_names_the_coordination_to_members_alone() {
        var made = network.make();
        var nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        assertThat(nadia.open("/aide").body()).contains("aujourd’hui\u00a0: Claire", "<kbd");
        assertThat(new Browser(port).open("/aide").body())
                .contains("À qui demander", "trente jours")
                .doesNotContain("Claire");
    }

    @Test
    void who_is_of_no_network_is_told_how_one_enters() {
        assertThat(new Browser(port).open("/entrer").body())
                .contains("href=\"/connexion\"", "href=\"/rejoindre\"", "href=\"/reseau\"", "sur invitation");
    }
}
