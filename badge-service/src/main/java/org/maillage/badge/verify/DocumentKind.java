package org.maillage.badge.verify;

import java.util.List;
import java.util.stream.Stream;
import org.maillage.badge.openbadges2.HostedDocuments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a document wants to be, told by its contexts and types alone. */
enum DocumentKind {
    OPEN_BADGE,
    ENDORSEMENT,
    OPEN_BADGE_2,
    OPEN_BADGE_1,
    PRESENTATION,
    OTHER;

    private static final List<String> OPEN_BADGES_2 = List.of(
            HostedDocuments.CONTEXT, "https://openbadgespec.org/v2/context.json", "http://w3id.org/openbadges/v2");

    static DocumentKind of(ObjectNode document) {
        var types = texts(document.path("type")).toList();
        if (types.contains("OpenBadgeCredential") || types.contains("AchievementCredential")) {
            return OPEN_BADGE;
        }
        if (types.contains("EndorsementCredential")) {
            return ENDORSEMENT;
        }
        if (types.contains("VerifiablePresentation")) {
            return PRESENTATION;
        }
        if (types.contains("Assertion") && texts(document.path("@context")).anyMatch(OPEN_BADGES_2::contains)) {
            return OPEN_BADGE_2;
        }
        return isOpenBadges1(document) ? OPEN_BADGE_1 : OTHER;
    }

    /** What it calls itself, to tell it to whoever sent it. */
    static String named(ObjectNode document) {
        return String.join(", ", texts(document.path("type")).limit(5).toList());
    }

    /** 0.5 to 1.1: recipient and badge, and no word of version 2; 1.x has {@code verify}, 0.5 the whole badge inside. */
    private static boolean isOpenBadges1(ObjectNode document) {
        return document.has("badge")
                && document.has("recipient")
                && (document.has("verify")
                        || document.has("uid")
                        || document.path("badge").isObject());
    }

    /** The texts of a property that is one text or several. */
    static Stream<String> texts(JsonNode node) {
        return (node.isArray() ? node.valueStream() : Stream.of(node))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue);
    }
}
