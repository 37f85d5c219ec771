package org.maillage.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningProgram
@ExtendWith(OutputCaptureExtension.class)
class ReadableParametersTest {

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%07b", "a%E2%80%AEb", "%E2%81%A6"})
    void a_query_that_cannot_be_read_is_refused_in_words(String text) {
        var claire = TestNetwork.signedIn(port, "fr", network.make().claire().person());
        for (var page : new String[] {
            "/coordination/valider?text=", "/coordination/membres?text=", "/merci?qui=", "/connexion?x="
        }) {
            var answer = claire.open(page + text);
            assertThat(answer.statusCode()).as(page).isEqualTo(400);
            assertThat(answer.body()).as(page).contains("caractères invisibles ou illisibles");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/guide?x=%ff", "/connexion?%C3=a", "/merci?qui=%E2%82"})
    void a_query_that_is_no_text_is_refused_and_alarms_nobody(String path, CapturedOutput log) {
        var answer = TestNetwork.signedIn(port, "fr", network.make().claire().person())
                .open(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<html").doesNotContain("Tomcat", "InvalidParameterException");
        assertThat(log.getAll()).doesNotContain("InvalidParameterException", " ERROR ");
    }

    @Test
    void a_form_that_cannot_be_read_makes_nothing() {
        var nadia = TestNetwork.signedIn(port, "fr", network.make().nadia().person());
        var answer = nadia.submit("/moi/jetons", Map.of("name", "mon \u202Etableur"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("caractères invisibles ou illisibles");
        assertThat(nadia.open("/moi/acces").body()).doesNotContain("tableur");
    }

    @Test
    void lines_tabs_and_every_script_are_read() {
        var nadia = TestNetwork.signedIn(port, "fr", network.make().nadia().person());
        assertThat(nadia.open("/merci?qui=a%09%C3%A9%0A%D9%85%F0%9F%99%82").statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_address_that_the_server_cannot_read_is_answered_in_plain_words() {
        for (var path : new String[] {"/%00", "/%C0%AF"}) {
            var answer = new Browser(port).open(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).contains("accueil").doesNotContain("Tomcat", "HTTP Status");
        }
    }
}
