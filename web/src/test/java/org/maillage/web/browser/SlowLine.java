package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A page on a phone far from an antenna: 700 kbit/s, 300 ms, a processor four times slower; counts what it loads. */
final class SlowLine {

    // Text that moves when a font comes, a picture without a size: what the reader would lose sight of.
    private static final String WATCH = """
        window.shifted = 0; window.largest = 0; window.moved = [];
        new PerformanceObserver(list => list.getEntries().forEach(entry => {
          if (!entry.hadRecentInput) {
                window.shifted += entry.value;
                entry.sources.forEach(source => source.node && window.moved.push(source.node.nodeName + '.'
                  + (source.node.className || source.node.textContent || '').toString().slice(0, 20)));
              }
        })).observe({type: 'layout-shift', buffered: true});
        new PerformanceObserver(list => list.getEntries().forEach(entry => { window.largest = entry.startTime; }))
          .observe({type: 'largest-contentful-paint', buffered: true});\
        """;
    private static final String SETTLED = """
        async () => {
          await document.fonts.ready;
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          return [window.shifted, window.largest, [...new Set(window.moved)].slice(0, 6).join(' ')];
        }\
        """;

    private final Page page;
    private final CDPSession browser;
    private final Map<String, String> asked = new HashMap<>();
    private final Map<String, Long> loaded = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();

    /** What a visit cost: bytes on the line, headers and compression included. */
    record Visit(long bytes, long scripts, double shift, double largestPaint, String moved, List<String> addresses) {}

    SlowLine(Page page) {
        this.page = page;
        this.browser = page.context().newCDPSession(page);
        page.addInitScript(WATCH);
        browser.on("Network.requestWillBeSent", this::asks);
        browser.on("Network.responseReceived", this::answered);
        browser.on("Network.loadingFinished", this::loads);
        browser.send("Network.enable");
        browser.send(
                "Network.emulateNetworkConditions",
                numbers(Map.of("latency", 300, "downloadThroughput", 700_000 / 8, "uploadThroughput", 700_000 / 8)));
        browser.send("Emulation.setCPUThrottlingRate", numbers(Map.of("rate", 4)));
    }

    /** Opens an address with nothing of it kept from before. */
    Visit first(String address) {
        page.navigate("about:blank");
        browser.send("Network.clearBrowserCache");
        asked.clear();
        loaded.clear();
        page.navigate(address);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        var seen = (List<?>) page.evaluate(SETTLED);
        assertThat(loaded).as(address).hasSizeGreaterThan(8);
        return new Visit(
                loaded.values().stream().mapToLong(Long::longValue).sum(),
                loaded.entrySet().stream()
                        .filter(one -> types.getOrDefault(one.getKey(), "").contains("javascript"))
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                ((Number) seen.getFirst()).doubleValue(),
                ((Number) seen.get(1)).doubleValue(),
                String.valueOf(seen.getLast()),
                new ArrayList<>(asked.values()));
    }

    private void asks(JsonObject event) {
        asked.put(id(event), event.getAsJsonObject("request").get("url").getAsString());
    }

    private void answered(JsonObject event) {
        types.put(id(event), event.getAsJsonObject("response").get("mimeType").getAsString());
    }

    private void loads(JsonObject event) {
        loaded.put(id(event), event.get("encodedDataLength").getAsLong());
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    private static JsonObject numbers(Map<String, Integer> values) {
        var numbers = new JsonObject();
        numbers.addProperty("offline", false);
        values.forEach(numbers::addProperty);
        return numbers;
    }
}
