package org.maillage.ledger.credit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.Measure;

/**
 * What a quantity is worth by a tariff line: the only place where the ledger rounds (rule 5).
 *
 * @param credited minutes or units that count, after the daily cap
 * @param amount half-even to whole hundredths
 * @param text the computation, such as {@code 120 min × 200 / 60 = 400}
 */
public record Computation(int credited, Mailles amount, String text) {

    /** The rounding, as events name it. */
    public static final String ROUNDING = RoundingMode.HALF_EVEN.name();

    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    /**
     * Computes.
     *
     * @param quantity minutes or units accepted, 0 or more
     * @param before minutes or units of the kind that the account was credited on that day, for the daily cap
     */
    public static Computation of(Measure measure, TariffLine line, int quantity, int before) {
        var cap = line.dailyCap();
        var credited = cap == null ? quantity : Math.max(0, Math.min(quantity, cap - before));
        var product = BigDecimal.valueOf(line.rate()).multiply(BigDecimal.valueOf(credited));
        return switch (measure) {
            case TIME -> {
                var amount = product.divide(HOUR, 0, RoundingMode.HALF_EVEN).longValueExact();
                yield new Computation(
                        credited, new Mailles(amount), credited + " min × " + line.rate() + " / 60 = " + amount);
            }
            case COUNT -> {
                var amount = product.longValueExact();
                yield new Computation(credited, new Mailles(amount), credited + " × " + line.rate() + " = " + amount);
            }
        };
    }
}
