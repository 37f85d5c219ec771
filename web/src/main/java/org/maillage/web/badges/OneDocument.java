package org.maillage.web.badges;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for one document on a connection that is open, in HTTP/1.0 (RFC 1945): a body ends by its length or with the
 * connection, and is sent in one piece. No redirect is followed, and nothing is asked a second time.
 */
final class OneDocument {

    private static final String ACCEPTED =
            "application/vc+ld+json, application/json, text/plain, image/png, image/svg+xml";
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_LINES = 100;

    private OneDocument() {}

    /** The document, of at most the size that a sent file may have; empty where the answer is anything else. */
    static Optional<byte[]> get(Socket socket, URI address) throws IOException {
        var asked = URI.create(address.toASCIIString());
        var path = asked.getRawPath().isEmpty() ? "/" : asked.getRawPath();
        var query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        var port = asked.getPort() == -1 ? "" : ":" + asked.getPort();
        var request = "GET " + path + query + " HTTP/1.0\r\nHost: " + asked.getHost() + port + "\r\nAccept: " + ACCEPTED
                + "\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return answer(new BufferedInputStream(socket.getInputStream()));
    }

    private static Optional<byte[]> answer(InputStream from) throws IOException {
        if (!line(from).matches("HTTP/1\\.[01] 200( .*)?")) {
            return Optional.empty();
        }
        var head = head(from);
        if (head.containsKey("transfer-encoding")
                || !head.getOrDefault("content-encoding", "identity").equalsIgnoreCase("identity")) {
            return Optional.empty();
        }
        var length = head.getOrDefault("content-length", "");
        if (length.isEmpty()) {
            var bytes = from.readNBytes(SentFiles.MOST_BYTES + 1);
            return bytes.length <= SentFiles.MOST_BYTES ? Optional.of(bytes) : Optional.empty();
        }
        if (!length.matches("[0-9]{1,9}") || Integer.parseInt(length) > SentFiles.MOST_BYTES) {
            return Optional.empty();
        }
        var bytes = from.readNBytes(Integer.parseInt(length));
        return bytes.length == Integer.parseInt(length) ? Optional.of(bytes) : Optional.empty();
    }

    private static Map<String, String> head(InputStream from) throws IOException {
        var head = new HashMap<String, String>();
        for (int i = 0; i < MOST_LINES; i++) {
            var line = line(from);
            if (line.isEmpty()) {
                return head;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                head.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        throw new IOException("a head of more than " + MOST_LINES + " lines");
    }

    private static String line(InputStream from) throws IOException {
        var line = new StringBuilder();
        for (int read = from.read(); read != '\n'; read = from.read()) {
            if (read < 0 || line.length() == LONGEST_LINE) {
                throw new IOException("a line of a head that does not end");
            }
            line.append((char) read);
        }
        return line.toString().strip();
    }
}
