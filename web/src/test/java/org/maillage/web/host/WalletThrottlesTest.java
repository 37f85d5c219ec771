package org.maillage.web.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.web.host.Wallet.header;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maillage.web.testing.RunningProgram;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever asks too often from one place is made to wait at each door, and nobody else is. */
@RunningProgram
class WalletThrottlesTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "/oauth2/register, POST, 127.0.7.1, 120, 400",
        "/oauth2/token, POST, 127.0.7.2, 300, 400",
        "/ims/ob/v3p0/credentials, GET, 127.0.7.3, 1200, 401"
    })
    void a_door_lets_so_many_ask_from_one_place_and_others_go_on(
            String path, String method, String from, int allowed, int answer) throws IOException {
        try (var place = from(from);
                var elsewhere = from("127.0.7.9")) {
            var asked = 0;
            var last = ask(place, path, method);
            for (; last.statusCode() == answer && asked < 2 * allowed; asked++) {
                last = ask(place, path, method);
            }
            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(header(last, "retry-after")).matches("[1-9][0-9]*");
            assertThat(asked).isGreaterThanOrEqualTo(allowed);
            assertThat(ask(elsewhere, path, method).statusCode()).isEqualTo(answer);
        }
    }

    @Test
    void what_is_said_of_where_one_comes_from_counts_for_nothing() throws IOException {
        try (var place = from("127.0.7.4")) {
            var last = ask(place, "/oauth2/register", "POST");
            for (var asked = 0; last.statusCode() == 400 && asked < 240; asked++) {
                last = ask(place, "/oauth2/register", "POST", "X-Forwarded-For", "198.51.100." + asked);
            }
            assertThat(last.statusCode()).isEqualTo(429);
        }
    }

    private static HttpClient from(String address) throws IOException {
        return HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(address))
                .build();
    }

    private HttpResponse<String> ask(HttpClient client, String path, String method, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, method.equals("POST") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
