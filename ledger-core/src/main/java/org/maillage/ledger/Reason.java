package org.maillage.ledger;

/**
 * Every reason for which the ledger refuses. Its lower-case name with hyphens is the stable {@code type} of the API's
 * problem; screens translate it.
 */
public enum Reason {
    /** the thing named does not exist, or not in this network */
    UNKNOWN_CONTRIBUTION(Category.NOT_FOUND),
    UNKNOWN_SHARE(Category.NOT_FOUND),
    UNKNOWN_MEMBER(Category.NOT_FOUND),
    UNKNOWN_NETWORK(Category.NOT_FOUND),
    UNKNOWN_PERSON(Category.NOT_FOUND),
    UNKNOWN_ORGANISATION(Category.NOT_FOUND),
    UNKNOWN_KIND(Category.NOT_FOUND),
    UNKNOWN_BADGE(Category.NOT_FOUND),
    UNKNOWN_AWARD(Category.NOT_FOUND),
    UNKNOWN_PRACTICE(Category.NOT_FOUND),
    UNKNOWN_ISSUER_KEY(Category.NOT_FOUND),

    /** who was authenticated may not act as the member named */
    NOT_YOURSELF(Category.FORBIDDEN),
    NOT_A_COORDINATOR(Category.FORBIDDEN),
    NOT_AN_ADMINISTRATOR(Category.FORBIDDEN),
    NOT_YOUR_SHARE(Category.FORBIDDEN),
    NOT_THE_AUTHOR(Category.FORBIDDEN),
    /** rule 3: nobody decides what they gain from */
    DECIDES_OWN_CLAIM(Category.FORBIDDEN),
    /** rule 1: another coordinator decides an appeal */
    DECIDED_BEFORE(Category.FORBIDDEN),
    /** rule 2: only the coordinator who decided undoes */
    NOT_THE_DECIDER(Category.FORBIDDEN),
    /** a witness gains nothing from the claim */
    GAINS_FROM_IT(Category.FORBIDDEN),
    NOT_AN_ACTIVE_MEMBER(Category.FORBIDDEN),
    /** a badge is accepted and shown by its member alone */
    NOT_YOUR_BADGE(Category.FORBIDDEN),
    /** a coordinator decides on no badge of their own */
    DECIDES_OWN_BADGE(Category.FORBIDDEN),
    ENDORSES_ONESELF(Category.FORBIDDEN),
    NOT_YOUR_ORGANISATION(Category.FORBIDDEN),
    /** by its rule a badge is awarded by the program alone */
    NOT_THE_PROGRAM(Category.FORBIDDEN),

    /** the state does not allow it */
    ALREADY_DECIDED(Category.CONFLICT),
    NOT_DECIDED(Category.CONFLICT),
    NOT_VALIDATED(Category.CONFLICT),
    NOT_DECLINED(Category.CONFLICT),
    ALREADY_WITHDRAWN(Category.CONFLICT),
    ALREADY_APPEALED(Category.CONFLICT),
    /** the question has its answer */
    ALREADY_ANSWERED(Category.CONFLICT),
    /** rule 1: nobody had answered for the share when the claim was validated; it can be claimed anew */
    SHARE_LAPSED(Category.CONFLICT),
    ALREADY_EXISTS(Category.CONFLICT),
    ALREADY_LINKED(Category.CONFLICT),
    HAS_LEFT(Category.CONFLICT),
    NO_QUESTION_OPEN(Category.CONFLICT),
    UNDO_TOO_LATE(Category.CONFLICT),
    NOBODY_CONFIRMED(Category.CONFLICT),
    REPLACED_CLAIM_STILL_STANDS(Category.CONFLICT),
    UNINVOLVED_COORDINATOR_EXISTS(Category.CONFLICT),
    NOBODY_CAN_DECIDE(Category.CONFLICT),
    LAST_COORDINATOR(Category.CONFLICT),
    BADGE_RETIRED(Category.CONFLICT),
    /** the definition has another version now */
    BADGE_REVISED(Category.CONFLICT),
    BADGE_NOT_ACCEPTED(Category.CONFLICT),
    BADGE_REVOKED(Category.CONFLICT),
    NOT_BY_ENDORSEMENT(Category.CONFLICT),
    /** what others endorsed is not described anew */
    PRACTICE_ENDORSED(Category.CONFLICT),
    /** its member has described it anew since it was read */
    PRACTICE_DESCRIBED_ANEW(Category.CONFLICT),
    NOT_ENDORSED(Category.CONFLICT),
    NEVER_EXPIRES(Category.CONFLICT),
    NOT_A_COORDINATOR_YET(Category.CONFLICT),
    /** rule 12: above 12 hours on that day; answer the question and send again */
    LONG_DAY(Category.CONFLICT),
    /** rule 12: this may be there already; answer the question and send again */
    POSSIBLE_DUPLICATE(Category.CONFLICT),
    /** another coordinator asked for a clarification meanwhile */
    QUESTION_OPEN(Category.CONFLICT),
    /** the person holds another membership of this network */
    HOLDS_ANOTHER_MEMBERSHIP(Category.CONFLICT),
    CHARTER_UNKNOWN(Category.NOT_FOUND),
    /** the same key was used for another content */
    KEY_REUSED(Category.UNPROCESSABLE),
    /** somebody changed the same thing again and again; try once more */
    TOO_BUSY(Category.BUSY),

