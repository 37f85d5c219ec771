package org.maillage.badge.verify;

/** Why a check came out as it did. The words for people are the web's, one for each. */
public enum Reason {
    // format
    READABLE,
    TOO_LARGE,
    TOO_DEEP,
    TOO_MANY_NODES,
    NOT_UTF_8,
    NOT_JSON,
    NOT_AN_OBJECT,
    DUPLICATE_KEY,
    LONE_SURROGATE,
    NUL_CHARACTER,
    NUMBER_OUT_OF_RANGE,
    NOT_A_BADGE,
    OPEN_BADGES_1,
    PRESENTATION,
    MISSING_PROPERTY,
    WRONG_PROPERTY,
    PRIVATE_KEY_INSIDE,
    IMAGE_WITHOUT_BADGE,
    IMAGE_REFUSED,
    /** A drawing that would run something where it is shown: no badge needs that. */
    IMAGE_WITH_SCRIPT,
    // contexts
    CONTEXTS_KNOWN,
    WRONG_CONTEXT,
    UNKNOWN_CONTEXT,
    UNSAFE_CONTEXT,
    UNDEFINED_TERM,
    RELATIVE_IRI,
    TOO_COMPLEX,
    NOT_JSON_LD,
    // signature
    SIGNATURE_GOOD,
    SIGNATURE_WRONG,
    NO_PROOF,
    UNSUPPORTED_PROOF,
    WRONG_PURPOSE,
    ALGORITHM_NONE,
    UNSUPPORTED_ALGORITHM,
    KEY_NOT_FOUND,
    KEY_NOT_OF_ISSUER,
    /** The issuer is known here with all of its keys, and none of them made it. */
    NOT_BY_ISSUER,
    KEY_COMPROMISED,
    /** Signed before the key was stolen, as the document says; whoever has the key can say so too. */
    KEY_COMPROMISED_LATER,
    CLAIM_MISMATCH,
    HOSTED_AS_GIVEN,
    HOSTED_DIFFERS,
    /** At an address that is not the issuer's. */
    HOSTED_ELSEWHERE,
    HOSTED_NOT_FETCHED,
    // issuer
    ISSUER_KNOWN,
    /** By a key that whoever asks says is the issuer's. */
    ISSUER_GIVEN,
    ISSUER_UNKNOWN,
    /** Whom it names did not sign it, or not as it is now. */
    ISSUER_NOT_SHOWN,
    // period
    WITHIN_PERIOD,
    NOT_YET_VALID,
    EXPIRED,
    // status
    NOT_REVOKED,
    NO_STATUS,
    REVOKED,
    SUSPENDED,
    STATUS_NOT_FETCHED,
    STATUS_UNREADABLE,
    STATUS_OUTDATED,
    UNSUPPORTED_STATUS,
    // recipient
    RECIPIENT_MATCHES,
    RECIPIENT_OTHER,
    RECIPIENT_NOT_TOLD,
    RECIPIENT_NOT_ASKED,
    // endorsements
    ENDORSEMENTS_GOOD,
    ENDORSEMENTS_DOUBTFUL,
    NO_ENDORSEMENTS;

    static Reason of(org.maillage.badge.jsonld.Malformed.Problem problem) {
        return valueOf(problem.name());
    }
}
