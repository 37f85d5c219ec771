package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningProgram
class JourneyTest {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Test
    void a_claim_becomes_mailles_that_say_why_and_a_portrait() {
        var made = network.make();
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright.chromium().launch(options())) {
            var nadia = signIn(browser, made.nadia().person());
            nadia.navigate(site("/declarer"));
            nadia.selectOption("#kind", "workshop-led");
            nadia.fill("#hours", "2");
            nadia.fill("#title", "Premiers pas sur smartphone");
            shoot(nadia, "1-declarer");
            nadia.click("main button.bouton-principal");
            assertThat(nadia.textContent("main")).contains("C’est envoyé", "envoyée", "Premiers pas sur smartphone");
            var claim = nadia.url();

            var claire = signIn(browser, made.claire().person());
            claire.navigate(site("/coordination/valider"));
            assertThat(claire.textContent("main")).contains("Prêtes à valider", "Nadia");
            shoot(claire, "2-valider");
            claire.check("input[name=chosen]");
            claire.click("main button.bouton-principal");
            assertThat(claire.textContent("main")).contains("1 validée");

            nadia.navigate(site("/mailles"));
            nadia.click("details.releve-ligne, .releve details summary");
            assertThat(nadia.textContent("main")).contains("Atelier animé", "120 min × 200 / 60 = 400", "barème n° 1");
            shoot(nadia, "3-mailles");
            nadia.navigate(claim);
            assertThat(nadia.textContent("main")).contains("validée", "Claire valide la contribution");
            shoot(nadia, "4-contribution");
            nadia.navigate(site("/"));
            assertThat(nadia.textContent("main")).contains("animer", "100", "La fleur vous compare à vous-même");
            assertThat(nadia.querySelectorAll("main .portrait svg")).isNotEmpty();
            shoot(nadia, "5-portrait");
        }
    }

    private Page signIn(Browser browser, PersonId person) {
        var page = browser.newContext(new Browser.NewContextOptions().setLocale("fr-FR"))
                .newPage();
        List<String> refused = new java.util.ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                refused.add(message.text());
            }
        });
        page.navigate(site("/connexion"));
        page.click("button[name=person][value='" + person + "']");
        assertThat(page.url()).isEqualTo(site("/"));
        assertThat(refused).as("what the content security policy refused").isEmpty();
        return page;
    }

    private static BrowserType.LaunchOptions options() {
        var chromium = Objects.requireNonNullElse(System.getenv("MAILLAGE_CHROMIUM"), "/usr/bin/chromium");
        return new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(chromium))
                .setArgs(List.of("--no-sandbox"));
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    private String site(String path) {
        return "http://localhost:" + port + path;
    }
}
