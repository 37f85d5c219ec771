package org.maillage.web.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.web.host.Wallet.BACK;
import static org.maillage.web.host.Wallet.BRING;
import static org.maillage.web.host.Wallet.PROFILE;
import static org.maillage.web.host.Wallet.READ;
import static org.maillage.web.host.Wallet.header;
import static org.maillage.web.host.Wallet.json;
import static org.maillage.web.host.Wallet.location;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maillage.web.testing.RunningProgram;

/** What an application may ask, and what a member answers. */
@RunningProgram
class AskingToBeLetInTest extends WalletWorld {

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
    void an_unknown_application_or_another_address_is_told_here_and_leads_nobody_away() {
        var wrong = List.of(
                Map.of("redirect_uri", "https://elsewhere.example/callback"),
                Map.of("redirect_uri", BACK + "/more"),
                Map.of("redirect_uri", BACK + "#part"),
                Map.of("client_id", "unknown"),
                Map.of("client_id", ""),
                Map.of("redirect_uri", "https://elsewhere.example/callback", "scope", "openid"),
                Map.of("client_id", "unknown", "response_type", "token"));
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
        var twice = wallet.question(READ, Map.of("scope", "openid")) + "&redirect_uri=https://elsewhere.example/";
        assertThat(wallet.page(twice).statusCode()).isEqualTo(400);
        assertThat(rows()).isZero();
    }

    @Test
    void an_application_is_told_at_its_own_address_what_is_wrong_with_its_question() {
        var wrong = Map.of(
                Map.of("code_challenge", ""), "invalid_request",
                Map.of("code_challenge_method", "plain"), "invalid_request",
                Map.of("code_challenge", "short"), "invalid_request",
                Map.of("response_type", "token"), "unsupported_response_type",
                Map.of("response_type", ""), "invalid_request",
                Map.of("scope", "openid"), "invalid_scope",
                Map.of("scope", ""), "invalid_scope");
        wrong.forEach((changed, error) -> {
            var answer = wallet.page(wallet.question(READ, changed));
            assertThat(answer.statusCode()).as("%s", changed).isEqualTo(302);
            assertThat(location(answer))
                    .as("%s", changed)
                    .startsWith(BACK + "?error=" + error + "&")
                    .contains("&state=their%20state&", "&iss=http%3A%2F%2Flocalhost%3A" + port)
                    .doesNotContain("code=");
            assertThat(header(answer, "cache-control")).isEqualTo("no-store");
        });
        var long_ = wallet.page(wallet.question(READ, Map.of("state", "x".repeat(1_001))));
        assertThat(location(long_)).startsWith(BACK + "?error=invalid_request&").doesNotContain("state=");
        assertThat(rows()).isZero();
    }

    @Test
    void whoever_is_not_signed_in_is_led_to_no_application_before_they_are() {
        var visitor = unsigned();
        var answer = visitor.page(visitor.question(READ, Map.of("scope", "openid")));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/connexion");
        var entered = visitor.signIn(made.nadia().person());
        assertThat(location(entered)).contains("/oauth2/authorize?response_type=code");
        var told = visitor.page(location(entered).substring(location(entered).indexOf("/oauth2")));
        assertThat(location(told)).startsWith(BACK + "?error=invalid_scope&");
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
}
