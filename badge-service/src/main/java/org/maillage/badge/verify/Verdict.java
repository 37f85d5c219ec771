package org.maillage.badge.verify;

import java.util.List;
import java.util.Optional;
import org.maillage.badge.verify.Check.State;

/** What became of a verification. */
public sealed interface Verdict {

    /** Every check in the order of their kinds, each kind once. */
    List<Check> checks();

    /** What was looked at; empty where it could not be read. */
    default Optional<Presented> presented() {
        return switch (this) {
            case Good(var badge, var _) -> Optional.of(badge);
            case Unsure(var badge, var _) -> Optional.of(badge);
            case Bad(var badge, var _) -> Optional.of(badge);
            case Unreadable _ -> Optional.empty();
        };
    }

    /** Everything that was asked holds. */
    record Good(Presented badge, List<Check> checks) implements Verdict {}

    /** Nothing is wrong with it, and something could not be found out. */
    record Unsure(Presented badge, List<Check> checks) implements Verdict {}

    /** Something is wrong with it. */
    record Bad(Presented badge, List<Check> checks) implements Verdict {}

    /** It is no badge that can be read; the one check says why. */
    record Unreadable(List<Check> checks) implements Verdict {}

    static Verdict of(Presented badge, List<Check> checks) {
        var sorted = checks.stream()
                .sorted(java.util.Comparator.comparing(Check::kind))
                .toList();
        if (sorted.stream().anyMatch(check -> check.state() == State.FAILED)) {
            return new Bad(badge, sorted);
        }
        return sorted.stream().anyMatch(check -> check.state() == State.UNKNOWN)
                ? new Unsure(badge, sorted)
                : new Good(badge, sorted);
    }

    static Verdict unreadable(Reason reason, String about) {
        return new Unreadable(List.of(Check.failed(Check.Kind.FORMAT, reason).with("about", about)));
    }
}
