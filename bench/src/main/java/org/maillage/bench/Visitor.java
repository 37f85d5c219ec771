package org.maillage.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/** Somebody at a browser, as cheaply as it can be: one connection, kept as long as it may be; cookies; no redirects. */
final class Visitor implements AutoCloseable {

    private final int port;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private Socket socket;
    private InputStream in;

    Visitor(int port) {
        this.port = port;
        try {
            socket = connected();
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Socket connected() throws IOException {
        var connected = new Socket(InetAddress.getLoopbackAddress(), port);
        connected.setTcpNoDelay(true);
        connected.setSoTimeout(60_000);
        return connected;
    }

    /** What was answered. */
    static final class Page {

        private final int status;
        private final Map<String, String> headers;
        private final byte[] body;

        private Page(int status, Map<String, String> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        int status() {
            return status;
        }

        /** Where it leads; empty where nowhere. */
        String location() {
            return headers.getOrDefault("location", "");
        }

        String text() {
            if (!"gzip".equals(headers.get("content-encoding"))) {
                return new String(body, UTF_8);
            }
            try (var packed = new GZIPInputStream(new ByteArrayInputStream(body))) {
                return new String(packed.readAllBytes(), UTF_8);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    Page open(String path) {
        return ask("GET " + path, "", new byte[0]);
    }

    /** Sends a form whose body is of a type. */
    Page send(String path, String type, byte[] body) {
        return ask(
                "POST " + path,
                "Origin: http://localhost:%d\nContent-Type: %s\nContent-Length: %d\n"
                        .formatted(port, type, body.length),
                body);
    }

    private Page ask(String what, String more, byte[] body) {
        var said = new StringBuilder();
        cookies.forEach((name, value) -> said.append(said.isEmpty() ? "Cookie: " : "; ")
                .append(name)
                .append('=')
                .append(value));
        var head = """
            %s HTTP/1.1
            Host: localhost:%d
            Accept: text/html
            Accept-Language: fr
            Accept-Encoding: gzip
            %s%s
            """.formatted(what, port, said.isEmpty() ? "" : said + "\n", more)
                .replace("\n", "\r\n")
                .getBytes(ISO_8859_1);
        var request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        try {
            socket.getOutputStream().write(request);
            return answer();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Page answer() throws IOException {
        var status = Integer.parseInt(Wire.line(in).substring(9, 12));
        var headers = new TreeMap<String, String>();
        for (var line = Wire.line(in); !line.isEmpty(); line = Wire.line(in)) {
            var colon = line.indexOf(':');
            var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            var value = line.substring(colon + 1).strip();
            headers.put(name, value);
            if (name.equals("set-cookie")) {
                keep(value);
            }
        }
        var body = "chunked".equals(headers.get("transfer-encoding"))
                ? chunks()
                : bytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        if ("close".equals(headers.get("connection"))) {
            socket.close();
            socket = connected();
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }
        return new Page(status, headers, body);
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream(1 << 15);
        for (var size = Integer.parseInt(Wire.line(in), 16); size > 0; size = Integer.parseInt(Wire.line(in), 16)) {
            all.write(bytes(size));
            Wire.line(in);
        }
        Wire.line(in);
        return all.toByteArray();
    }

    private byte[] bytes(int count) throws IOException {
        var bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new IOException("the answer is cut off");
        }
        return bytes;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
