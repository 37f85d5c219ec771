package org.maillage.web.badges.elsewhere;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A badge that somebody earned elsewhere, without its document, which may be large.
 *
 * @param isToken whether the document is a compact JWS; else it is JSON
 * @param name what it calls itself
 * @param issuerName who it says issued it
 * @param validFrom from when on it says that it counts
 * @param found what was found when it was verified last
 * @param broughtBy name of the application that brought it; null where the member did
 */
public record BroughtBadge(
        UUID id,
        boolean isToken,
        String name,
        String issuerName,
        Instant validFrom,
        Found found,
        @Nullable String broughtBy,
        Instant arrivedAt,
        Instant checkedAt) {}
