package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.maillage.web.testing.PageTable.Reader;
import org.maillage.web.testing.Visits;

/** Goes through every page of the table of permissions, with two browsers side by side. */
final class Walk {

    private static final int BROWSERS = 2;

    private final Visits visits;
    private final int port;

    Walk(Visits visits, int port) {
        this.visits = visits;
        this.port = port;
    }

    /**
     * What is wrong with any page.
     *
     * @param opened what to do with a window before the first page is opened in it
     * @param look finds what is wrong with the page that is shown, one sentence each
     */
    List<String> faults(Device device, Consumer<Page> opened, Function<Page, Collection<String>> look) {
        var all = visits.all();
        var left = new ConcurrentLinkedQueue<>(all);
        Callable<Walked> walker = () -> walk(left, device, opened, look);
        try (var threads = Executors.newFixedThreadPool(BROWSERS)) {
            var walked = new ArrayList<Walked>();
            for (var each : threads.invokeAll(List.of(walker, walker))) {
                walked.add(each.get());
            }
            assertThat(walked.stream().mapToInt(Walked::pages).sum()).isEqualTo(all.size());
            return walked.stream().map(Walked::faults).flatMap(List::stream).toList();
        } catch (ExecutionException e) {
            throw new AssertionError("a page could not be looked at", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    // A browser is used by the thread that started it alone.
    private Walked walk(
            Queue<Visits.Visit> left, Device device, Consumer<Page> opened, Function<Page, Collection<String>> look) {
        try (var chromium = Chromium.started();
                var pages = new OpenPages(chromium.browser(), port)) {
            var windows = new EnumMap<Reader, Page>(Reader.class);
            var faults = new ArrayList<String>();
            var count = 0;
            for (var visit = left.poll(); visit != null; visit = left.poll(), count++) {
                var window = windows.computeIfAbsent(visit.reader(), reader -> {
                    var page = pages.signedIn(visits.person(reader), device);
                    opened.accept(page);
                    return page;
                });
                window.navigate(pages.site(visit.path()));
                var where = visit + " at " + device.width() + ": ";
                look.apply(window).forEach(fault -> faults.add(where + fault));
            }
            return new Walked(
                    count,
                    Stream.concat(faults.stream(), pages.complaints().stream()).toList());
        }
    }

    private record Walked(int pages, List<String> faults) {}
}
