package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A test in a real browser. All share one program and one Chromium; each page that is opened here has cookies of its own
 * and is closed after the test, which fails if the browser complained of anything (an error of a script, something that
 * the content security policy refused).
 */
@RunningProgram
@ExtendWith(Chromium.class)
abstract class BrowserJourney {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    private Browser browser;
    private final List<BrowserContext> opened = new ArrayList<>();
    private final Complaints complaints = new Complaints();

    @BeforeEach
    final void with_a_browser(Browser shared) {
        browser = shared;
    }

    @AfterEach
    final void the_browser_complained_of_nothing() {
        opened.forEach(BrowserContext::close);
        assertThat(complaints.said()).as("complaints of the browser").isEmpty();
    }

    /** A page that a member has signed in to, on a desktop and in French. */
    final Page signedIn(PersonId person) {
        return signedIn(person, Device.DESKTOP);
    }

    /** A page that somebody of the test network has signed in to. */
    final Page signedIn(PersonId person, Device device) {
        var page = visitor(device);
        page.navigate(site("/connexion"));
        page.click("button[name=person][value='" + person + "']");
        page.waitForURL(site("/"));
        return page;
    }

    /** An empty page of somebody who has not signed in. */
    final Page visitor(Device device) {
        var context = browser.newContext(device.options());
        context.setDefaultTimeout(60_000);
        complaints.listen(context);
        opened.add(context);
        return context.newPage();
    }

    /** The address of a path of the program. */
    final String site(String path) {
        return "http://localhost:" + port + path;
    }

    /** The text of a page's main part. */
    static String main(Page page) {
        return page.textContent("main");
    }

    /** Keeps a picture of the whole page in {@code target/screenshots}, to be looked at. */
    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
