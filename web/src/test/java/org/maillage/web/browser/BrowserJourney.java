package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
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

    private OpenPages pages;

    @BeforeEach
    final void with_a_browser(Browser shared) {
        pages = new OpenPages(shared, port);
    }

    @AfterEach
    final void the_browser_complained_of_nothing() {
        pages.close();
        assertThat(pages.complaints()).as("complaints of the browser").isEmpty();
    }

    /** A page that a member has signed in to, on a desktop and in French. */
    final Page signedIn(PersonId person) {
        return signedIn(person, Device.DESKTOP);
    }

    /** A page that somebody of the test network has signed in to. */
    final Page signedIn(PersonId person, Device device) {
        return pages.signedIn(person, device);
    }

    /** An empty page of somebody who has not signed in. */
    final Page visitor(Device device) {
        return pages.visitor(device);
    }

    /** The address of a path of the program. */
    final String site(String path) {
        return pages.site(path);
    }

    /** The text of a page's main part. */
    static String main(Page page) {
        return page.textContent("main");
    }

    /**
     * Keeps a picture of the whole page in {@code target/screenshots}, to be looked at, where the system property
     * {@code journeys.pictures} asks for them.
     */
    static void shoot(Page page, String name) {
        if (!Boolean.getBoolean("journeys.pictures")) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
