package org.maillage.badge.credential;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How a badge is earned (Open Badges 3.0, Criteria).
 *
 * @param page an address that tells it to people
 * @param narrative the text itself; Markdown may be in it
 */
public record Criteria(@Nullable URI page, @Nullable String narrative) {

    public Criteria {
        if (page == null && narrative == null) {
            throw new IllegalArgumentException("criteria are a page or a text");
        }
    }

    Thing thing() {
        return Thing.of(page).text(Term.NARRATIVE, narrative);
    }
}
