package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wallet at an address of its own asks, and the browser goes there and back. */
class WalletJourneyTest extends BrowserJourney {

    private static final Pattern CLIENT = Pattern.compile("\"client_id\":\"([^\"]+)\"");
    private static final String SCOPE = "https://purl.imsglobal.org/spec/ob/v3p0/scope/";
    private static final String THANKS =
            "<!DOCTYPE html><html lang=fr><title>Portefeuille</title><main>Merci.</main></html>";

    private HttpServer wallet;
    private String back = "";

    @BeforeEach
    void a_wallet_waits_on_this_device() throws IOException {
        wallet = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        wallet.createContext("/", exchange -> {
            var body = THANKS.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        wallet.start();
        back = "http://127.0.0.1:" + wallet.getAddress().getPort() + "/callback";
    }

    @AfterEach
    void the_wallet_is_closed() {
        wallet.stop(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_member_lets_a_wallet_read_their_badges_and_ends_it(boolean scripts)
            throws IOException, InterruptedException {
        var made = network.make();
        var device = scripts ? Device.DESKTOP : Device.PHONE.withoutScripts();
        var nadia = signedIn(made.nadia().person(), device);
        var question = question(register());

        nadia.navigate(site(question));
        assertThat(nadia.url()).contains("/autorisation?");
        assertThat(main(nadia))
                .contains("Portefeuille d’essai", "un programme de cet appareil", "Lire les badges que vous avez")
                .contains("personne ici ne l’a vérifié", "Ce qu’elle ne pourra jamais");
        shoot(nadia, "autorisation-" + scripts);
        if (scripts) {
            assertThat(Axe.faults(nadia)).isEmpty();
        }
        nadia.click("main form .case:has-text('Apporter')");
        nadia.click("main button:has-text('Autoriser')");
        assertThat(nadia.url()).startsWith(back + "?code=").contains("state=retour");
        assertThat(main(nadia)).isEqualTo("Merci.");

        nadia.navigate(site("/moi/acces"));
        assertThat(main(nadia))
                .contains("Applications connectées", "Portefeuille d’essai", "un programme de votre appareil");
        assertThat(main(nadia)).doesNotContain("Apporter ici des badges");
        shoot(nadia, "applications-" + scripts);
        nadia.click("main button:has-text('Déconnecter')");
        assertThat(main(nadia)).contains("L’application est déconnectée").doesNotContain("Portefeuille d’essai");

        nadia.navigate(site(question));
        nadia.click("main button:has-text('Refuser')");
        assertThat(nadia.url()).startsWith(back + "?error=access_denied&state=retour");
        pages(nadia, scripts);
    }

    private void pages(Page nadia, boolean scripts) {
        nadia.navigate(site("/badges/ailleurs"));
        nadia.fill("textarea[name=text]", "{}");
        nadia.click("main button:has-text('Apporter ce badge')");
        assertThat(main(nadia)).contains("Cela ne peut pas se lire comme un badge");
        assertThat(nadia.inputValue("textarea[name=text]")).isEqualTo("{}");
        shoot(nadia, "ailleurs-" + scripts);
        nadia.navigate(site("/applications"));
        shoot(nadia, "applications-dire-" + scripts);
    }

    private String register() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(site("/oauth2/register")))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"client_name\": \"Portefeuille d’essai\", \"redirect_uris\": [\""
                        + back + "\"], \"token_endpoint_auth_method\": \"none\"}"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return org.maillage.web.testing.Browser.first(CLIENT, answer.body());
    }

    private String question(String client) {
        var scopes = SCOPE + "credential.readonly " + SCOPE + "credential.upsert";
        return "/oauth2/authorize?response_type=code&client_id=" + client + "&redirect_uri=" + encode(back) + "&scope="
                + encode(scopes) + "&state=retour&code_challenge=" + "a".repeat(43) + "&code_challenge_method=S256";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
