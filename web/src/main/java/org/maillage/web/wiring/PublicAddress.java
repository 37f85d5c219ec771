package org.maillage.web.wiring;

import java.net.URI;
import java.util.Optional;
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
        return root(port) + path;
    }

    /** The address of this site without a slash at its end; empty where it follows from the port, before that is open. */
    public Optional<URI> root() {
        int opened = port;
        return installation.url().isBlank() && opened == 0 ? Optional.empty() : Optional.of(URI.create(root(opened)));
    }

    private String root(int opened) {
        var url = installation.url();
        return url.isBlank() ? "http://localhost:" + opened : url.replaceAll("/+$", "");
    }
}
