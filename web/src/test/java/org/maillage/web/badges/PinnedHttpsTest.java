package org.maillage.web.badges;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents by https from a machine that is named by its number, whatever its name would lead to. */
class PinnedHttpsTest {

    private static final char[] PASSWORD = "password".toCharArray();

    /** A context whose server is badges.example, and whose client trusts it. */
    private static SSLContext badgesExample;

    private final List<String> asked = new ArrayList<>();

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        var file = folder.resolve("keys");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "it",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=badges.example",
                        "-ext",
                        "san=dns:badges.example",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .start();
        assertThat(made.waitFor()).isZero();
        var store = KeyStore.getInstance(file.toFile(), PASSWORD);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        badgesExample = SSLContext.getInstance("TLS");
        badgesExample.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    }

    private Optional<byte[]> get(String host, HttpHandler answer, PinnedHttps https) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        var server = HttpsServer.create(new InetSocketAddress(loopback, 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(badgesExample));
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Host"));
            answer.handle(exchange);
        });
        server.start();
        try {
            var address =
                    URI.create("https://" + host + ":" + server.getAddress().getPort() + "/b/1?lang=fr");
            return https.get(address, new InetAddress[] {loopback});
        } finally {
            server.stop(0);
        }
    }

    private Optional<byte[]> get(HttpHandler answer) throws IOException {
        return get("badges.example", answer, new PinnedHttps(new DefaultClientTlsStrategy(badgesExample)));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void the_machine_is_asked_by_the_name_that_it_shows() throws Exception {
        assertThat(get(exchange -> send(exchange, 200, "{}".getBytes(US_ASCII))))
                .hasValueSatisfying(
                        bytes -> assertThat(bytes).asString(US_ASCII).isEqualTo("{}"));
        assertThat(asked).singleElement().asString().startsWith("GET /b/1?lang=fr badges.example:");
    }

    @Test
    void a_machine_that_is_not_the_host_or_not_trusted_is_not_asked() {
        assertThatThrownBy(() -> get(
                        "other.example",
                        exchange -> send(exchange, 200, new byte[0]),
                        new PinnedHttps(new DefaultClientTlsStrategy(badgesExample))))
                .isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> get("badges.example", exchange -> send(exchange, 200, new byte[0]), new PinnedHttps()))
                .isInstanceOf(SSLException.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void a_redirect_or_an_error_is_no_document_and_leads_nowhere() throws Exception {
        assertThat(get(exchange -> {
                    exchange.getResponseHeaders().set("Location", "https://badges.example/other");
                    send(exchange, 302, "{}".getBytes(US_ASCII));
                }))
                .isEmpty();
        assertThat(get(exchange -> send(exchange, 404, "{}".getBytes(US_ASCII))))
                .isEmpty();
        assertThat(asked).hasSize(2);
    }

    @Test
    void a_document_that_is_too_large_or_cut_short_is_none() {
        assertThatThrownBy(() -> get(exchange -> send(exchange, 200, new byte[SentFiles.MOST_BYTES + 1])))
                .isInstanceOf(IOException.class);
        // A small body that unpacks to a large one.
        assertThatThrownBy(() -> get(exchange -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    send(exchange, 200, packed(new byte[SentFiles.MOST_BYTES + 1]));
                }))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> get(exchange -> {
                    exchange.sendResponseHeaders(200, 3);
                    exchange.getResponseBody().write("{}".getBytes(US_ASCII));
                    exchange.getResponseBody().flush();
                    exchange.close();
                }))
                .isInstanceOf(IOException.class);
        assertThat(asked).hasSize(3);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
