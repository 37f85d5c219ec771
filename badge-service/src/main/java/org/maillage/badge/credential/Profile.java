package org.maillage.badge.credential;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.jsonld.Contexts;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.IssuerKey;
import org.maillage.badge.proof.KeyDocuments;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who issues a badge or endorses one (Open Badges 3.0, Profile); embedded in each credential, since a bare address makes
 * verifiers fail.
 *
 * @param id the address of its own document, or a DID; the controller of its keys
 */
public record Profile(
        URI id,
        String name,
        @Nullable URI url,
        @Nullable String description,
        @Nullable String email,
        @Nullable Image image,
        List<OtherIdentifier> otherIdentifiers) {

    public Profile {
        otherIdentifiers = List.copyOf(otherIdentifiers);
    }

    /** A profile of which no more than the name is told. */
    public static Profile named(URI id, String name) {
        return new Profile(id, name, null, null, null, null, List.of());
    }

    Thing thing() {
        return Thing.of(id, Type.PROFILE)
                .text(Term.NAME, name)
                .address(Term.URL, url)
                .text(Term.DESCRIPTION, description)
                .text(Term.EMAIL, email)
                .one(Term.IMAGE, image == null ? null : image.thing())
                .many(
                        Term.OTHER_IDENTIFIER,
                        otherIdentifiers.stream().map(OtherIdentifier::thing).toList());
    }

    /**
     * What the profile's own address gives: the profile, and which keys speak for it, so that it is the controller
     * document of its keys (Controlled Identifiers 1.0, section 2.1). The DID context comes first: by it other
     * libraries read the keys without a JSON-LD processor.
     */
    public ObjectNode document(List<IssuerKey> keys) {
        var document = StrictJson.object();
        document.set(
                "@context",
                StrictJson.texts(List.of(
                        KeyDocuments.DID,
                        KeyDocuments.MULTIKEY,
                        KeyDocuments.JSON_WEB_KEY,
                        Contexts.CREDENTIALS,
                        Contexts.OPEN_BADGES)));
        thing().json(document);
        KeyDocuments.addKeys(document, keys);
        return document;
    }
}
