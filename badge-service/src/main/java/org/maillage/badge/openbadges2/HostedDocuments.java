package org.maillage.badge.openbadges2;

import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.credential.Achievement;
import org.maillage.badge.credential.Alignment;
import org.maillage.badge.credential.Credential;
import org.maillage.badge.credential.Evidence;
import org.maillage.badge.credential.Profile;
import org.maillage.badge.jsonld.StrictJson;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The hosted documents of Open Badges 2.0 (section 3), each of its own and linked with the 3.0 one that says the same by
 * {@code related}: never both in one document. Whoever verifies fetches them.
 */
public final class HostedDocuments {

    public static final String CONTEXT = "https://w3id.org/openbadges/v2";

    private HostedDocuments() {}

    /** Open Badges 2.0, Profile of an issuer. */
    public static ObjectNode issuer(Profile issuer, HostedAddresses at) {
        var document = document(at.issuer(), "Issuer");
        document.put("name", issuer.name());
        put(document, "url", issuer.url());
        put(document, "email", issuer.email());
        put(document, "description", issuer.description());
        put(document, "image", issuer.image() == null ? null : issuer.image().id());
        document.put("revocationList", at.revocationList().toString());
        return related(document, issuer.id(), "Profile");
    }

    /** Open Badges 2.0, BadgeClass, in the achievement's language. */
    public static ObjectNode badgeClass(Achievement achievement, HostedAddresses at) {
        var document = document(at.badgeClass(), "BadgeClass");
        document.put("@language", achievement.language());
        document.put("name", achievement.name()).put("description", achievement.description());
        put(
                document,
                "image",
                achievement.image() == null ? null : achievement.image().id());
        var criteria = document.putObject("criteria");
        put(criteria, "id", achievement.criteria().page());
        put(criteria, "narrative", achievement.criteria().narrative());
        document.put("issuer", at.issuer().toString());
        if (!achievement.alignments().isEmpty()) {
            document.set(
                    "alignment",
                    JsonNodeFactory.instance
                            .arrayNode()
                            .addAll(achievement.alignments().stream()
                                    .map(HostedDocuments::alignment)
                                    .toList()));
        }
        put(document, "version", achievement.version());
        return related(document, achievement.id(), "Achievement");
    }

    /** Open Badges 2.0, Assertion, verified by its address. */
    public static ObjectNode assertion(Credential.Badge badge, HostedAddresses at) {
        var document = document(at.assertion(), "Assertion");
        document.set("recipient", recipient(badge));
        document.put("badge", at.badgeClass().toString());
        document.putObject("verification").put("type", "HostedBadge");
        document.put("issuedOn", badge.awarded().truncatedTo(ChronoUnit.SECONDS).toString());
        if (badge.validUntil() != null) {
            document.put(
                    "expires",
                    badge.validUntil().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        put(document, "image", badge.image() == null ? null : badge.image().id());
        put(document, "narrative", badge.narrative());
        if (!badge.evidence().isEmpty()) {
            document.set(
                    "evidence",
                    JsonNodeFactory.instance
                            .arrayNode()
                            .addAll(badge.evidence().stream()
                                    .map(HostedDocuments::evidence)
                                    .toList()));
        }
        return related(document, badge.id(), "OpenBadgeCredential");
    }

    /** What the address of a revoked assertion gives, with the status 410 and the published reason (section 3.7). */
    public static ObjectNode revoked(URI assertion, @Nullable String reason) {
        var document = document(assertion, "Assertion").put("revoked", true);
        put(document, "revocationReason", reason);
        return document;
    }

    /** A revoked assertion and the reason that was published. */
    public record Revoked(URI assertion, @Nullable String reason) {}

    /** Open Badges 2.0, RevocationList. */
    public static ObjectNode revocationList(List<Revoked> revoked, HostedAddresses at) {
        var document = document(at.revocationList(), "RevocationList");
        document.put("issuer", at.issuer().toString());
        var list = document.putArray("revokedAssertions");
        revoked.forEach(entry ->
                put(list.addObject().put("id", entry.assertion().toString()), "revocationReason", entry.reason()));
        return document;
    }

    /** The hashed address where the person asked for one; else the badge's own opaque name of the person. */
    private static ObjectNode recipient(Credential.Badge badge) {
        var recipient = StrictJson.object();
        if (badge.identities().isEmpty()) {
            return recipient
                    .put("type", "id")
                    .put("hashed", false)
                    .put("identity", badge.recipient().toString());
        }
        var identity = badge.identities().getFirst();
        recipient.put("type", "email").put("hashed", true);
        return recipient.put("salt", identity.salt()).put("identity", identity.hash());
    }

    private static ObjectNode alignment(Alignment alignment) {
        var node = StrictJson.object().put("targetName", alignment.name());
        put(node, "targetUrl", alignment.url());
        put(node, "targetDescription", alignment.description());
        put(node, "targetFramework", alignment.framework());
        put(node, "targetCode", alignment.code());
        return node;
    }

    private static ObjectNode evidence(Evidence evidence) {
        var node = StrictJson.object();
        put(node, "id", evidence.page());
        node.put("type", "Evidence");
        put(node, "name", evidence.name());
        put(node, "description", evidence.description());
        put(node, "narrative", evidence.narrative());
        put(node, "genre", evidence.genre());
        return node;
    }

    private static ObjectNode document(URI id, String type) {
        return StrictJson.object()
                .put("@context", CONTEXT)
                .put("id", id.toString())
                .put("type", type);
    }

    private static ObjectNode related(ObjectNode document, URI id, String type) {
        document.putArray("related").addObject().put("id", id.toString()).put("type", type);
        return document;
    }

    private static void put(ObjectNode node, String name, @Nullable Object value) {
        if (value != null) {
            node.put(name, value.toString());
        }
    }
}
