package org.maillage.badge.credential;

import org.maillage.badge.jsonld.Graph;

/** The types of things in our credentials, each with what it means (contexts of VC 2.0 and Open Badges 3.0.3). */
enum Type {
    VERIFIABLE_CREDENTIAL("VerifiableCredential", Term.CREDENTIALS),
    OPEN_BADGE_CREDENTIAL("OpenBadgeCredential", Term.OPEN_BADGES),
    ENDORSEMENT_CREDENTIAL("EndorsementCredential", Term.OPEN_BADGES),
    PROFILE("Profile", Term.OPEN_BADGES),
    ACHIEVEMENT_SUBJECT("AchievementSubject", Term.OPEN_BADGES),
    ENDORSEMENT_SUBJECT("EndorsementSubject", Term.OPEN_BADGES),
    ACHIEVEMENT("Achievement", Term.OPEN_BADGES),
    RELATED("Related", Term.OPEN_BADGES),
    EVIDENCE("Evidence", Term.OPEN_BADGES),
    /** Its IRI is of schema.org, under another name. */
    ALIGNMENT("Alignment", Term.SCHEMA + "AlignmentObject", false),
    IMAGE("Image", Term.OPEN_BADGES + "Image", true),
    IDENTITY_OBJECT("IdentityObject", Term.OPEN_BADGES + "IdentityObject", true),
    IDENTIFIER_ENTRY("IdentifierEntry", Term.OPEN_BADGES + "IdentifierEntry", true),
    BITSTRING_STATUS_LIST_ENTRY("BitstringStatusListEntry", Term.STATUS + "BitstringStatusListEntry", true);

    final String key;
    /** Its node in a graph. */
    @SuppressWarnings("ImmutableEnumChecker") // nothing of an IRI's node ever changes
    final Graph.Term node;

    /** Whether the data model asks for one text rather than a list of texts. */
    final boolean single;

    Type(String key, String vocabulary) {
        this(key, vocabulary + key, false);
    }

    Type(String key, String iri, boolean single) {
        this.key = key;
        this.node = Graph.iri(iri);
        this.single = single;
    }
}
