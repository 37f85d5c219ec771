package org.maillage.web.badges.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.issue.IssuedBadge;
import org.maillage.badge.issue.IssuedBadges;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.ledger.value.Malformed;
import org.maillage.web.badges.documents.Served.Kept;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A public badge in each of its forms; a badge that is not public and one that is not there are answered alike. */
@Controller
class BadgeDocuments {

    private final IssuedBadges badges;
    private final Attestations attestations;

    BadgeDocuments(Badges badges, Attestations attestations) {
        this.badges = badges.issuing().badges();
        this.attestations = attestations;
    }

    @GetMapping("/b/{code}.json")
    ResponseEntity<byte[]> json(@PathVariable String code, @RequestParam(required = false) @Nullable String lang) {
        return Served.of(
                shown(code).flatMap(badge -> badges.document(badge, Served.language(lang))),
                Served.LD_JSON,
                Kept.NEVER);
    }

    @GetMapping("/b/{code}.jwt")
    ResponseEntity<byte[]> jwt(@PathVariable String code, @RequestParam(required = false) @Nullable String lang) {
        return Served.of(
                shown(code)
                        .flatMap(badge -> badges.token(badge, Served.language(lang)))
                        .map(token -> token.getBytes(UTF_8)),
                Served.VC_JWT,
                Kept.NEVER);
    }

    @GetMapping("/b/{code}.png")
    ResponseEntity<byte[]> png(@PathVariable String code, @RequestParam(required = false) @Nullable String lang) {
        return Served.of(
                shown(code).flatMap(badge -> badges.png(badge, Served.language(lang))), Served.PNG, Kept.NEVER);
    }

    @GetMapping("/b/{code}.svg")
    ResponseEntity<byte[]> svg(@PathVariable String code, @RequestParam(required = false) @Nullable String lang) {
        return Served.of(
                shown(code)
                        .flatMap(badge -> badges.svg(badge, Served.language(lang)))
                        .map(svg -> svg.getBytes(UTF_8)),
                Served.SVG,
                Kept.NEVER);
    }

    @GetMapping("/b/{code}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String code, @RequestParam(required = false) @Nullable String lang) {
        return Served.of(
                shown(code).map(badge -> attestations.pdf(badge, Served.language(lang))), Served.PDF, Kept.NEVER);
    }

    @GetMapping("/b/{code}/card.png")
    ResponseEntity<byte[]> card(@PathVariable String code, @RequestParam(required = false) @Nullable String lang) {
        return Served.of(
                shown(code)
                        .map(badge -> badges.card(
                                badge, Served.language(lang), attestations.holder(badge, Served.language(lang)))),
                Served.PNG,
                Kept.NEVER);
    }

    @GetMapping("/b/{code}/endorsements/{name}.json")
    ResponseEntity<byte[]> endorsement(@PathVariable String code, @PathVariable String name) {
        return Served.of(shown(code).flatMap(badge -> badges.endorsement(badge, name)), Served.LD_JSON, Kept.NEVER);
    }

    /** Open Badges 2.0: gone, with what says so, where it is revoked (section 3.7). */
    @GetMapping("/ob2/b/{code}")
    ResponseEntity<byte[]> hosted(@PathVariable String code, @RequestParam(required = false) @Nullable String lang) {
        return shown(code)
                .map(badge -> Served.of(
                        IssuedBadges.counts(badge.award()) ? HttpStatus.OK : HttpStatus.GONE,
                        badges.hosted(badge, Served.language(lang)),
                        Served.LD_JSON,
                        Kept.NEVER))
                .orElseGet(Served::nothing);
    }

    private Optional<IssuedBadge> shown(String code) {
        try {
            return badges.shown(BadgeCode.typed(code));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }
}
