package org.maillage.projection.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.fold.DatabaseStore.StoreFailure;
import tools.jackson.databind.json.JsonMapper;

/**
 * Health and metrics of the process, and what an operator may ask of it, on the loopback interface alone: {@code GET
 * /health}, {@code GET /metrics}, {@code POST /retry/NETWORK} (or {@code installation}), {@code POST /rebuild/journal},
 * {@code POST /rebuild/topic}.
 */
final class HealthServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern HOST = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Standalone program;

    /** Opens it. */
    HealthServer(int port, Standalone program) throws IOException {
        this.program = program;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private record Answer(int status, String type, String text) {

        static Answer json(int status, Object value) {
            return new Answer(status, "application/json", JSON.writeValueAsString(value));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answered(exchange);
            var bytes = answer.text().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type() + "; charset=utf-8");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer answered(HttpExchange exchange) {
        if (isFromAPage(exchange)) {
            return Answer.json(403, Map.of("error", "not for pages"));
        }
        var path = exchange.getRequestURI().getPath();
        try {
            return switch (exchange.getRequestMethod() + " " + path) {
                case "GET /health" -> health();
                case "GET /metrics" ->
                    new Answer(200, "text/plain; version=0.0.4", metrics().toText());
                case "POST /rebuild/journal" -> rebuild(false);
                case "POST /rebuild/topic" -> rebuild(true);
                case String other when other.startsWith("POST /retry/") -> retry(path.substring("/retry/".length()));
                case String _ -> Answer.json(404, Map.of("error", "there is nothing here"));
            };
        } catch (SQLException | StoreFailure | Ledger.Unavailable e) {
            return Answer.json(503, Map.of("state", "away", "why", String.valueOf(e.getMessage())));
        }
    }

    /** A page in a browser of this machine reaches the loopback interface too; it says so, or asks under a foreign name. */
    private static boolean isFromAPage(HttpExchange exchange) {
        @Nullable String host = exchange.getRequestHeaders().getFirst("Host");
        return exchange.getRequestHeaders().containsKey("Origin")
                || host == null
                || !HOST.matcher(host).matches();
    }

    private Answer health() throws SQLException {
        var measured = metrics();
        return Answer.json(measured.isWell() ? 200 : 503, measured.toJson());
    }

    private Measured metrics() throws SQLException {
        var views = program.views();
        var copied = program.copied();
        return new Measured(
                program.status(),
                views.isEmpty() ? 0 : views.get().position(),
                copied.isEmpty() ? 0 : copied.get().position(),
                views.isEmpty() ? 0 : views.get().applied(),
                views.isEmpty() ? 0 : views.get().missed(),
                views.isEmpty() ? List.of() : views.get().parked(),
                views.isEmpty() ? null : views.get().rebuilding().orElse(null));
    }

    private Answer retry(String network) throws SQLException {
        var views = program.views();
        if (views.isEmpty()) {
            return Answer.json(409, Map.of("error", "the views are not open yet"));
        }
        try {
            var parsed = network.equals("installation") ? null : new NetworkId(UUID.fromString(network));
            return Answer.json(200, Map.of("applied", views.get().retryParked(parsed)));
        } catch (IllegalArgumentException _) {
            return Answer.json(400, Map.of("error", "no network's id: " + network));
        }
    }

    private Answer rebuild(boolean fromTopic) throws SQLException {
        var progress = program.rebuild(fromTopic);
        return progress.isEmpty()
                ? Answer.json(409, Map.of("error", "the views are not open yet"))
                : Answer.json(202, Map.of("stage", name(progress.get().stage())));
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
