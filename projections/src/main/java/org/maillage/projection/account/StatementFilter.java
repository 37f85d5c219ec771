package org.maillage.projection.account;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a statement are asked for.
 *
 * @param what what moved; empty for everything
 * @param from first civil day of recording; null for the beginning
 * @param to last civil day of recording; null for no end
 */
public record StatementFilter(
        Set<StatementLine.What> what,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Every line. */
    public static final StatementFilter ALL = new StatementFilter(Set.of(), null, null);

    public StatementFilter {
        what = Set.copyOf(what);
    }

    /** Names of what moved, between commas. */
    String names() {
        return (what.isEmpty() ? Set.of(StatementLine.What.values()) : what)
                .stream().map(Enum::name).collect(Collectors.joining(","));
    }
}
