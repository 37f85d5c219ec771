package org.maillage.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An nginx that gives files from a folder of its own: the one that {@code MAILLAGE_NGINX} names, or that is installed. */
final class Nginx implements AutoCloseable {

    private static final List<String> PLACES = List.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx");

    private final Path folder;
    private final Process process;
    private final int port;

    private Nginx(Path program, Map<String, byte[]> files) throws IOException {
        folder = Files.createTempDirectory("nginx");
        // Started by root, it reads files as nobody.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        port = freePort();
        for (var file : files.entrySet()) {
            var path = folder.resolve("files" + file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        var settings = folder.resolve("nginx.conf");
        Files.writeString(settings, settings());
        process = new ProcessBuilder(
                        program.toString(),
                        "-p",
                        folder.toString(),
                        "-e",
                        folder.resolve("errors").toString(),
                        "-c",
                        settings.toString())
                .inheritIO()
                .start();
    }

    /** Where the program is; empty where there is none. */
    static Optional<Path> program() {
        var named = System.getenv("MAILLAGE_NGINX");
        return (named == null ? PLACES.stream() : java.util.stream.Stream.of(named))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it on these bytes, each by its path. */
    static Nginx on(Path program, Map<String, byte[]> files) {
        try {
            var nginx = new Nginx(program, files);
            nginx.awaitOpen();
            return nginx;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return port;
    }

    // As it is set up where it is to be fast: every processor, no log, connections kept, files known to be open.
    private String settings() {
        return """
            daemon off;
            worker_processes auto;
            pid %1$s/pid;
            events { worker_connections 512; }
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                keepalive_requests 100000000;
                open_file_cache max=20000;
                default_type text/html;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                server { listen 127.0.0.1:%2$d; root %1$s/files; }
            }
            """.formatted(folder, port);
    }

    private void awaitOpen() {
        for (var attempt = 0; attempt < 500 && process.isAlive(); attempt++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(10_000_000);
            }
        }
        throw new IllegalStateException("nginx does not start");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
