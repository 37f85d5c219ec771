package org.maillage.web.badges;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maillage.web.badges.RemoteBadges.Fetched;

/** From which other sites badges are fetched, and that they are asked where they were looked at. */
class RemoteBadgesTest {

    private static final String DOCUMENT = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    private final List<String> resolved = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();

    private final List<String> asked = new ArrayList<>();

    /** What comes of an address, where the host's name stands for one machine, then for this one. */
    private Fetched fetch(String hosts, String address, String answer) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var threads = Executors.newSingleThreadExecutor()) {
            var remote = new RemoteBadges(hosts, this::rebound, (machine, host, port) -> {
                opened.add(machine.getHostAddress() + " " + host + " " + port);
                threads.execute(() -> answer(server, answer));
                return new Socket(server.getInetAddress(), server.getLocalPort());
            });
            return remote.fetch(URI.create(address));
        }
    }

    private InetAddress[] rebound(String host) {
        resolved.add(host);
        return new InetAddress[] {InetAddress.ofLiteral(resolved.size() == 1 ? "93.184.215.14" : "127.0.0.1")};
    }

    private void answer(ServerSocket server, String answer) {
        try (var socket = server.accept();
                var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                asked.add(line);
            }
            socket.getOutputStream().write(answer.getBytes(US_ASCII));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_name_is_resolved_once_and_the_connection_goes_to_the_machine_that_was_checked() throws Exception {
        var fetched = fetch("badges.example", "https://badges.example/b/1?lang=fr", DOCUMENT);
        assertThat(fetched)
                .isInstanceOfSatisfying(
                        Fetched.Found.class,
                        found -> assertThat(found.bytes()).asString(US_ASCII).isEqualTo("{}"));
        assertThat(resolved).containsExactly("badges.example");
        assertThat(opened).containsExactly("93.184.215.14 badges.example 443");
        assertThat(asked).startsWith("GET /b/1?lang=fr HTTP/1.0", "Host: badges.example");
    }

    @ParameterizedTest
    @CsvSource({
        "badges.example, https://badges.example:8443/b",
        "badges.example:8443, https://badges.example/b",
        "badges.example, https://u@badges.example/b",
        "badges.example, http://badges.example/b",
        "badges.example, https://other.example/b",
        "'', https://badges.example/b"
    })
    void what_the_installation_does_not_name_is_neither_resolved_nor_opened(String hosts, String address)
            throws Exception {
        assertThat(fetch(hosts, address, DOCUMENT)).isInstanceOf(Fetched.Elsewhere.class);
        assertThat(resolved).isEmpty();
        assertThat(opened).isEmpty();
    }

    @Test
    void another_port_is_named_with_its_host() throws Exception {
        assertThat(fetch("badges.example:8443", "https://BADGES.example:8443", DOCUMENT))
                .isInstanceOf(Fetched.Found.class);
        assertThat(opened).containsExactly("93.184.215.14 BADGES.example 8443");
    }

    @Test
    void a_name_that_stands_for_a_machine_of_this_network_too_is_not_opened() {
        var remote = new RemoteBadges(
                "badges.example",
                _ -> new InetAddress[] {InetAddress.ofLiteral("93.184.215.14"), InetAddress.ofLiteral("10.0.0.1")},
                (_, _, _) -> {
                    throw new AssertionError("opened");
                });
        assertThat(remote.fetch(URI.create("https://badges.example/b"))).isInstanceOf(Fetched.Elsewhere.class);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 302 Found|Location: https://badges.example/|",
        "HTTP/1.1 200 OK|Content-Length: 3||{}",
        "HTTP/1.1 200 OK|Content-Length: 2097153||{}",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|{}|0|",
        "HTTP/1.1 200 OK|Content-Encoding: gzip||{}",
        "HTTP/1.1 200 OK|without end",
        "garbage"
    })
    void what_is_no_whole_document_is_none(String answer) throws Exception {
        assertThat(fetch("badges.example", "https://badges.example/b", answer.replace("|", "\r\n")))
                .isInstanceOf(Fetched.Unanswered.class);
        assertThat(opened).hasSize(1);
    }

    @Test
    void a_machine_that_does_not_show_that_it_is_the_host_is_not_asked() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var threads = Executors.newSingleThreadExecutor()) {
            threads.execute(() -> {
                try (var socket = server.accept()) {
                    socket.getOutputStream().write(DOCUMENT.getBytes(US_ASCII));
                    assertThat(socket.getInputStream().read())
                            .as("a handshake, no question")
                            .isEqualTo(22);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            assertThatThrownBy(() -> SecureLine.open(server.getInetAddress(), "badges.example", server.getLocalPort()))
                    .isInstanceOf(SSLException.class);
        }
    }
}
