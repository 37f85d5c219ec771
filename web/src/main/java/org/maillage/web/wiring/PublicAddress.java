package org.maillage.web.wiring;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where people reach the pages: never taken from a request, whose Host anybody can write. */
@Component
public class PublicAddress {

    private final Installation installation;
    private volatile int port;

    PublicAddress(Installation installation) {
        this.installation = installation;
    }

    @EventListener
    void opened(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    /** The address of a path of this site, which starts with a slash. */
    public String of(String path) {
        var url = installation.url();
        return (url.isBlank() ? "http://localhost:" + port : url.replaceAll("/+$", "")) + path;
    }
}
