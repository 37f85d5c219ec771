package org.maillage.badge.credential;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a badge stands for in a framework such as DigComp, Pix or ESCO (Open Badges 3.0, Alignment).
 *
 * @param url the framework's own page of it
 * @param framework the framework's name
 * @param code its code within the framework
 */
public record Alignment(
        String name,
        URI url,
        @Nullable String framework,
        @Nullable String code,
        @Nullable String description) {

    Thing thing() {
        return Thing.of(null, Type.ALIGNMENT)
                .text(Term.TARGET_NAME, name)
                .address(Term.TARGET_URL, url)
                .text(Term.TARGET_FRAMEWORK, framework)
                .text(Term.TARGET_CODE, code)
                .text(Term.TARGET_DESCRIPTION, description);
    }
}