    /** what is asked is not valid */
    NO_SHARE(Category.INVALID),
    TOO_MANY_SHARES(Category.INVALID),
    SHARE_TWICE(Category.INVALID),
    CONTRIBUTOR_TWICE(Category.INVALID),
    DAY_IN_THE_FUTURE(Category.INVALID),
    /** a client says that a claim was declared later than now */
    DECLARED_IN_THE_FUTURE(Category.INVALID),
    DAY_TOO_OLD(Category.INVALID),
    QUANTITY_MISSING(Category.INVALID),
    QUANTITY_NOT_OF_THE_KIND(Category.INVALID),
    MORE_THAN_CONFIRMED(Category.INVALID),
    /** rule 1: a share accepted for less is so for less than was confirmed, and its reason is true */
    NOT_LESS(Category.INVALID),
    /** every share that was confirmed is left out: that would be a refusal */
    NOTHING_ACCEPTED(Category.INVALID),
    REASON_MISSING(Category.INVALID),
    TEXT_TOO_LONG(Category.INVALID),
    TEXT_MISSING(Category.INVALID),
    TEXT_UNREADABLE(Category.INVALID),
    TOO_MUCH_EVIDENCE(Category.INVALID),
    LINK_INVALID(Category.INVALID),
    FILE_TOO_LARGE(Category.INVALID),
    FILE_NOT_READABLE(Category.INVALID),
    TOO_MANY_NAMED(Category.INVALID),
    MORE_THAN_24_HOURS(Category.INVALID),
    AMOUNT_NEGATIVE(Category.INVALID),
    AMOUNT_TOO_LARGE(Category.INVALID),
    NOT_ENOUGH_AVAILABLE(Category.INVALID),
    GIVES_TO_ITSELF(Category.INVALID),
    OTHER_NETWORK(Category.INVALID),
    EFFECTIVE_BEFORE_ADOPTION(Category.INVALID),
    VERSION_NOT_NEXT(Category.INVALID),
    TARIFF_INCOMPLETE(Category.INVALID),
    /** the version would say what is said already (rule 11) */
    NOTHING_CHANGES(Category.INVALID),
    SIRET_INVALID(Category.INVALID),
    /** no département has, or had, communes of this code */
    COMMUNE_INVALID(Category.INVALID),
    PARENT_WITHIN_ITSELF(Category.INVALID),
    EMAIL_INVALID(Category.INVALID),
    RULE_TOO_LARGE(Category.INVALID),
    INVALID_VALUE(Category.INVALID),

    /** the row of a source was seen before (rule 12) */
    ROW_SEEN(Category.CONFLICT);

    /** What a refusal means to whoever asked, whatever the protocol. */
    public enum Category {
        NOT_FOUND,
        FORBIDDEN,
        CONFLICT,
        UNPROCESSABLE,
        INVALID,
        BUSY
    }

    private final Category category;

    Reason(Category category) {
        this.category = category;
    }

    public Category category() {
        return category;
    }

    /** Its stable name in the API, such as {@code not-enough-available}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
