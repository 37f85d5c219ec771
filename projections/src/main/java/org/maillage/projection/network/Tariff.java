package org.maillage.projection.network;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;

/**
 * A version of a network's tariff (rule 11).
 *
 * @param effective first contribution day that it rules; version 1 covers all earlier days too
 * @param by null for version 1
 * @param paidTimeToFund whether paid time gives its mailles to the common fund (rule 8)
 * @param lines in the order of adoption
 */
public record Tariff(
        int version,
        LocalDate effective,
        LocalDate adoptedOn,
        @Nullable MemberId by,
        boolean paidTimeToFund,
        Mailles floor,
        String note,
        List<TariffLine> lines) {

    public Tariff {
        lines = List.copyOf(lines);
    }

    /** What this version says of a kind; empty where it lacks the kind. */
    public Optional<TariffLine> line(KindCode kind) {
        return lines.stream().filter(line -> line.kind().equals(kind)).findFirst();
    }
}
