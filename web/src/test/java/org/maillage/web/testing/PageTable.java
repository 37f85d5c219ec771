package org.maillage.web.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The pages of {@code permissions.txt}: what may be asked for with GET, is neither of the API nor a file, and stands
 * alone. So a new page is visited by every test that visits all of them.
 */
public final class PageTable {

    /** Who is the first to see a page. */
    public enum Reader {
        VISITOR,
        PERSON,
        MEMBER,
        COORDINATOR,
        ADMINISTRATOR
    }

    /** A row: the address as a pattern, and its readers' least. */
    public record Row(PathPattern pattern, Reader reader) {

        public boolean isFixed() {
            return !pattern.getPatternString().contains("{");
        }

        /** Whether this row rules the address: no row that says more of it does, such as that of a file. */
        public boolean matches(String path) {
            var address = PathContainer.parsePath(path);
            return pattern.matches(address)
                    && ALL.stream()
                            .filter(other -> other.matches(address))
                            .min(PathPattern.SPECIFICITY_COMPARATOR)
                            .filter(pattern::equals)
                            .isPresent();
        }

        @Override
        public String toString() {
            return pattern.getPatternString();
        }
    }

    /** Parts that a page asks for to renew itself, and what the container shows by itself. */
    private static final Set<String> NO_PAGES = Set.of(
            "/error", "/oembed", "/administration/imports/{id}/avancement", "/declarer/personnes", "/traces/{id}");

    private static final String FILE = ".*(\\.[a-z0-9]{2,5}|\\*)$";

    /** What programs ask for: what is issued, and what wallets call. */
    private static final String ISSUED = "/(issuers|achievements|ob2|ims|oauth2|\\.well-known)/.*";

    private static final List<PathPattern> ALL = lines("GET").stream()
            .map(words -> PathPatternParser.defaultInstance.parse(words[1]))
            .toList();

    private PageTable() {}

    /** The pages, in the table's order. */
    public static List<Row> pages() {
        return lines("GET").stream()
                .filter(words -> !words[1].startsWith("/api/v1"))
                .filter(words -> !words[1].matches(FILE) && !words[1].matches(ISSUED) && !NO_PAGES.contains(words[1]))
                .map(words -> new Row(
                        PathPatternParser.defaultInstance.parse(words[1]),
                        Reader.valueOf(words[2].toUpperCase(Locale.ROOT))))
                .toList();
    }

    /** The patterns that take a form: each row of POST outside the API. */
    public static List<String> forms() {
        return lines("POST").stream()
                .map(words -> words[1])
                .filter(pattern -> !pattern.startsWith("/api") && !pattern.equals("/error") && !pattern.matches(ISSUED))
                .toList();
    }

    private static List<String[]> lines(String method) {
        try {
            return new ClassPathResource("permissions.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.strip().split("\\s+", -1))
                    .filter(words -> words.length > 2 && words[0].equals(method))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
