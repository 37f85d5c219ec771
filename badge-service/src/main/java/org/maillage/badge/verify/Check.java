package org.maillage.badge.verify;

import java.util.Map;

/**
 * One thing that was looked at.
 *
 * @param details what the reason is about, by name: plain text to be shown escaped, times in ISO 8601
 */
public record Check(Kind kind, State state, Reason reason, Map<String, String> details) {

    /** What was looked at, in the order in which checks are listed. */
    public enum Kind {
        FORMAT,
        CONTEXTS,
        SIGNATURE,
        ISSUER,
        PERIOD,
        STATUS,
        RECIPIENT,
        ENDORSEMENTS
    }

    /** How it came out. */
    public enum State {
        PASSED,
        FAILED,
        /** It could not be found out here: not good, and not bad. */
        UNKNOWN,
        /** Nobody asked, or the badge has no such thing. */
        NOT_ASKED
    }

    public Check {
        details = Map.copyOf(details);
    }

    static Check passed(Kind kind, Reason reason) {
        return new Check(kind, State.PASSED, reason, Map.of());
    }

    static Check failed(Kind kind, Reason reason) {
        return new Check(kind, State.FAILED, reason, Map.of());
    }

    static Check unknown(Kind kind, Reason reason) {
        return new Check(kind, State.UNKNOWN, reason, Map.of());
    }

    static Check notAsked(Kind kind, Reason reason) {
        return new Check(kind, State.NOT_ASKED, reason, Map.of());
    }

    /** The same with a detail more; a long text is cut at 300 characters. */
    Check with(String name, String value) {
        var more = new java.util.HashMap<>(details);
        more.put(name, value.length() <= 300 ? value : value.substring(0, 300));
        return new Check(kind, state, reason, more);
    }
}
