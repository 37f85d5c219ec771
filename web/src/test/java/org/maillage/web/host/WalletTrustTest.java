package org.maillage.web.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.web.host.Wallet.CHANGE;
import static org.maillage.web.host.Wallet.PROFILE;
import static org.maillage.web.host.Wallet.READ;
import static org.maillage.web.host.Wallet.json;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a thief, a liar and the curious get from the door of wallets. */
@RunningProgram
class WalletTrustTest {

    private static final String PROFILES = "/ims/ob/v3p0/profile";
    private static final String JSON = "application/json";

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    private TestNetwork.Made made;
    private Wallet wallet;

    @BeforeEach
    void nadia_and_a_wallet() {
        made = network.make();
        wallet = connected();
    }

    private Wallet connected() {
        var one = new Wallet(port).registered("Mon portefeuille", "none");
        one.signIn(made.nadia().person());
        return one;
    }

    @Test
    void a_refresh_token_that_comes_back_after_many_exchanges_ends_what_a_thief_got_by_it() {
        var first = wallet.tokens(READ).path("refresh_token").stringValue();
        var second = json(wallet.renew(first)).path("refresh_token").stringValue();
        var third = json(wallet.renew(second));
        assertThat(wallet.get(
                                "/ims/ob/v3p0/credentials",
                                third.path("access_token").stringValue())
                        .statusCode())
                .isEqualTo(200);
        assertThat(wallet.renew(first).body()).contains("invalid_grant");
        assertThat(wallet.get(
                                "/ims/ob/v3p0/credentials",
                                third.path("access_token").stringValue())
                        .statusCode())
                .isEqualTo(401);
        assertThat(wallet.renew(third.path("refresh_token").stringValue()).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"https://wallet.example/cb?x[]=1\"]",
                "{\"a\": \"https://wallet.example/cb\"}",
                "[\"https://wallet.example/cb?a=%zz\"]"
            })
    void an_address_to_which_no_answer_can_be_sent_is_not_registered(String redirects) {
        var answer = wallet.register("{\"client_name\": \"x\", \"redirect_uris\": " + redirects + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("redirect");
    }

    @Test
    void a_name_that_only_looks_like_another_is_not_registered() {
        var answer = wallet.register(
                "{\"client_name\": \"Mon\u200bportefeuille\", \"redirect_uris\": [\"https://wallet.example/cb\"]}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("client_name");
    }

    @Test
    void what_is_there_answers_its_head_and_says_by_which_methods_it_is() {
        var access = wallet.access(READ);
        for (var path : List.of("/ims/ob/v3p0/discovery", "/ims/ob/v3p0/credentials")) {
            var head = wallet.sent("HEAD", path, access, JSON, "");
            assertThat(head.statusCode()).as(path).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            for (var method : List.of("DELETE", "TRACE")) {
                var wrong = wallet.sent(method, path, access, JSON, "");
                assertThat(wrong.statusCode()).as(path).isEqualTo(405);
                assertThat(wrong.headers().allValues("allow"))
                        .singleElement()
                        .satisfies(allowed ->
                                assertThat(allowed).startsWith("GET, HEAD").doesNotContain("DELETE"));
                assertThat(json(wrong).path("imsx_description").stringValue()).contains("no such method");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ims/ob/v3p0//credentials", "/ims/ob/v3p0/credentials;x=1", "//ims/ob/v3p0/profile"})
    void an_address_that_nobody_should_write_is_refused_as_this_api_refuses(String path) {
        var answer = wallet.get(path, wallet.access(READ));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("imsx_codeMajor").stringValue()).isEqualTo("failure");
        assertThat(json(answer).path("imsx_description").stringValue()).isNotEmpty();
    }

    @Test
    void before_a_list_that_is_shorter_than_was_thought_comes_its_last_part() {
        var access = wallet.access(READ);
        var far = wallet.get("/ims/ob/v3p0/credentials?offset=999999999", access);
        assertThat(Wallet.header(far, "link")).contains("offset=0>; rel=\"prev\"");
    }

    @Test
    void what_is_null_in_a_registration_is_as_though_it_were_not_there() {
        var answer = wallet.register("{\"client_name\": \"x\", \"redirect_uris\": [\"https://wallet.example/cb\"],"
                + " \"scope\": null, \"grant_types\": null}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).path("scope").stringValue()).contains(READ, PROFILE);
    }

    @Test
    void a_member_reads_where_a_connected_application_is_and_not_where_it_only_might_have_been() {
        var registered = wallet.register("{\"client_name\": \"Deux maisons\", \"token_endpoint_auth_method\": \"none\","
                + " \"redirect_uris\": [\"https://prestige.example/cb\", \"https://other.example/cb\"]}");
        wallet.client = json(registered).path("client_id").stringValue();
        var asked = wallet.page(wallet.question(READ, Map.of("redirect_uri", "https://other.example/cb")));
        var consent = Wallet.location(asked);
        var back = Wallet.location(wallet.answered(consent.substring(consent.indexOf("/autorisation")), READ));
        var code = URLDecoder.decode(back.replaceAll(".*[?&]code=([^&]+).*", "$1"), StandardCharsets.UTF_8);
        var tokens = wallet.token(Map.of(
                "grant_type",
                "authorization_code",
                "redirect_uri",
                "https://other.example/cb",
                "code_verifier",
                Wallet.VERIFIER,
                "code",
                code));
        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
        assertThat(wallet.page("/moi/acces").body())
                .contains("Deux maisons", "other.example")
                .doesNotContain("prestige.example");
    }

    @Test
    void what_one_application_writes_into_a_profile_no_other_reads_or_wipes() {
        var access = wallet.access(PROFILE, CHANGE);
        var written = wallet.sent("PUT", PROFILES, access, JSON, """
            {"type": ["Profile"], "name": "Nadia B.", "description": "chiffre-73"}
            """);
        assertThat(json(written).path("description").stringValue()).isEqualTo("chiffre-73");
        var other = connected();
        var its = other.access(PROFILE, CHANGE);
        assertThat(other.get(PROFILES, its).body()).contains("\"Nadia\"").doesNotContain("chiffre-73");
        other.sent("PUT", PROFILES, its, JSON, "{\"type\": [\"Profile\"], \"name\": \"N.\"}");
        assertThat(json(wallet.get(PROFILES, access)).path("description").stringValue())
                .isEqualTo("chiffre-73");
    }

    @Test
    void an_application_that_may_only_write_a_profile_is_told_what_it_wrote_alone() {
        var access = wallet.access(CHANGE);
        assertThat(wallet.get(PROFILES, access).statusCode()).isEqualTo(403);
        var answer = wallet.sent("PUT", PROFILES, access, JSON, "{\"type\": [\"Profile\"], \"description\": \"d\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("description").stringValue()).isEqualTo("d");
        for (var hidden : List.of("Nadia", "\"name\"")) {
            assertThat(answer.body()).doesNotContain(hidden);
        }
    }
}
