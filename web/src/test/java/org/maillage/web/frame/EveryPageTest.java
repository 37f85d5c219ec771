package org.maillage.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.testing.Pages;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningProgram
class EveryPageTest {

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    TestNetwork.Made made;

    @BeforeEach
    void a_network_in_which_something_happened() {
        made = network.make();
        network.validate(made, network.claim(made, made.nadia()));
        network.claim(made, made.nadia());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void a_page_says_everything_in_the_readers_language(String language) {
        var open = network.claim(made, made.nadia());
        var own = new ArrayList<>(Pages.MEMBER);
        own.add("/contributions/" + open);
        var coordination = new ArrayList<>(Pages.COORDINATOR);
        coordination.add("/contributions/" + open);
        coordination.addAll(Pages.MEMBER);

        renders(language, made.nadia().person(), own);
        renders(language, made.claire().person(), coordination);
        renders(language, made.ali(), Pages.ADMINISTRATOR);
    }

    private void renders(String language, PersonId person, Iterable<String> paths) {
        var browser = TestNetwork.signedIn(port, language, person);
        assertThat(paths).isNotEmpty();
        for (var path : paths) {
            var answer = browser.open(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain("??")
                    .doesNotContain("style=\"")
                    .doesNotContain("onclick");
            assertThat(answer.body())
                    .as(path)
                    .contains("<html lang=\"" + language + "\"")
                    .contains("<h1");
        }
    }
}
