package org.maillage.ledger.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maillage.ledger.event.GovernanceEvent;
import org.maillage.ledger.event.GovernanceEvent.TariffAdopted;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.value.KindCode;

/**
 * The tariff versions of a network.
 *
 * @param versions in order of version, from 1 without gaps
 */
public record TariffState(List<TariffAdopted> versions) {

    static final TariffState NONE = new TariffState(List.of());

    private static final Comparator<TariffAdopted> BY_EFFECT =
            Comparator.comparing(TariffAdopted::effective).thenComparingInt(TariffAdopted::version);

    /** A version and its line for one kind. */
    public record InForce(TariffAdopted version, TariffLine line) {}

    /** The number of the newest version; 0 where there is none. */
    public int newest() {
        return versions.size();
    }

    /**
     * The version that rules a day (rule 4): of those that take effect by that day the latest, or else the earliest of
     * all, since version 1 covers all earlier days.
     */
    public TariffAdopted on(LocalDate day) {
        return ruling(versions, day);
    }

    /**
     * The line that rules a kind on a day; a kind added later is ruled on earlier days by the first version that holds
     * it. Empty where no version holds the kind.
     */
    public Optional<InForce> on(LocalDate day, KindCode kind) {
        var holding = versions.stream().filter(v -> line(v, kind).isPresent()).toList();
        if (holding.isEmpty()) {
            return Optional.empty();
        }
        var version = ruling(holding, day);
        return line(version, kind).map(line -> new InForce(version, line));
    }

    private static TariffAdopted ruling(List<TariffAdopted> among, LocalDate day) {
        return among.stream()
                .filter(v -> !v.effective().isAfter(day))
                .max(BY_EFFECT)
                .orElseGet(() -> among.stream().min(BY_EFFECT).orElseThrow());
    }

    private static Optional<TariffLine> line(TariffAdopted version, KindCode kind) {
        return version.lines().stream().filter(l -> l.kind().equals(kind)).findFirst();
    }

    TariffState evolve(GovernanceEvent event) {
        return switch (event) {
            case TariffAdopted adopted -> {
                var more = new ArrayList<>(versions);
                more.add(adopted);
                yield new TariffState(List.copyOf(more));
            }
            case GovernanceEvent.CharterPublished _ -> this;
        };
    }
}
