package org.maillage.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.PersonId;

/** Pages of the program in one browser, each with cookies of its own, and what the browser complained of in them. */
final class OpenPages implements AutoCloseable {

    private final Browser browser;
    private final int port;
    private final List<BrowserContext> opened = new ArrayList<>();
    private final Complaints complaints = new Complaints();

    OpenPages(Browser browser, int port) {
        this.browser = browser;
        this.port = port;
    }

    /** An empty page of somebody who has not signed in. */
    Page visitor(Device device) {
        var context = browser.newContext(device.options());
        context.setDefaultTimeout(60_000);
        complaints.listen(context);
        opened.add(context);
        return context.newPage();
    }

    /** A page that somebody of the test network has signed in to; nobody is a visitor. */
    Page signedIn(@Nullable PersonId person, Device device) {
        var page = visitor(device);
        if (person != null) {
            page.navigate(site("/connexion"));
            page.click("button[name=person][value='" + person + "']");
            page.waitForURL(site("/"));
        }
        return page;
    }

    /** The address of a path of the program. */
    String site(String path) {
        return "http://localhost:" + port + path;
    }

    /** Complaints until now, one sentence each. */
    List<String> complaints() {
        return complaints.said();
    }

    @Override
    public void close() {
        opened.forEach(BrowserContext::close);
    }
}
