package org.maillage.web.network;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.value.KindCode;
import org.maillage.projection.network.Tariff;

/**
 * The versions of a network's tariff, and which of them rules a day (rule 4).
 *
 * @param versions oldest first, from 1 without gaps
 */
record Tariffs(List<Tariff> versions) {

    private static final Comparator<Tariff> BY_EFFECT =
            Comparator.comparing(Tariff::effective).thenComparingInt(Tariff::version);

    Tariffs {
        versions = List.copyOf(versions);
    }

    /** The newest version, in force or still to come. */
    Tariff newest() {
        return versions.getLast();
    }

    /** A version; empty where there is none. */
    Optional<Tariff> version(int number) {
        return number >= 1 && number <= versions.size() ? Optional.of(versions.get(number - 1)) : Optional.empty();
    }

    /** The version in force on a day: the one that took effect last by then, or version 1 before all of them. */
    Tariff on(LocalDate day) {
        return ruling(versions, day);
    }

    /** The line that rules a kind on a day; empty where no version holds the kind. */
    Optional<TariffLine> lineOn(LocalDate day, KindCode kind) {
        var holding = versions.stream().filter(v -> line(v, kind).isPresent()).toList();
        return holding.isEmpty() ? Optional.empty() : line(ruling(holding, day), kind);
    }

    /** What a version says of a kind; empty where it is older than the kind. */
    static Optional<TariffLine> line(Tariff version, KindCode kind) {
        return version.lines().stream().filter(line -> line.kind().equals(kind)).findFirst();
    }

    private static Tariff ruling(List<Tariff> among, LocalDate day) {
        return among.stream()
                .filter(version -> !version.effective().isAfter(day))
                .max(BY_EFFECT)
                .orElseGet(() -> among.stream().min(BY_EFFECT).orElseThrow());
    }
}
