package org.maillage.web.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may ask for what: the table {@code permissions.txt}, a row for each endpoint. What no row names is refused. Rules
 * on a single thing (whose claim it is, who gains from it) are the ledger's.
 */
final class Permissions {

    private final List<Row> rows;

    private Permissions(List<Row> rows) {
        this.rows = rows;
    }

    /** Reads the table. */
    static Permissions read() {
        try {
            var text = new ClassPathResource("permissions.txt").getContentAsString(StandardCharsets.UTF_8);
            return new Permissions(text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Row::read)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row that rules a request: the most specific one of its method; empty where none does. */
    Optional<Row> of(String method, String path) {
        var asked = method.equals("HEAD") ? "GET" : method;
        var parsed = PathContainer.parsePath(path);
        return rows.stream()
                .filter(row -> row.method().equals(asked) && row.pattern().matches(parsed))
                .min((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(a.pattern(), b.pattern()));
    }

    /** All rows, in the table's order. */
    List<Row> rows() {
        return rows;
    }

    /** An endpoint and who may ask for it. */
    record Row(String method, PathPattern pattern, Set<Role> allowed) {

        static Row read(String line) {
            var words = line.split("\\s+", -1);
            if (words.length < 3) {
                throw new IllegalStateException("a permission is: METHOD pattern role…, not: " + line);
            }
            var allowed = EnumSet.noneOf(Role.class);
            for (int i = 2; i < words.length; i++) {
                allowed.add(Role.valueOf(words[i].toUpperCase(Locale.ROOT)));
            }
            return new Row(words[0], PathPatternParser.defaultInstance.parse(words[1]), Set.copyOf(allowed));
        }

        boolean allows(@org.jspecify.annotations.Nullable Viewer viewer) {
            return allowed.stream().anyMatch(role -> role.is(viewer));
        }

        /** Whether only administrators may. */
        boolean administratorsOnly() {
            return allowed.equals(Set.of(Role.ADMINISTRATOR));
        }

        /** Whether it acts on the network that the viewer is in. */
        boolean ofNetwork() {
            return EnumSet.of(Role.MEMBER, Role.COORDINATOR).containsAll(allowed);
        }

        /** Whether nothing needs to be known of who asks. */
        boolean open() {
            return allowed.contains(Role.VISITOR);
        }
    }
}
