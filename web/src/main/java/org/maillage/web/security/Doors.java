package org.maillage.web.security;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which pages somebody may open, as far as the table of permissions knows. */
@Component
public final class Doors {

    private final Permissions permissions;

    Doors(Permissions permissions) {
        this.permissions = permissions;
    }

    /** Whether a page, by its path and query, is one for somebody; of a single thing, the ledger may still say no. */
    boolean allow(String page, @Nullable Viewer viewer) {
        return permissions
                .of("GET", path(page))
                .filter(row -> row.allows(viewer))
                .isPresent();
    }

    /** Whether it surely opens for them: it is one for them and of no single thing. */
    public boolean open(String page, Viewer viewer) {
        return permissions
                .of("GET", path(page))
                .filter(row -> row.allows(viewer))
                .filter(row -> !row.pattern().getPatternString().contains("{"))
                .isPresent();
    }

    /** Whether a form that is sent to a path is taken from somebody; of a single thing, the ledger may still say no. */
    public boolean takes(String path, Viewer viewer) {
        return permissions.of("POST", path).filter(row -> row.allows(viewer)).isPresent();
    }

    private static String path(String page) {
        return page.split("\\?", 2)[0];
    }
}
