package org.maillage.web.badges;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.util.Timeout;
import org.maillage.web.badges.RemoteBadges.Line;

/**
 * Asks for one document over TLS from machines that were looked at, whichever others their name may stand for by then; they
 * show by a certificate that they are the host. No redirect is followed, no proxy is asked, and nothing is asked twice.
 */
final class PinnedHttps implements Line {

    private static final String ACCEPTED =
            "application/vc+ld+json, application/json, text/plain, image/png, image/svg+xml";
    private static final Timeout PATIENCE = Timeout.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final TlsSocketStrategy tls;

    PinnedHttps() {
        this(DefaultClientTlsStrategy.createDefault());
    }

    PinnedHttps(TlsSocketStrategy tls) {
        this.tls = tls;
    }

    /**
     * The document, of at most the size that a sent file may have; empty where the answer is anything else.
     *
     * @throws IOException where none of them answers in time and whole, or none is the host
     */
    @Override
    public Optional<byte[]> get(URI address, InetAddress[] machines) throws IOException {
        var question = new HttpGet(URI.create(address.toASCIIString()));
        question.setHeader(HttpHeaders.ACCEPT, ACCEPTED);
        question.setConfig(RequestConfig.custom().setResponseTimeout(PATIENCE).build());
        // However slowly the other side sends, byte by byte: nothing of it takes longer than this.
        CompletableFuture.delayedExecutor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .execute(question::cancel);
        try (var client = client(machines)) {
            return client.execute(question, answer -> document(answer, question));
        }
    }

    private static Optional<byte[]> document(ClassicHttpResponse answer, HttpGet question) throws IOException {
        var body = answer.getCode() == HttpStatus.SC_OK ? answer.getEntity() : null;
        if (body == null) {
            return Optional.empty();
        }
        var bytes = body.getContent().readNBytes(SentFiles.MOST_BYTES + 1);
        if (bytes.length > SentFiles.MOST_BYTES) {
            // The rest is not read.
            question.cancel();
            throw new IOException("a document of more than " + SentFiles.MOST_BYTES + " bytes");
        }
        return Optional.of(bytes);
    }

    private CloseableHttpClient client(InetAddress[] machines) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Looked(machines))
                .setTlsSocketStrategy(tls)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(PATIENCE)
                        .setSocketTimeout(PATIENCE)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent("Maillage")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** Whatever name is asked for leads to the machines that were looked at. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Looked(InetAddress[] machines) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) {
            return machines.clone();
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
