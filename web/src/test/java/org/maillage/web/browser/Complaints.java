package org.maillage.web.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a browser complained of: errors of scripts, and whatever the content security policy refused. */
final class Complaints {

    // A page may answer 4xx (a form that comes back); what a page is made of must be there.
    private static final String ANSWERED = "Failed to load resource: the server responded with a status of 4";
    // A test that takes the connection away.
    private static final Pattern OFFLINE =
            Pattern.compile("net::ERR_INTERNET_DISCONNECTED|^htmx:(sendError|afterRequest)\\b");
    private static final String MADE_OF = "https?://[^/]+/(css|js|fonts|images|webjars)/.*|.*\\.(svg|css|js|woff2)";

    private final List<String> said = new ArrayList<>();

    void listen(BrowserContext context) {
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> said.add(error.page().url() + ": " + error.error()));
    }

    List<String> said() {
        return List.copyOf(said);
    }

    private void hear(ConsoleMessage message) {
        var page = message.location().replaceFirst(":\\d+:\\d+$", "");
        var answer = message.text().startsWith(ANSWERED) && !page.matches(MADE_OF);
        if (message.type().equals("error")
                && !answer
                && !OFFLINE.matcher(message.text()).find()) {
            said.add(page + ": " + message.text());
        }
    }
}
