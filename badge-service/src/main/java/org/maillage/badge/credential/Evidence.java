package org.maillage.badge.credential;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What was done to earn a badge (Open Badges 3.0, Evidence).
 *
 * @param page an address that shows it
 * @param genre what kind of evidence it is
 */
public record Evidence(
        @Nullable URI page,
        @Nullable String name,
        @Nullable String description,
        @Nullable String narrative,
        @Nullable String genre) {

    Thing thing() {
        return Thing.of(page, Type.EVIDENCE)
                .text(Term.NAME, name)
                .text(Term.DESCRIPTION, description)
                .text(Term.NARRATIVE, narrative)
                .text(Term.GENRE, genre);
    }
}
