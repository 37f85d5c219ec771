package org.maillage.web.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maillage.ledger.value.Id;
import org.maillage.web.cli.CommandLine.NotDone;
import org.maillage.web.cli.CommandLine.NotUnderstood;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running program, as its API answers somebody's token. */
final class ProgramClient {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI url;
    private final String token;
    private final Locale language;

    /** Of the program at an address, which answers in a language. @throws NotUnderstood where it is none */
    ProgramClient(String url, String token, Locale language) {
        this.url = address(url);
        this.token = token;
        this.language = language;
    }

    private static URI address(String url) {
        try {
            var address = new URI(url);
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException _) {
            // Said below, as of what is an address of something else.
        }
        throw new NotUnderstood(url + " is no address of the program: give one such as http://127.0.0.1:8080");
    }

    /** The id of a network, by its id or its name. */
    String network(String named) throws IOException, InterruptedException {
        var found = new java.util.ArrayList<String>();
        for (var network : get("/api/v1/networks")) {
            var id = network.path("network").asString("");
            if (id.equals(named) || network.path("name").asString("").equals(named)) {
                found.add(id);
            }
        }
        if (found.size() != 1) {
            throw new NotDone(
                    found.isEmpty()
                            ? "there is no network “" + named + "”: make it with --new"
                            : "several networks are called “" + named + "”: give an id, one of " + found);
        }
        return found.getFirst();
    }

    /** The whole address of a page. */
    String page(String path) {
        return url.resolve(path).toString();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return read(to(path).GET().build());
    }

    JsonNode post(String path) throws IOException, InterruptedException {
        return read(to(path).POST(BodyPublishers.noBody()).build());
    }

    /** Starts an import; sent again by itself, it would be the same one. */
    JsonNode send(Map<String, String> fields, Path file, String fileName) throws IOException, InterruptedException {
        var boundary = "maillage-" + UUID.randomUUID();
        var head = new StringBuilder();
        fields.forEach((name, value) -> head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
        head.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(boundary, fileName.replaceAll("[\"\\\\\\p{Cntrl}]", "_")));
        head.append("Content-Type: application/octet-stream\r\n\r\n");
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(head.toString()),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return read(to("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", Id.nextUuid().toString())
                .POST(body)
                .build());
    }

    void download(String path, Path to) throws IOException, InterruptedException {
        var answer = http.send(to(path).GET().build(), BodyHandlers.ofFile(to));
        if (answer.statusCode() != 200) {
            throw new NotDone(path + " answers " + answer.statusCode());
        }
    }

    /** Nobody answers, or an answer breaks off: what was asked for may have been done. */
    static final class Unanswered extends NotDone {
        private static final long serialVersionUID = 1L;

        Unanswered(String message) {
            super(message);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", language.toLanguageTag());
    }

    /** A title has no stop of its own. */
    private static String sentence(String part) {
        return part.matches("(?s).*[.!?…]") ? part : part + ".";
    }

    private JsonNode read(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer;
        try {
            answer = http.send(request, BodyHandlers.ofString());
        } catch (ConnectException nobody) {
            throw new Unanswered("nobody answers at " + url + ": is the program running?");
        } catch (IOException brokenOff) {
            throw new Unanswered("no answer came from " + url + ": is the program running?");
        }
        try {
            var json = JSON.readTree(answer.body());
            if (answer.statusCode() >= 400) {
                throw new NotDone(Stream.of("title", "detail", "next")
                                .map(part -> json.path(part).asString(""))
                                .filter(part -> !part.isEmpty())
                                .map(ProgramClient::sentence)
                                .collect(Collectors.joining(" "))
                        + " (" + answer.statusCode() + ")");
            }
            return json;
        } catch (JacksonException noJson) {
            throw new NotDone(url + " answers " + answer.statusCode() + " and no JSON");
        }
    }
}
