package org.maillage.badge.credential;

import org.jspecify.annotations.Nullable;
import org.maillage.badge.jsonld.Graph;

/**
 * The properties of our credentials: key in JSON, meaning, and type of the value where the contexts (VC 2.0 and Open
 * Badges 3.0.3) give one. A test holds them against the contexts themselves.
 */
enum Term {
    NAME("name", Term.SCHEMA + "name"),
    DESCRIPTION("description", Term.SCHEMA + "description"),
    ISSUER("issuer", Term.CREDENTIALS + "issuer"),
    VALID_FROM("validFrom", Term.CREDENTIALS + "validFrom", Term.XSD_DATE_TIME),
    VALID_UNTIL("validUntil", Term.CREDENTIALS + "validUntil", Term.XSD_DATE_TIME),
    /** The published context writes the type with a prefix that it does not define, so this is its IRI. */
    AWARDED_DATE("awardedDate", Term.OPEN_BADGES + "awardedDate", "xsd:dateTime"),
    CREDENTIAL_SUBJECT("credentialSubject", Term.CREDENTIALS + "credentialSubject"),
    CREDENTIAL_STATUS("credentialStatus", Term.CREDENTIALS + "credentialStatus"),
    EVIDENCE("evidence", Term.CREDENTIALS + "evidence"),
    ENDORSEMENT("endorsement", Term.OPEN_BADGES + "endorsement"),
    IMAGE("image", Term.OPEN_BADGES + "image"),
    CAPTION("caption", Term.SCHEMA + "caption"),
    NARRATIVE("narrative", Term.OPEN_BADGES + "narrative"),
    GENRE("genre", Term.SCHEMA + "genre"),
    URL("url", Term.SCHEMA + "url", Term.ANY_URI),
    EMAIL("email", Term.SCHEMA + "email"),
    OTHER_IDENTIFIER("otherIdentifier", Term.OPEN_BADGES + "otherIdentifier"),
    IDENTIFIER("identifier", Term.OPEN_BADGES + "identifier"),
    IDENTIFIER_TYPE("identifierType", Term.OPEN_BADGES + "identifierType"),
    HASHED("hashed", Term.OPEN_BADGES + "hashed", Term.BOOLEAN),
    IDENTITY_HASH("identityHash", Term.OPEN_BADGES + "identityHash"),
    IDENTITY_TYPE("identityType", Term.OPEN_BADGES + "identityType"),
    SALT("salt", Term.OPEN_BADGES + "salt"),
    ACHIEVEMENT("achievement", Term.OPEN_BADGES + "achievement"),
    ACHIEVEMENT_TYPE("achievementType", Term.OPEN_BADGES + "achievementType"),
    CREATOR("creator", Term.OPEN_BADGES + "creator"),
    CRITERIA("criteria", Term.OPEN_BADGES + "Criteria"),
    IN_LANGUAGE("inLanguage", Term.SCHEMA + "inLanguage"),
    RELATED("related", Term.OPEN_BADGES + "related"),
    VERSION("version", Term.OPEN_BADGES + "version"),
    ALIGNMENT("alignment", Term.OPEN_BADGES + "alignment"),
    TARGET_NAME("targetName", Term.SCHEMA + "targetName"),
    TARGET_URL("targetUrl", Term.SCHEMA + "targetUrl", Term.ANY_URI),
    TARGET_FRAMEWORK("targetFramework", Term.SCHEMA + "targetFramework"),
    TARGET_CODE("targetCode", Term.OPEN_BADGES + "targetCode"),
    TARGET_DESCRIPTION("targetDescription", Term.SCHEMA + "targetDescription"),
    ENDORSEMENT_COMMENT("endorsementComment", Term.OPEN_BADGES + "endorsementComment"),
    STATUS_PURPOSE("statusPurpose", Term.STATUS + "statusPurpose"),
    STATUS_LIST_INDEX("statusListIndex", Term.STATUS + "statusListIndex"),
    STATUS_LIST_CREDENTIAL("statusListCredential", Term.STATUS + "statusListCredential");

    static final String CREDENTIALS = "https://www.w3.org/2018/credentials#";
    static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";
    static final String SCHEMA = "https://schema.org/";
    static final String STATUS = "https://www.w3.org/ns/credentials/status#";
    static final String XSD_DATE_TIME = "http://www.w3.org/2001/XMLSchema#dateTime";

    /** The Open Badges context writes these with https, which makes them IRIs of their own. */
    static final String ANY_URI = "https://www.w3.org/2001/XMLSchema#anyURI";

    static final String BOOLEAN = "https://www.w3.org/2001/XMLSchema#boolean";

    final String key;
    final @Nullable String type;

    /** The relation in a graph. */
    @SuppressWarnings("ImmutableEnumChecker") // nothing of an IRI's node ever changes
    final Graph.Term predicate;

    Term(String key, String iri) {
        this(key, iri, null);
    }

    Term(String key, String iri, @Nullable String type) {
        this.key = key;
        this.type = type;
        this.predicate = Graph.iri(iri);
    }
}
