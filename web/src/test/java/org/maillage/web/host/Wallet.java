package org.maillage.web.host;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.testing.Browser;
import tools.jackson.databind.node.ObjectNode;

/** A wallet, and the browser of the member who lets it in; neither follows where the other site would lead. */
final class Wallet {

    static final String SCOPE = "https://purl.imsglobal.org/spec/ob/v3p0/scope/";
    static final String READ = SCOPE + "credential.readonly";
    static final String BRING = SCOPE + "credential.upsert";
    static final String PROFILE = SCOPE + "profile.readonly";
    static final String CHANGE = SCOPE + "profile.update";
    static final String BACK = "https://wallet.example/callback";
    static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123456789";

    private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final String site;
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
    private final HttpClient own = HttpClient.newHttpClient();

    String client = "";
    String secret = "";

    Wallet(int port) {
        this.site = "http://localhost:" + port;
    }

    // — the wallet —

    HttpResponse<String> register(String json) {
        return send(
                own,
                to("/oauth2/register")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    /** Registers under a name; keeps the id and the secret. */
    Wallet registered(String name, String method) {
        var answer = register("""
            {"client_name": "%s", "redirect_uris": ["%s"], "token_endpoint_auth_method": "%s",
             "grant_types": ["authorization_code", "refresh_token"], "response_types": ["code"],
             "client_uri": "https://wallet.example", "policy_uri": "https://wallet.example/privacy"}
            """.formatted(name, BACK, method));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var told = json(answer);
        client = told.path("client_id").stringValue();
        secret = told.path("client_secret").stringValue("");
        return this;
    }

    HttpResponse<String> token(Map<String, String> form) {
        var all = new LinkedHashMap<>(form);
        var request = to("/oauth2/token");
        if (secret.isEmpty()) {
            all.put("client_id", client);
        } else {
            request.header("Authorization", basic());
        }
        return send(own, form(request, all));
    }

    private String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(UTF_8));
    }

    HttpResponse<String> exchange(String code) {
        return token(Map.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", BACK, "code_verifier", VERIFIER));
    }

    HttpResponse<String> renew(String refresh) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refresh));
    }

    HttpResponse<String> revoke(String token) {
        var request = to("/oauth2/revoke");
        var all = new LinkedHashMap<>(Map.of("token", token));
        if (secret.isEmpty()) {
            all.put("client_id", client);
        } else {
            request.header("Authorization", basic());
        }
        return send(own, form(request, all));
    }

    HttpResponse<String> get(String path, String token, String... headers) {
        var request = to(path).GET();
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(own, request);
    }

    HttpResponse<String> sent(String method, String path, String token, String type, String body) {
        return send(
                own,
                to(path).header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body)));
    }

    HttpResponse<String> bring(String token, String type, String body) {
        return sent("POST", "/ims/ob/v3p0/credentials", token, type, body);
    }

    // — the member —

    /** Signs in with one press. */
    HttpResponse<String> signIn(PersonId person) {
        var csrf = Browser.first(Browser.CSRF, page("/connexion").body());
        return post("/connexion/demonstration", Map.of("person", person.toString(), "_csrf", csrf));
    }

    HttpResponse<String> page(String path) {
        return send(
                browser,
                to(path).header("Accept-Language", "fr")
                        .header("Accept", "text/html")
                        .GET());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(browser, form(to(path).header("Accept", "text/html"), fields));
    }

    HttpResponse<String> postWithToken(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        var shown = page("/moi").body();
        all.put("_csrf", Browser.first(Browser.CSRF, shown));
        all.put("_auteur", Browser.first(Browser.AUTHOR, shown));
        var answer = post(path, all);
        // A form that was not taken is answered by the way to its page.
        var way = header(answer, "location");
        return answer.statusCode() == 303 && way.startsWith("/reponse/") ? page(way) : answer;
    }

    /** The address of the question, with what is changed of the usual one; an empty value leaves a parameter out. */
    String question(String scopes, Map<String, String> changed) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", client);
        asked.put("redirect_uri", BACK);
        asked.put("scope", scopes);
        asked.put("state", "their state");
        asked.put("code_challenge", challenge(VERIFIER));
        asked.put("code_challenge_method", "S256");
        asked.putAll(changed);
        asked.values().removeIf(String::isEmpty);
        return "/oauth2/authorize?" + encoded(asked);
    }

    /** Asks as the wallet does, and gives the address of the page on which the member answers. */
    String asked(String... scopes) {
        var answer = page(question(String.join(" ", scopes), Map.of()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var consent = location(answer);
        assertThat(consent).contains("/autorisation?");
        return consent.substring(consent.indexOf("/autorisation"));
    }

    /** The member's answer to the question of that page. */
    HttpResponse<String> answered(String consent, String... scopes) {
        var pairs = new ArrayList<String>();
        pairs.add("client_id=" + client);
        pairs.add("state=" + Browser.first(STATE, consent));
        for (var scope : scopes) {
            pairs.add("scope=" + URLEncoder.encode(scope, UTF_8));
        }
        return send(
                browser,
                to("/oauth2/authorize")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    /** The code that follows a yes. */
    String code(String... scopes) {
        var back = location(answered(asked(scopes), scopes));
        assertThat(back).startsWith(BACK + "?").contains("state=their%20state");
        return java.net.URLDecoder.decode(Browser.first(CODE, back), UTF_8);
    }

    /** Tokens for these scopes. */
    ObjectNode tokens(String... scopes) {
        var answer = exchange(code(scopes));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    String access(String... scopes) {
        return tokens(scopes).path("access_token").stringValue();
    }

    // — both —

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    static ObjectNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    static ObjectNode json(String text) {
        try {
            return StrictJson.readObject(text.getBytes(UTF_8));
        } catch (Malformed e) {
            throw new AssertionError(text, e);
        }
    }

    static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(site + path)).timeout(java.time.Duration.ofSeconds(60));
    }

    private static HttpRequest.Builder form(HttpRequest.Builder request, Map<String, String> fields) {
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** CORS: what a browser asks before a script of another site may. */
    HttpResponse<String> preflight(String path, String method) {
        return send(
                own,
                to(path).header("Origin", "https://wallet.example")
                        .header("Access-Control-Request-Method", method)
                        .header("Access-Control-Request-Headers", "authorization,content-type")
                        .method("OPTIONS", BodyPublishers.noBody()));
    }

    static List<String> all() {
        return List.of(READ, BRING, PROFILE, CHANGE);
    }
}
