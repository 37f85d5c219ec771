package org.maillage.web.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.web.host.Wallet.header;
import static org.maillage.web.host.Wallet.json;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.ledger.value.Id;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.token.ApiTokens;
import org.springframework.beans.factory.annotation.Autowired;

/** Which doors there are for applications, how they are found, and which there are not. */
@RunningProgram
class WalletDoorsTest extends WalletWorld {

    @Autowired
    ApiTokens apiTokens;

    @Test
    void tokens_of_one_door_open_no_other() {
        var access = wallet.access(Wallet.all().toArray(String[]::new));
        assertThat(wallet.get("/api/v1/me", access).statusCode()).isEqualTo(401);
        assertThat(wallet.get("/moi", access).statusCode()).isEqualTo(302);
        var personal = apiTokens
                .make(Id.nextUuid(), made.nadia().person(), "tableur", true, Duration.ofDays(1))
                .orElseThrow()
                .text();
        assertThat(wallet.get("/api/v1/me", personal).statusCode()).isEqualTo(200);
        assertThat(wallet.get(CREDENTIALS, personal).statusCode()).isEqualTo(401);
        assertThat(wallet.page(CREDENTIALS).statusCode()).as("a session").isEqualTo(401);
        assertThat(wallet.get(CREDENTIALS + "?access_token=" + access, "").statusCode())
                .isEqualTo(401);
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
                "{\"client_name\": \"x\", \"redirect_uris\": [\"https://wallet.example:99999/cb\"]}",
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
