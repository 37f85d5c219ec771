package org.maillage.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.maillage.web.frame.FormKey;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningProgram
class NewTokenTest {

    private static final Pattern TOKEN = Pattern.compile("<code>(maillage_[^<]+)</code>");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_new_token_is_shown_once_and_stored_nowhere_in_clear() {
        var browser = TestNetwork.signedIn(port, "fr", network.make().nadia().person());

        var made = browser.submit(
                "/moi/jetons", Map.of("key", FormKey.next().toString(), "name", "Mon tableur", "days", "30"));

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().allValues("Cache-Control")).anyMatch(value -> value.contains("no-store"));
        var token = Browser.first(TOKEN, made.body());
        var attributes = jdbc.sql("select attribute_bytes from web.session_attributes")
                .query(byte[].class)
                .list();
        assertThat(attributes)
                .isNotEmpty()
                .noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(token));
        assertThat(browser.open("/moi/acces").body()).contains("Mon tableur").doesNotContain(token);
    }

    @Test
    void sending_the_form_again_makes_no_second_token_and_says_so() {
        var browser = TestNetwork.signedIn(port, "fr", network.make().nadia().person());
        var shown = Browser.first(
                Pattern.compile("action=\"/moi/jetons\".*?name=\"key\" value=\"([^\"]+)\"", Pattern.DOTALL),
                browser.open("/moi/acces").body());
        var fields = Map.of("key", shown, "name", "Mon tableur", "days", "30");
        var token = Browser.first(TOKEN, browser.submit("/moi/jetons", fields).body());

        var again = browser.submit("/moi/jetons", fields);

        assertThat(again.body()).contains("Ce jeton est déjà créé").doesNotContain(token, "<code>");
        assertThat(again.uri().getPath()).as("a reload sends nothing").isEqualTo("/moi/acces");
        assertThat(again.body().split("Mettre fin au jeton Mon tableur", -1)).hasSize(2);
    }

    @Test
    void what_is_no_key_of_a_form_is_said_to_be_unreadable() {
        var browser = TestNetwork.signedIn(port, "fr", network.make().nadia().person());

        assertThat(browser.submit("/moi/profil", Map.of("key", "no key", "name", "Nadia"))
                        .statusCode())
                .isEqualTo(400);
    }
}
