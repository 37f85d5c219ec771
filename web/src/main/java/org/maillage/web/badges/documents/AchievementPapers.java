package org.maillage.web.badges.documents;

import java.util.Optional;
import java.util.function.BiFunction;
import org.maillage.badge.Badges;
import org.maillage.badge.issue.IssuerDocuments;
import org.maillage.badge.issue.Language;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.web.badges.documents.Served.Kept;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is awarded: each version of a definition stays under its own address. */
@Controller
class AchievementPapers {

    private final IssuerDocuments issuers;

    AchievementPapers(Badges badges) {
        this.issuers = badges.issuing().issuers();
    }

    @GetMapping("/achievements/{definition}/{version}/{language}")
    ResponseEntity<byte[]> achievement(
            @PathVariable String definition, @PathVariable String version, @PathVariable String language) {
        var document = Language.of(language)
                .flatMap(in -> of(definition, version, (id, number) -> issuers.achievement(id, number, in)));
        return Served.of(document, Served.LD_JSON, Kept.A_DAY);
    }

    @GetMapping("/achievements/{definition}/{version}/image.png")
    ResponseEntity<byte[]> png(@PathVariable String definition, @PathVariable String version) {
        return Served.of(of(definition, version, issuers::achievementPng), Served.PNG, Kept.A_DAY);
    }

    @GetMapping("/achievements/{definition}/{version}/image.svg")
    ResponseEntity<byte[]> svg(@PathVariable String definition, @PathVariable String version) {
        return Served.of(of(definition, version, issuers::achievementSvg), Served.SVG, Kept.A_DAY);
    }

    @GetMapping("/ob2/badges/{definition}/{version}/{language}")
    ResponseEntity<byte[]> hosted(
            @PathVariable String definition, @PathVariable String version, @PathVariable String language) {
        var document = Language.of(language)
                .flatMap(in -> of(definition, version, (id, number) -> issuers.hostedBadge(id, number, in)));
        return Served.of(document, Served.LD_JSON, Kept.A_DAY);
    }

    private static Optional<byte[]> of(
            String definition, String version, BiFunction<BadgeDefinitionId, Integer, Optional<byte[]>> document) {
        return Served.id(definition, BadgeDefinitionId::new)
                .flatMap(id -> Served.number(version).flatMap(number -> document.apply(id, number)));
    }
}
