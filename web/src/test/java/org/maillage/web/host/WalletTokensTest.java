package org.maillage.web.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.web.host.Wallet.BACK;
import static org.maillage.web.host.Wallet.BRING;
import static org.maillage.web.host.Wallet.READ;
import static org.maillage.web.host.Wallet.header;
import static org.maillage.web.host.Wallet.json;
import static org.maillage.web.host.Wallet.location;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.maillage.web.testing.RunningProgram;

/** What an application gets for a code, how it keeps it, and how it loses it. */
@RunningProgram
class WalletTokensTest extends WalletWorld {

    @Test
    void a_wallet_asks_is_let_in_renews_and_ends_what_it_has() {
        var consent = wallet.asked(READ, BRING);
        var page = wallet.page(consent);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Mon portefeuille", "wallet.example", "Lire les badges que vous avez acceptés")
                .contains("Apporter ici des badges", "https://wallet.example/privacy")
                .doesNotContain("Lire votre nom");
        assertThat(header(page, "content-security-policy")).contains("form-action 'self' https://wallet.example;");
        var back = location(wallet.answered(consent, READ, BRING));
        assertThat(back)
                .startsWith(BACK + "?code=")
                .contains("state=their%20state", "iss=http%3A%2F%2Flocalhost%3A" + port, "&scope=https%3A%2F%2Fpurl");

        var tokens = wallet.tokens(READ, BRING);
        assertThat(tokens.path("token_type").stringValue()).isEqualTo("Bearer");
        assertThat(tokens.path("scope").stringValue()).contains(READ, BRING);
        var access = tokens.path("access_token").stringValue();
        assertThat(reads(access)).isEqualTo(200);

        var renewed = json(wallet.renew(tokens.path("refresh_token").stringValue()));
        assertThat(renewed.path("refresh_token")).isNotEqualTo(tokens.path("refresh_token"));
        assertThat(reads(access)).isEqualTo(401);
        var newer = renewed.path("access_token").stringValue();
        assertThat(reads(newer)).isEqualTo(200);

        var refresh = renewed.path("refresh_token").stringValue();
        assertThat(wallet.revoke(refresh).statusCode()).isEqualTo(200);
        assertThat(reads(newer)).isEqualTo(401);
        assertThat(wallet.renew(refresh).statusCode()).isEqualTo(400);
    }

    @Test
    void an_application_without_a_secret_proves_itself_by_its_verifier_and_its_newest_token() {
        var open = new Wallet(port).registered("Appli", "none");
        assertThat(open.secret).isEmpty();
        open.signIn(made.nadia().person());
        var tokens = open.tokens(READ);
        assertThat(reads(tokens.path("access_token").stringValue())).isEqualTo(200);
        var renewed = open.renew(tokens.path("refresh_token").stringValue());
        assertThat(renewed.statusCode()).as(renewed.body()).isEqualTo(200);
        var access = json(renewed).path("access_token").stringValue();
        assertThat(reads(access)).isEqualTo(200);
        assertThat(open.revoke(json(renewed).path("refresh_token").stringValue())
                        .statusCode())
                .isEqualTo(200);
        assertThat(reads(access)).isEqualTo(401);
    }

    @Test
    void an_application_that_has_a_secret_is_not_let_in_without_it() {
        var tokens = wallet.tokens(READ);
        var code = wallet.code(READ);
        wallet.secret = "";
        assertThat(wallet.exchange(code).statusCode()).isEqualTo(401);
        assertThat(wallet.renew(tokens.path("refresh_token").stringValue()).statusCode())
                .isEqualTo(401);
        wallet.secret = "wrong";
        assertThat(wallet.exchange(code).statusCode()).isEqualTo(401);
    }

