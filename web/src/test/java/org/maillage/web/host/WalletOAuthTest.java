package org.maillage.web.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.web.host.Wallet.BACK;
import static org.maillage.web.host.Wallet.BRING;
import static org.maillage.web.host.Wallet.PROFILE;
import static org.maillage.web.host.Wallet.READ;
import static org.maillage.web.host.Wallet.header;
import static org.maillage.web.host.Wallet.json;
import static org.maillage.web.host.Wallet.location;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.maillage.web.token.ApiTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How an application is let in, and every way in which it is not. */
@RunningProgram
class WalletOAuthTest {

    private static final String CREDENTIALS = "/ims/ob/v3p0/credentials";

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    ApiTokens apiTokens;

    @Autowired
    JdbcClient jdbc;

    private TestNetwork.Made made;
    private Wallet wallet;

    @BeforeEach
    void nadia_is_signed_in_and_a_wallet_is_registered() {
        made = network.make();
        wallet = new Wallet(port).registered("Mon portefeuille", "client_secret_basic");
        wallet.signIn(made.nadia().person());
    }

    private int reads(String access) {
        return wallet.get(CREDENTIALS, access).statusCode();
    }

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
    void whoever_is_not_signed_in_signs_in_first_and_then_answers() {
        var visitor = new Wallet(port).registered("Autre", "none");
        var answer = visitor.page(visitor.question(READ, Map.of()));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/connexion");
        var entered = visitor.signIn(made.nadia().person());
        assertThat(location(entered)).contains("/oauth2/authorize?response_type=code");
        var asked = visitor.page(location(entered).substring(location(entered).indexOf("/oauth2")));
        assertThat(location(asked)).contains("/autorisation?");
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
    void nothing_is_asked_without_a_challenge_and_nobody_is_led_away_by_a_wrong_question() {
        var wrong = List.of(
                Map.of("code_challenge", ""),
                Map.of("code_challenge_method", "plain"),
                Map.of("code_challenge", "short"),
                Map.of("redirect_uri", "https://elsewhere.example/callback"),
                Map.of("redirect_uri", BACK + "/more"),
                Map.of("redirect_uri", BACK + "#part"),
                Map.of("client_id", "unknown"),
                Map.of("response_type", "token"),
                Map.of("scope", "openid"),
                Map.of("scope", ""),
                Map.of("state", "x".repeat(1_001)));
        for (var changed : wrong) {
            for (var who : List.of(wallet, unsigned())) {
                var answer = who.page(who.question(READ, changed));
                assertThat(answer.statusCode()).as("%s", changed).isEqualTo(400);
                assertThat(answer.headers().firstValue("location"))
                        .as("%s", changed)
                        .isEmpty();
                assertThat(answer.body()).contains("ne peut pas aboutir");
            }
        }
        assertThat(rows()).isZero();
    }

    private Wallet unsigned() {
        var same = new Wallet(port);
        same.client = wallet.client;
        return same;
    }

    private int rows() {
        return jdbc.sql("select count(*) from web.wallet_authorization where client = ?")
                .param(wallet.client)
                .query(Integer.class)
                .single();
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
    void a_member_who_says_no_gives_nothing_and_the_application_is_told() {
        var back = location(wallet.answered(wallet.asked(READ)));
        assertThat(back).startsWith(BACK + "?error=access_denied&state=their%20state&iss=");
        assertThat(rows()).isZero();
    }

    @Test
    void what_a_member_leaves_out_is_not_given() {
        var back = location(wallet.answered(wallet.asked(READ, BRING), READ));
        var code = back.replaceAll(".*[?&]code=([^&]+).*", "$1");
        var tokens = json(wallet.exchange(java.net.URLDecoder.decode(code, java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(tokens.path("scope").stringValue()).isEqualTo(READ);
        var access = tokens.path("access_token").stringValue();
        assertThat(reads(access)).isEqualTo(200);
        for (var refused : List.of(
                wallet.bring(access, "application/json", "{}"),
                wallet.get("/ims/ob/v3p0/profile", access),
                wallet.sent("PUT", "/ims/ob/v3p0/profile", access, "application/json", "{}"))) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(header(refused, "www-authenticate")).contains("insufficient_scope");
            assertThat(refused.body()).contains("\"imsx_codeMinorFieldValue\":\"forbidden\"");
        }
    }

    @Test
    void a_member_cannot_give_more_than_was_asked() {
        var answer = wallet.answered(wallet.asked(READ), READ, PROFILE);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("location")).isEmpty();
    }

    @Test
    void a_question_is_answered_by_the_member_who_was_asked_and_once() {
        var consent = wallet.asked(READ);
        var claire = new Wallet(port);
        claire.client = wallet.client;
        claire.signIn(made.claire().person());
        assertThat(claire.page(consent).statusCode()).isEqualTo(410);
        assertThat(claire.answered(consent, READ).statusCode()).isEqualTo(400);
        assertThat(unsigned().answered(consent, READ).statusCode()).isIn(302, 400);
        assertThat(wallet.answered(consent, READ).statusCode()).isEqualTo(302);
        assertThat(wallet.answered(consent, READ).statusCode()).isEqualTo(400);
        assertThat(wallet.page(consent).statusCode()).isEqualTo(410);
    }

    @Test
    void staying_connected_is_left_out_like_anything_else() {
        var scopes = Wallet.READ + " offline_access";
        var registered = wallet.register("""
            {"client_name": "Avec", "redirect_uris": ["%s"], "scope": "%s"}\
            """.formatted(BACK, scopes));
        assertThat(json(registered).path("scope").stringValue()).isEqualTo(scopes);
        wallet.client = json(registered).path("client_id").stringValue();
        wallet.secret = json(registered).path("client_secret").stringValue();
        assertThat(wallet.tokens(READ, "offline_access").has("refresh_token")).isTrue();
        var back = location(wallet.answered(wallet.asked(READ, "offline_access"), READ));
        var code = back.replaceAll(".*[?&]code=([^&]+).*", "$1");
        var tokens = json(wallet.exchange(java.net.URLDecoder.decode(code, java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(tokens.has("access_token")).isTrue();
        assertThat(tokens.has("refresh_token")).isFalse();
    }

    @Test
    void nothing_is_agreed_to_silently() {
        wallet.tokens(READ);
        assertThat(wallet.page(wallet.asked(READ)).statusCode()).isEqualTo(200);
    }

    @Test
    void tokens_of_one_door_open_no_other() {
        var access = wallet.access(Wallet.all().toArray(String[]::new));
        assertThat(wallet.get("/api/v1/me", access).statusCode()).isEqualTo(401);
        assertThat(wallet.get("/moi", access).statusCode()).isEqualTo(302);
        var personal = apiTokens
                .make(made.nadia().person(), "tableur", true, Duration.ofDays(1))
                .text();
        assertThat(wallet.get("/api/v1/me", personal).statusCode()).isEqualTo(200);
        assertThat(wallet.get(CREDENTIALS, personal).statusCode()).isEqualTo(401);
        assertThat(wallet.page(CREDENTIALS).statusCode()).as("a session").isEqualTo(401);
        assertThat(wallet.get(CREDENTIALS + "?access_token=" + access, "").statusCode())
                .isEqualTo(401);
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

    @Test
    void a_member_sees_what_is_connected_and_ends_it() {
        var access = wallet.access(READ);
        assertThat(reads(access)).isEqualTo(200);
        var page = wallet.page("/moi/acces").body();
        assertThat(page).contains("Mon portefeuille", "wallet.example", "Lire les badges que vous avez acceptés");
        var claire = new Wallet(port);
        claire.signIn(made.claire().person());
        assertThat(claire.page("/moi/acces").body()).doesNotContain("Mon portefeuille");
        var path = "/moi/applications/" + wallet.client + "/fin";
        assertThat(claire.postWithToken(path, Map.of()).statusCode()).isEqualTo(302);
        assertThat(reads(access)).isEqualTo(200);
        assertThat(wallet.postWithToken(path, Map.of()).statusCode()).isEqualTo(302);
        assertThat(reads(access)).isEqualTo(401);
        assertThat(wallet.page("/moi/acces").body()).doesNotContain("Mon portefeuille");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"client_name\": \"x\"}",
                "{\"client_name\": \"x\", \"redirect_uris\": []}",
                "{\"client_name\": \"x\", \"redirect_uris\": [\"http://wallet.example/cb\"]}",
                "{\"client_name\": \"x\", \"redirect_uris\": [\"https://*.wallet.example/cb\"]}",
                "{\"client_name\": \"x\", \"redirect_uris\": [\"https://wallet.example/cb#a\"]}",
                "{\"client_name\": \"x\", \"redirect_uris\": [\"https://u@wallet.example/cb\"]}",
                "{\"client_name\": \"x\", \"redirect_uris\": [\"https://wallet.example/a/../../b\"]}",
                "{\"client_name\": \"x\", \"redirect_uris\": [\"javascript:alert(1)\"]}",
                "{\"client_name\": \"x\", \"redirect_uris\": [\"http://127.0.0.1.evil.example/cb\"]}",
                "{\"client_name\": \"x\", \"redirect_uris\": [\"https://wallet.example; script-src *\"]}",
                "{\"client_name\": \"x\", \"redirect_uris\": [\"/cb\"]}",
                "{\"client_name\": \"\", \"redirect_uris\": [\"https://wallet.example/cb\"]}",
                "{\"client_name\": \"a\\u202eb\", \"redirect_uris\": [\"https://wallet.example/cb\"]}",
                "{\"client_name\": \"x\", \"redirect_uris\": [\"https://wallet.example/cb\"], \"grant_types\":"
                        + " [\"password\"]}",
                "{\"client_name\": \"x\", \"redirect_uris\": [\"https://wallet.example/cb\"], \"scope\": \"all\"}",
                "{\"client_name\": \"x\", \"redirect_uris\": [\"https://wallet.example/cb\"], \"policy_uri\":"
                        + " \"javascript:0\"}",
                "{\"client_name\": \"x\", \"redirect_uris\": [\"https://wallet.example/cb\"], \"software_statement\":"
                        + " \"e30\"}",
                "{\"client_name\": \"x\", \"redirect_uris\": [\"https://wallet.example/cb\"],"
                        + " \"token_endpoint_auth_method\": \"private_key_jwt\"}"
            })
    void a_registration_that_says_too_little_or_too_much_is_refused(String json) {
        var answer = wallet.register(json);
        assertThat(answer.statusCode()).as(json).isEqualTo(400);
        assertThat(json(answer).path("error").stringValue()).isNotEmpty();
    }

    @Test
    void a_registration_is_bounded_and_a_device_may_name_itself() {
        assertThat(wallet.register("{\"client_name\": \"" + "x".repeat(20_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        for (var back : List.of("http://127.0.0.1:7777/cb", "http://[::1]/cb", "http://localhost:9/cb")) {
            assertThat(wallet.register("{\"client_name\": \"x\", \"redirect_uris\": [\"" + back + "\"]}")
                            .statusCode())
                    .as(back)
                    .isEqualTo(201);
        }
    }

    @Test
    void wallets_find_everything_from_the_description_whatever_host_a_request_names() {
        var site = "http://localhost:" + port;
        var told = json(wallet.get("/ims/ob/v3p0/discovery", ""));
        assertThat(told.path("openapi").stringValue()).startsWith("3.");
        assertThat(told.at("/servers/0/url").stringValue()).isEqualTo(site + "/ims/ob/v3p0");
        assertThat(told.at("/info/x-imssf-privacyPolicyUrl").stringValue()).isEqualTo(site + "/applications");
        var security = told.at("/components/securitySchemes/OAuth2ACG");
        assertThat(security.path("x-imssf-registrationUrl").stringValue()).isEqualTo(site + "/oauth2/register");
        assertThat(security.at("/flows/authorizationCode/scopes").propertyNames())
                .containsExactlyInAnyOrderElementsOf(Wallet.all());
        var metadata = json(wallet.get("/.well-known/oauth-authorization-server", ""));
        assertThat(metadata.path("issuer").stringValue()).isEqualTo(site);
        assertThat(metadata.path("token_endpoint").stringValue()).isEqualTo(site + "/oauth2/token");
        assertThat(metadata.at("/code_challenge_methods_supported/0").stringValue())
                .isEqualTo("S256");
        var resource = json(wallet.get("/.well-known/oauth-protected-resource/ims/ob/v3p0", ""));
        assertThat(resource.path("resource").stringValue()).isEqualTo(site + "/ims/ob/v3p0");
        assertThat(wallet.page("/applications").body()).contains("Ce qui est gardé ici");
    }

    @Test
    void scripts_of_other_sites_call_what_takes_a_token_and_nothing_else() {
        for (var path : List.of(CREDENTIALS, "/oauth2/token", "/oauth2/register")) {
            var answer = wallet.preflight(path, "POST");
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(header(answer, "access-control-allow-origin")).isEqualTo("*");
            assertThat(header(answer, "access-control-allow-credentials")).isEmpty();
        }
        for (var path : List.of("/oauth2/authorize", "/api/v1/me", "/moi", "/autorisation")) {
            assertThat(header(wallet.preflight(path, "GET"), "access-control-allow-origin"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void what_the_server_does_not_do_has_no_address() {
        for (var path : List.of("/oauth2/introspect", "/oauth2/jwks", "/oauth2/device_authorization", "/oauth2/par")) {
            assertThat(wallet.page(path).statusCode()).as(path).isIn(302, 404);
        }
        assertThat(wallet.get("/ims/ob/v3p0/other", "").statusCode()).isEqualTo(404);
        assertThat(wallet.sent("DELETE", CREDENTIALS, "x", "application/json", "")
                        .statusCode())
                .isEqualTo(405);
        var refused = wallet.token(Map.of("grant_type", "client_credentials"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("unauthorized_client");
    }
}
