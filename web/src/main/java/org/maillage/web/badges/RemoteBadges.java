package org.maillage.web.badges;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.maillage.ledger.value.WebAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Badges that stand on other sites: fetched from hosts that the installation names, by none unless it does, and never
 * from an address of this machine or its own network.
 */
@Component
final class RemoteBadges {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Set<String> hosts;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    RemoteBadges(@Value("${maillage.verify-hosts:}") String hosts) {
        this.hosts = Arrays.stream(hosts.split("[,\\s]+", -1))
                .filter(host -> !host.isEmpty())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What became of fetching. */
    sealed interface Fetched {

        /** The document, of at most the size that a sent file may have. */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Found(byte[] bytes) implements Fetched {}

        /** It was not asked for: the host is not one that this installation fetches from. */
        record Elsewhere() implements Fetched {}

        /** The host does not answer with a document. */
        record Unanswered() implements Fetched {}
    }

    Fetched fetch(URI address) {
        var host = address.getHost();
        if (!"https".equalsIgnoreCase(address.getScheme())
                || host == null
                || !hosts.contains(host.toLowerCase(Locale.ROOT))
                || address.getRawUserInfo() != null) {
            return new Fetched.Elsewhere();
        }
        try {
            return isPublic(host) ? ask(address) : new Fetched.Elsewhere();
        } catch (UnknownHostException _) {
            return new Fetched.Unanswered();
        }
    }

    private Fetched ask(URI address) {
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/vc+ld+json, application/json, text/plain, image/png, image/svg+xml")
                .GET()
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                var bytes = body.readNBytes(SentFiles.MOST_BYTES + 1);
                return answer.statusCode() == 200 && bytes.length <= SentFiles.MOST_BYTES
                        ? new Fetched.Found(bytes)
                        : new Fetched.Unanswered();
            }
        } catch (IOException _) {
            return new Fetched.Unanswered();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Fetched.Unanswered();
        }
    }

    private static boolean isPublic(String host) throws UnknownHostException {
        var addresses = InetAddress.getAllByName(host);
        return addresses.length > 0 && Arrays.stream(addresses).noneMatch(WebAddress::isAtHome);
    }
}
