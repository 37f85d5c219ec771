package org.maillage.web.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.frame.FormKey;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningProgram
class ApiTokensTest {

    @LocalServerPort
    int port;

    @Autowired
    ApiTokens tokens;

    @Autowired
    TestNetwork network;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_token_is_shown_once_and_only_its_hash_is_kept() {
        var made = network.make();
        var browser = TestNetwork.signedIn(port, "fr", made.nadia().person());
        var page = browser.submit(
                "/moi/jetons", Map.of("key", FormKey.next().toString(), "name", "Mon tableur", "days", "30"));
        var token = Browser.first(Pattern.compile("<code>(maillage_[^<]+)</code>"), page.body());

        assertThat(browser.open("/moi/acces").body()).contains("Mon tableur").doesNotContain(token);
        var rows = jdbc.sql("select t::text from web.api_token t")
                .query(String.class)
                .list();
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token));
        assertThat(tokens.authenticate(new SecretToken(token)))
                .hasValueSatisfying(found -> assertThat(found.writes()).isFalse());
    }

    @Test
    void a_token_that_was_ended_no_longer_works() {
        var person = PersonId.next();
        var token = tokens.make(Id.nextUuid(), person, "essai", true, Duration.ofDays(1))
                .orElseThrow();
        assertThat(tokens.authenticate(token)).isPresent();
        var kept = tokens.of(person);
        assertThat(kept)
                .singleElement()
                .satisfies(one -> assertThat(one.lastUsedAt()).isNotNull());

        tokens.revoke(PersonId.next(), kept.getFirst().id());
        assertThat(tokens.authenticate(token)).as("somebody else ended it").isPresent();
        tokens.revoke(person, kept.getFirst().id());
        assertThat(tokens.authenticate(token)).isEmpty();
        assertThat(tokens.of(person)).isEmpty();
    }

    @Test
    void a_token_that_is_too_old_no_longer_works() {
        var token = tokens.make(Id.nextUuid(), PersonId.next(), "vieux", true, Duration.ofSeconds(-1))
                .orElseThrow();
        assertThat(tokens.authenticate(token)).isEmpty();
    }
}
