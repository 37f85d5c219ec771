package org.maillage.web.badges.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.maillage.badge.Badges;
import org.maillage.badge.issue.IssuedBadge;
import org.maillage.badge.issue.IssuedBadges;
import org.maillage.badge.issue.Language;
import org.springframework.stereotype.Component;

/** Writes a badge in each of its forms. */
@Component
final class BadgeForms {

    private final IssuedBadges badges;
    private final Attestations attestations;

    BadgeForms(Badges badges, Attestations attestations) {
        this.badges = badges.issuing().badges();
        this.attestations = attestations;
    }

    /** The bytes of a form; empty before the network has a key. */
    Optional<byte[]> of(IssuedBadge badge, BadgeForm form, Language language) {
        return switch (form) {
            case JSON -> badges.document(badge, language);
            case JWT -> badges.token(badge, language).map(token -> token.getBytes(UTF_8));
            case PNG -> badges.png(badge, language);
            case SVG -> badges.svg(badge, language).map(svg -> svg.getBytes(UTF_8));
            case PDF -> Optional.of(attestations.pdf(badge, language));
            case CARD ->
                Optional.of(badges.card(
                        badge, language, attestations.holder(badge, language), attestations.ended(badge, language)));
        };
    }
}
