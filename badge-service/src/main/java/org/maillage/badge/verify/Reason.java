package org.maillage.badge.verify;

import org.maillage.badge.image.MalformedImage;
import org.maillage.badge.jsonld.Malformed.Problem;

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
    /** Three parts as a token has them, of which one is no longer what it was. */
    TOKEN_UNREADABLE,
    MISSING_PROPERTY,
    WRONG_PROPERTY,
    PRIVATE_KEY_INSIDE,
    IMAGE_WITHOUT_BADGE,
    /** Only the address of a badge is in the picture, as Open Badges 1.0 and 2.0 allow. */
    IMAGE_WITH_ADDRESS,
    IMAGE_REFUSED,
    /** Of more pixels than any badge's picture: whoever draws it would run out of memory. */
    IMAGE_TOO_LARGE,
    IMAGE_CUT_SHORT,
    IMAGE_CHANGED,
    /** The standard forbids it: what is compressed may unpack without end. */
    IMAGE_BADGE_COMPRESSED,
    IMAGE_WITH_SEVERAL_BADGES,
    IMAGE_WITH_DOCUMENT_TYPE,
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
    /** It is an endorsement of a badge that was awarded here, and by whoever gave it. */
    ENDORSER_KNOWN,
    /** It says that it endorses a badge of this installation, which knows of no such endorsement, or no longer. */
    ENDORSEMENT_NOT_HERE,
    /** Whom it names did not sign it, or not as it is now. */
    ISSUER_NOT_SHOWN,
    // period
    WITHIN_PERIOD,
    NOT_YET_VALID,
    EXPIRED,
    // status
    NOT_REVOKED,
    ENDORSEMENT_STANDS,
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
    /** One of them is of this installation, and stands no longer, or never did. */
    ENDORSEMENTS_WITHDRAWN,
    NO_ENDORSEMENTS;

    /** What is wrong with a picture. */
    static Reason of(MalformedImage.Problem problem) {
        return switch (problem) {
            case BROKEN -> IMAGE_REFUSED;
            case TOO_LARGE -> IMAGE_TOO_LARGE;
            case CUT_SHORT -> IMAGE_CUT_SHORT;
            case CHANGED -> IMAGE_CHANGED;
            case BADGE_COMPRESSED -> IMAGE_BADGE_COMPRESSED;
            case SEVERAL_BADGES -> IMAGE_WITH_SEVERAL_BADGES;
            case DOCUMENT_TYPE -> IMAGE_WITH_DOCUMENT_TYPE;
        };
    }

    /** What is wrong with a token, of which no part is looked into that cannot be read. */
    static Reason ofToken(Problem problem) {
        return switch (problem) {
            case NOT_JSON, NOT_UTF_8, NOT_AN_OBJECT, NUL_CHARACTER, LONE_SURROGATE -> TOKEN_UNREADABLE;
            case TOO_LARGE,
                    TOO_DEEP,
                    TOO_MANY_NODES,
                    DUPLICATE_KEY,
                    NUMBER_OUT_OF_RANGE,
                    UNKNOWN_CONTEXT,
                    UNSAFE_CONTEXT,
                    UNDEFINED_TERM,
                    RELATIVE_IRI,
                    TOO_COMPLEX,
                    NOT_JSON_LD -> of(problem);
        };
    }

    static Reason of(Problem problem) {
        return valueOf(problem.name());
    }
}
