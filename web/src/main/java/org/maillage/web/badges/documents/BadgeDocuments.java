package org.maillage.web.badges.documents;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.issue.IssuedBadge;
import org.maillage.badge.issue.IssuedBadges;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.ledger.value.Malformed;
import org.maillage.web.badges.documents.Served.Kept;
import org.maillage.web.badges.memory.Freshness;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerMapping;

/** A public badge in each of its forms; a badge that is not public and one that is not there are answered alike. */
@Controller
class BadgeDocuments {

    private final IssuedBadges badges;
    private final BadgeForms forms;
    private final Tellings tellings;
    private final Freshness freshness;

    BadgeDocuments(Badges badges, BadgeForms forms, Tellings tellings, Freshness freshness) {
        this.badges = badges.issuing().badges();
        this.forms = forms;
        this.tellings = tellings;
        this.freshness = freshness;
    }

    @GetMapping({
        BadgeForm.JSON_AT,
        BadgeForm.JWT_AT,
        BadgeForm.PNG_AT,
        BadgeForm.SVG_AT,
        BadgeForm.PDF_AT,
        BadgeForm.CARD_AT
    })
    ResponseEntity<byte[]> document(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        var form = BadgeForm.under(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        var document = shown(code, request).flatMap(badge -> forms.of(badge, form, Served.language(lang)));
        return Served.of(document, form.type(), Kept.NEVER);
    }

    @GetMapping("/b/{code}/endorsements/{name}.json")
    ResponseEntity<byte[]> endorsement(
            @PathVariable String code, @PathVariable String name, HttpServletRequest request) {
        return Served.of(
                shown(code, request).flatMap(badge -> badges.endorsement(badge, name)), Served.LD_JSON, Kept.NEVER);
    }

    /**
     * Open Badges 2.0: gone, with what says so, where it is revoked (section 3.7).
     *
     * @param pour the end of an address that its member gave a platform, so that it tells whose badge it is
     */
    @GetMapping("/ob2/b/{code}")
    ResponseEntity<byte[]> hosted(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String pour,
            HttpServletRequest request) {
        return shown(code, request)
                .flatMap(badge -> pour == null
                        ? Optional.of(badge)
                        : tellings.opened(badge.award(), pour).map(badge::telling))
                .map(badge -> Served.of(
                        IssuedBadges.counts(badge.award()) ? HttpStatus.OK : HttpStatus.GONE,
                        badges.hosted(badge, Served.language(lang)),
                        Served.LD_JSON,
                        Kept.NEVER))
                .orElseGet(Served::nothing);
    }

    private Optional<IssuedBadge> shown(String code, HttpServletRequest request) {
        try {
            var badge = badges.shown(BadgeCode.typed(code));
            badge.ifPresent(found -> freshness.of(request, found.award()));
            return badge;
        } catch (Malformed e) {
            return Optional.empty();
        }
    }
}
