package org.maillage.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
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

        var made = browser.submit("/moi/jetons", Map.of("name", "Mon tableur", "days", "30"));

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
    void what_is_no_key_of_a_form_is_said_to_be_unreadable() {
        var browser = TestNetwork.signedIn(port, "fr", network.make().nadia().person());

        assertThat(browser.submit("/moi/profil", Map.of("key", "no key", "name", "Nadia"))
                        .statusCode())
                .isEqualTo(400);
    }
}
