package org.maillage.projection.network;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.value.KindCode;

/**
 * The versions of a network's tariff, and which of them rules a day and a kind, exactly as the ledger credits (rule 4).
 *
 * @param versions oldest first, from 1 without gaps; none only for a network that the view does not know
 */
public record Tariffs(List<Tariff> versions) {

    private static final Comparator<Tariff> BY_EFFECT =
            Comparator.comparing(Tariff::effective).thenComparingInt(Tariff::version);

    public Tariffs {
        versions = List.copyOf(versions);
    }

    /** A version and its line for one kind. */
    public record InForce(Tariff version, TariffLine line) {}

    /** A version; empty where there is none. */
    public Optional<Tariff> version(int number) {
        return number >= 1 && number <= versions.size() ? Optional.of(versions.get(number - 1)) : Optional.empty();
    }

    /**
     * The version in force on a day: the one that took effect last by then, or the earliest before all of them. Empty
     * where there is no version.
     */
    public Optional<Tariff> on(LocalDate day) {
        return ruling(versions, day);
    }

    /**
     * What rules a kind on a day: versions that lack the kind are passed over, so that a kind added later is ruled on
     * earlier days by the first version that holds it. Empty where no version holds it.
     */
    public Optional<InForce> on(LocalDate day, KindCode kind) {
        var holding = versions.stream().filter(v -> v.line(kind).isPresent()).toList();
        return ruling(holding, day).flatMap(v -> v.line(kind).map(line -> new InForce(v, line)));
    }

    /**
     * What will rule once every version has taken effect, under the newest number: for each kind the line that will
     * rule it then, and for the rest the version that takes effect last. A next version starts from it.
     *
     * @throws java.util.NoSuchElementException where there is no version
     */
    public Tariff last() {
        var last = on(LocalDate.MAX).orElseThrow();
        var lines = new LinkedHashMap<KindCode, TariffLine>();
        last.lines().forEach(line -> lines.put(line.kind(), line));
        versions.stream()
                .flatMap(version -> version.lines().stream())
                .map(TariffLine::kind)
                .forEach(kind -> on(LocalDate.MAX, kind).ifPresent(rules -> lines.put(kind, rules.line())));
        return new Tariff(
                versions.getLast().version(),
                last.effective(),
                last.adoptedOn(),
                last.by(),
                last.paidTimeToFund(),
                last.floor(),
                last.note(),
                List.copyOf(lines.values()));
    }

    private static Optional<Tariff> ruling(List<Tariff> among, LocalDate day) {
        return among.stream()
                .filter(version -> !version.effective().isAfter(day))
                .max(BY_EFFECT)
                .or(() -> among.stream().min(BY_EFFECT));
    }
}
