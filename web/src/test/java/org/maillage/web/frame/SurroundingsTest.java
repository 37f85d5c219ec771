package org.maillage.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.maillage.web.testing.Visits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What stands around every page, whatever the page answers. */
@RunningProgram
class SurroundingsTest {

    private static final Pattern HEADER = Pattern.compile("(?s)<header.*?</header>");
    private static final Pattern NOT_SAID =
            Pattern.compile("(?s)<(pre|code|script|textarea)[ >].*?</\\1>|<!--.*?-->|<[^>]*>");
    private static final Pattern OF_COMPUTERS =
            Pattern.compile("[^<>\\n]*\\b(\\d{4}-\\d{2}-\\d{2}|\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z)\\b[^<>\\n]*");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    private TestNetwork.Made made;
    private Browser claire;

    @BeforeEach
    void claire_has_a_flower_and_a_claim_waits_for_her() {
        made = network.make();
        var samir = network.coordinator(made, "Samir");
        var claim = network.claim(made, made.claire());
        TestNetwork.signedIn(port, "fr", samir.person())
                .submit(
                        "/coordination/valider/" + claim + "/validation",
                        Map.of("key", FormKey.next().toString()));
        network.claim(made, made.nadia());
        claire = TestNetwork.signedIn(port, "fr", made.claire().person());
    }

    @Test
    void the_header_is_the_same_on_a_page_an_error_a_form_that_came_back_and_a_refusal() {
        var page = claire.open("/moi");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page.body())).contains("class=\"fleur\"", "Claire");

        var missing = claire.open("/nulle-part");
        assertThat(missing.statusCode()).isEqualTo(404);
        var closed = claire.open("/administration");
        assertThat(closed.statusCode()).isEqualTo(403);
        var back = claire.submit("/merci", Map.of("key", FormKey.next().toString(), "qui", "", "amount", "deux"));
        assertThat(back.statusCode()).isEqualTo(422);
        var refused = claire.submit(
                "/contributions/" + network.claim(made, made.claire()) + "/reponse",
                Map.of("key", FormKey.next().toString(), "answer", "Oui"));
        assertThat(refused.statusCode()).isBetween(400, 499);
        for (var other : java.util.List.of(missing, closed, back, refused)) {
            assertThat(header(other.body())).isEqualTo(header(page.body()));
            assertThat(other.body()).contains("class=\"compte\"");
        }
    }

    @Test
    void no_page_shows_a_date_as_computers_write_it() {
        var visits = Visits.of(port, network);
        for (var visit : visits.all()) {
            var said = NOT_SAID.matcher(
                            visits.browser(visit.reader()).open(visit.path()).body())
                    .replaceAll("\n");
            assertThat(OF_COMPUTERS.matcher(said).results().map(found -> found.group()))
                    .as(visit.toString())
                    .isEmpty();
        }
    }

    private static String header(String page) {
        var found = HEADER.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
