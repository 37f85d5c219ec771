package org.maillage.web.badges;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.maillage.ledger.value.WebAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Badges that stand on other sites: fetched from hosts that the installation names, by none unless it does, and never
 * from an address of this machine or its own network. A name is resolved once, and what it gave is both what is checked and
 * where the connection goes: a name server that answers otherwise a second time is not asked a second time.
 */
@Component
final class RemoteBadges {

    private static final int HTTPS = 443;

    private final Set<String> hosts;
    private final Names names;
    private final Line line;

    /** Which machines a host name stands for. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** Asks one of several machines for a document; empty where the answer is none. */
    interface Line {
        Optional<byte[]> get(URI address, InetAddress[] machines) throws IOException;
    }

    @Autowired
    RemoteBadges(@Value("${maillage.verify-hosts:}") String hosts) {
        this(hosts, InetAddress::getAllByName, new PinnedHttps());
    }

    RemoteBadges(String hosts, Names names, Line line) {
        this.hosts = Arrays.stream(hosts.split("[,\\s]+", -1))
                .filter(host -> !host.isEmpty())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.names = names;
        this.line = line;
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
                || !isNamed(host.toLowerCase(Locale.ROOT), address.getPort())
                || address.getRawUserInfo() != null) {
            return new Fetched.Elsewhere();
        }
        try {
            var machines = names.of(host);
            return Arrays.stream(machines).anyMatch(WebAddress::isAtHome)
                    ? new Fetched.Elsewhere()
                    : line.get(address, machines)
                            .<Fetched>map(Fetched.Found::new)
                            .orElseGet(Fetched.Unanswered::new);
        } catch (IOException _) {
            return new Fetched.Unanswered();
        }
    }

    /** Any other port than that of https is named with its host. */
    private boolean isNamed(String host, int port) {
        return hosts.contains(host + ":" + (port == -1 ? HTTPS : port))
                || ((port == -1 || port == HTTPS) && hosts.contains(host));
    }
}