    @Test
    void a_code_is_exchanged_by_who_has_the_verifier_at_the_address_that_was_asked_for() {
        var wrong = List.of(
                Map.of("code_verifier", "another-verifier-of-at-least-forty-three-characters-01"),
                Map.of("code_verifier", ""),
                Map.of("redirect_uri", "https://wallet.example/other"),
                Map.of("code", "unknown"));
        for (var changed : wrong) {
            var form = new java.util.LinkedHashMap<>(
                    Map.of("grant_type", "authorization_code", "redirect_uri", BACK, "code_verifier", Wallet.VERIFIER));
            form.put("code", wallet.code(READ));
            form.putAll(changed);
            var answer = wallet.token(form);
            assertThat(answer.statusCode()).as("%s", changed).isEqualTo(400);
            assertThat(answer.body()).contains("\"error\":\"invalid_").doesNotContain("access_token");
        }
        var another = new Wallet(port).registered("Autre", "client_secret_basic");
        assertThat(another.exchange(wallet.code(READ)).body()).contains("invalid_grant");
    }

    @Test
    void a_code_that_comes_twice_ends_what_it_had_given() {
        var code = wallet.code(READ);
        var access = json(wallet.exchange(code)).path("access_token").stringValue();
        assertThat(reads(access)).isEqualTo(200);
        assertThat(wallet.exchange(code).body()).contains("invalid_grant");
        assertThat(reads(access)).isEqualTo(401);
    }

    @Test
    void a_code_that_is_sent_many_times_at_once_gives_tokens_once() throws InterruptedException, ExecutionException {
        var code = wallet.code(READ);
        var tries = new ArrayList<Callable<HttpResponse<String>>>();
        for (var i = 0; i < 12; i++) {
            tries.add(() -> wallet.exchange(code));
        }
        var given = 0;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : pool.invokeAll(tries)) {
                assertThat(done.get().statusCode()).as(done.get().body()).isIn(200, 400);
                given += done.get().statusCode() == 200 ? 1 : 0;
            }
        }
        assertThat(given).isEqualTo(1);
    }

    @Test
    void a_refresh_token_that_comes_back_after_its_exchange_ends_everything() {
        var first = wallet.tokens(READ);
        var refresh = first.path("refresh_token").stringValue();
        var second = json(wallet.renew(refresh));
        assertThat(wallet.renew(refresh).body()).contains("invalid_grant");
        assertThat(reads(second.path("access_token").stringValue())).isEqualTo(401);
        assertThat(wallet.renew(second.path("refresh_token").stringValue()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_has_expired_opens_nothing() {
        var tokens = wallet.tokens(READ);
        var code = wallet.code(READ);
        jdbc.sql("update web.wallet_authorization set code_issued_at = now() - interval '2 hours', "
                        + "code_expires_at = now() - interval '1 hour' where client = ?")
                .param(wallet.client)
                .update();
        assertThat(wallet.exchange(code).body()).contains("invalid_grant");
        // The later yes has ended what the earlier one had given.
        assertThat(reads(tokens.path("access_token").stringValue())).isEqualTo(401);
        var access = wallet.access(READ);
        assertThat(reads(access)).isEqualTo(200);
        jdbc.sql("update web.wallet_authorization set access_expires_at = now() - interval '1 second' where client = ?")
                .param(wallet.client)
                .update();
        var answer = wallet.get(CREDENTIALS, access);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "www-authenticate")).contains("Bearer", "error=\"invalid_token\"");
        assertThat(json(answer).path("imsx_codeMajor").stringValue()).isEqualTo("failure");
    }

    @Test
    void no_secret_is_kept_as_it_is() {
        var tokens = wallet.tokens(READ);
        var secrets = List.of(
                wallet.secret,
                tokens.path("access_token").stringValue(),
                tokens.path("refresh_token").stringValue());
        var kept = jdbc.sql("select a::text || c::text from web.wallet_authorization a "
                        + "join web.wallet_client c on c.id = a.client where c.id = ?")
                .param(wallet.client)
                .query(String.class)
                .list();
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst()).contains(wallet.client).doesNotContain(secrets);
        var hashed = "sha256:"
                + java.util.HexFormat.of().formatHex(new org.maillage.web.token.SecretToken(secrets.get(1)).hash());
        assertThat(reads(hashed)).isEqualTo(401);
    }
}
