package org.maillage.badge.credential;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A picture, by its address (Open Badges 3.0, Image).
 *
 * @param id an address of PNG or SVG, or a data URI
 */
public record Image(URI id, @Nullable String caption) {

    Thing thing() {
        return Thing.of(id, Type.IMAGE).text(Term.CAPTION, caption);
    }
}
