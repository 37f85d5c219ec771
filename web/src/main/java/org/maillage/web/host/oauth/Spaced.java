package org.maillage.web.host.oauth;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists as rows keep them: with a space between, since neither scopes nor addresses have one. */
final class Spaced {

    private Spaced() {}

    static String text(Iterable<String> parts) {
        return String.join(" ", parts);
    }

    static Set<String> parts(@Nullable String text) {
        return text == null || text.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(text.split(" ", -1)));
    }
}
