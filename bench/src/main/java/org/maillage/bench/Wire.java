package org.maillage.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * Asks again and again, as cheaply as it can: what is measured is who answers. It keeps one connection for as long as the
 * other side does; one that ends it after so many answers is connected to anew, as browsers and proxies do.
 */
final class Wire implements AutoCloseable {

    private final int port;
    private Socket socket;
    private InputStream in;
    private final byte[] body = new byte[1 << 16];

    Wire(int port) {
        this.port = port;
        try {
            socket = connected(port);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Socket connected(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private void again() throws IOException {
        socket.close();
        socket = connected(port);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** What was answered. */
    record Answer(int status, String tag, int length) {}

    /** A request for a path; with what is known of it, where that is not empty. */
    static byte[] request(int port, String path, String tag) {
        var text = "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nAccept: text/html\r\nAccept-Language: fr\r\n"
                .formatted(path, port);
        return (text + (tag.isEmpty() ? "" : "If-None-Match: " + tag + "\r\n") + "\r\n").getBytes(ISO_8859_1);
    }

    /** Asks, and reads the whole answer. */
    Answer ask(byte[] request) {
        try {
            socket.getOutputStream().write(request);
            var status = Integer.parseInt(line(in).substring(9, 12));
            var tag = "";
            var length = 0;
            var ends = false;
            for (var line = line(in); !line.isEmpty(); line = line(in)) {
                var colon = line.indexOf(':');
                var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                if (name.equals("content-length")) {
                    length = Integer.parseInt(line.substring(colon + 1).strip());
                } else if (name.equals("etag")) {
                    tag = line.substring(colon + 1).strip();
                } else if (name.equals("connection")) {
                    ends = line.substring(colon + 1).strip().equalsIgnoreCase("close");
                }
            }
            var sent = status == 304 ? 0 : length;
            for (var left = sent; left > 0; ) {
                var read = in.read(body, 0, Math.min(left, body.length));
                if (read < 0) {
                    throw new IOException("the answer is cut off");
                }
                left -= read;
            }
            if (ends) {
                again();
            }
            return new Answer(status, tag, sent);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The next line of an answer's head. @throws IOException where it is cut off */
    static String line(InputStream in) throws IOException {
        var line = new StringBuilder(80);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the connection is closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
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
