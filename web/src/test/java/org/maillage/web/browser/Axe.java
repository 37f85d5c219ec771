package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** axe-core on a page: the rules of WCAG 2.2 levels A and AA, and of RGAA 4. */
final class Axe {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "RGAAv4");
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");
    private static final String SOURCE = source();

    // The size of targets is of WCAG 2.2 and off by default.
    private static final String RUN = """
        async tags => {
          const found = await axe.run(document, {
            runOnly: {type: 'tag', values: tags}, rules: {'target-size': {enabled: true}}, resultTypes: ['violations']});
          return {ran: found.passes.length + found.violations.length, faults: found.violations.flatMap(rule => rule.nodes.map(node =>
            rule.id + ' ' + node.target.join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' ')))};
        }\
        """;

    private Axe() {}

    /** What is not accessible on the page as it is shown now, one sentence each. */
    static List<String> faults(Page page) {
        return run(page, "tag", RULES, 8);
    }

    /** Those of its colours alone, where nothing else can have changed: after a change of theme. */
    static List<String> faultsOfColours(Page page) {
        return run(page, "rule", OF_COLOURS, 0);
    }

    private static List<String> run(Page page, String type, List<String> names, int least) {
        if (!Boolean.TRUE.equals(page.evaluate("() => typeof axe === 'object'"))) {
            page.evaluate(SOURCE);
        }
        var answer = (Map<?, ?>) page.evaluate(
                RUN, Stream.concat(Stream.of(type), names.stream()).toList());
        assertThat((Integer) answer.get("ran")).as("rules that ran").isGreaterThan(least);
        return ((List<?>) Objects.requireNonNull(answer.get("faults")))
                .stream().map(String::valueOf).toList();
    }

    private static String source() {
        try (var in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
