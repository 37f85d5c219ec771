package org.maillage.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Public badge pages a second over the same bytes as files of nginx: whole ones, and ones that a browser has already. */
final class PublicPageRate {

    private static final int CONNECTIONS = 16;
    private static final int FEW = 100;
    private static final int MANY = 1_000;

    private final int rounds;
    private final int seconds;

    PublicPageRate(int rounds, int seconds) {
        this.rounds = rounds;
        this.seconds = seconds;
    }

    List<Figure> measure() {
        var program = Nginx.program();
        if (program.isEmpty()) {
            System.err.println("bench: nginx is not installed (Debian's package nginx-light, or a program that"
                    + " MAILLAGE_NGINX names): public pages are not measured");
            return List.of();
        }
        try (var shown = new ShownBadges()) {
            var figures = new ArrayList<Figure>();
            var pages = shown.show(MANY);
            figures.addAll(measure(program.get(), shown.port(), pages.subList(0, FEW)));
            figures.addAll(measure(program.get(), shown.port(), pages));
            return figures;
        }
    }

    private List<Figure> measure(Path program, int port, List<String> pages) {
        var files = new LinkedHashMap<String, byte[]>();
        pages.forEach(page -> files.put(page, body(port, page)));
        var whole = new ArrayList<Double>();
        var known = new ArrayList<Double>();
        var beside = "";
        var besideKnown = "";
        try (var nginx = Nginx.on(program, files)) {
            rate(port, pages, false);
            for (var round = 0; round < rounds; round++) {
                var ours = rate(port, pages, false);
                var theirs = rate(nginx.port(), pages, false);
                whole.add(ours / theirs);
                beside = said(ours, theirs, files);
                ours = rate(port, pages, true);
                theirs = rate(nginx.port(), pages, true);
                known.add(ours / theirs);
                besideKnown = said(ours, theirs, files);
            }
        }
        return List.of(
                new Figure(pages.size() + " public badge pages over nginx", "≥ 0.23", whole, beside),
                new Figure("the same, unchanged since they were read (304)", "≥ 0.25", known, besideKnown));
    }

    private static String said(double ours, double theirs, Map<String, byte[]> files) {
        var bytes = files.values().stream().mapToLong(body -> body.length).sum() / files.size();
        return String.format(
                Locale.ROOT,
                "last round: %.0f a second, nginx %.0f; pages of %d bytes, %d connections",
                ours,
                theirs,
                bytes,
                CONNECTIONS);
    }

    private static byte[] body(int port, String page) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + page))
                .header("Accept", "text/html")
                .header("Accept-Language", "fr")
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(page + " gives " + answer.statusCode());
            }
            return answer.body();
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Answers a second, by connections that each ask for every page in turn, from another one on. */
    private double rate(int port, List<String> pages, boolean known) {
        var requests = requests(port, pages, known);
        var expected = known ? 304 : 200;
        var done = new AtomicLong();
        var failure = new AtomicReference<RuntimeException>();
        var ended = new CountDownLatch(CONNECTIONS);
        var start = System.nanoTime();
        var until = start + seconds * 1_000_000_000L;
        for (var i = 0; i < CONNECTIONS; i++) {
            var first = i * pages.size() / CONNECTIONS;
            Thread.ofPlatform().start(() -> {
                try (var wire = new Wire(port)) {
                    var asked = 0L;
                    for (var next = first; System.nanoTime() < until; next = (next + 1) % requests.size()) {
                        var answer = wire.ask(requests.get(next));
                        if (answer.status() != expected) {
                            throw new IllegalStateException("answered " + answer);
                        }
                        asked++;
                    }
                    done.addAndGet(asked);
                } catch (RuntimeException failed) {
                    failure.set(failed);
                } finally {
                    ended.countDown();
                }
            });
        }
        try {
            ended.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure.get() != null || done.get() == 0) {
            throw new IllegalStateException("one of those in flight failed, or nothing was answered", failure.get());
        }
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }

    private static List<byte[]> requests(int port, List<String> pages, boolean known) {
        try (var wire = new Wire(port)) {
            return pages.stream()
                    .map(page -> {
                        var answer = wire.ask(Wire.request(port, page, ""));
                        return Wire.request(port, page, known ? answer.tag() : "");
                    })
                    .toList();
        }
    }
}
