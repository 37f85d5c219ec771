package org.maillage.badge.credential;

import java.net.URI;

/**
 * Another name of the same thing (Open Badges 3.0, IdentifierEntry).
 *
 * @param type a value of IdentifierTypeEnum, or one of its extensions {@code ext:…}
 */
public record OtherIdentifier(String identifier, String type) {

    private static final String OPEN_BADGES_2 = "ext:open-badges-2.0";
    private static final String DID = "ext:did";

    /** The hosted document of Open Badges 2.0 that says the same. */
    public static OtherIdentifier openBadges2(URI document) {
        return new OtherIdentifier(document.toString(), OPEN_BADGES_2);
    }

    /** A decentralised identifier of the same entity. */
    public static OtherIdentifier did(URI did) {
        return new OtherIdentifier(did.toString(), DID);
    }

    Thing thing() {
        return Thing.of(null, Type.IDENTIFIER_ENTRY)
                .text(Term.IDENTIFIER, identifier)
                .text(Term.IDENTIFIER_TYPE, type);
    }
}
