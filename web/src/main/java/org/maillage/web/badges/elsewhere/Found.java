package org.maillage.web.badges.elsewhere;

import java.util.EnumSet;
import java.util.Set;
import org.maillage.badge.verify.Check;
import org.maillage.badge.verify.Check.Kind;
import org.maillage.badge.verify.Check.State;
import org.maillage.badge.verify.Reason;
import org.maillage.badge.verify.Verdict;

/** What was found of a badge when it was verified last. */
public enum Found {
    /** Everything holds, and the issuer is one that is trusted here. */
    GOOD,
    /** The signature holds; whether its key is the issuer's cannot be told here. */
    SIGNED,
    /** The issuer's key is not known here, so that the signature could not be looked at. */
    UNSURE,
    /** It was good, and is over: revoked, suspended or expired. */
    ENDED,
    /** It is not what was signed, or says what cannot be. */
    FORGED;

    private static final Set<Reason> ENDS =
            EnumSet.of(Reason.REVOKED, Reason.SUSPENDED, Reason.EXPIRED, Reason.NOT_YET_VALID);

    static Found of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Good _ -> GOOD;
            case Verdict.Unsure unsure -> isSigned(unsure) ? SIGNED : UNSURE;
            case Verdict.Bad bad -> isOver(bad) ? ENDED : FORGED;
            case Verdict.Unreadable _ -> FORGED;
        };
    }

    private static boolean isSigned(Verdict verdict) {
        return verdict.checks().stream()
                .anyMatch(check -> check.kind() == Kind.SIGNATURE && check.state() == State.PASSED);
    }

    private static boolean isOver(Verdict.Bad bad) {
        return isSigned(bad)
                && bad.checks().stream()
                        .filter(check -> check.state() == State.FAILED)
                        .map(Check::reason)
                        .allMatch(ENDS::contains);
    }

    /** The first thing that is wrong, for whoever sent it; empty where nothing is. */
    static String wrong(Verdict verdict) {
        return verdict.checks().stream()
                .filter(check -> check.state() == State.FAILED)
                .map(check -> check.reason() + about(check))
                .findFirst()
                .orElse("");
    }

    private static String about(Check check) {
        var about = check.details().getOrDefault("about", "");
        return about.isBlank() ? "" : " (" + about + ")";
    }
}
