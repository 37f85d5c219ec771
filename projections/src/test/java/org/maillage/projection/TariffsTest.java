package org.maillage.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.decision.TariffState;
import org.maillage.ledger.event.GovernanceEvent.TariffAdopted;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.projection.network.Tariff;
import org.maillage.projection.network.Tariffs;

class TariffsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final KindCode OLD = new KindCode("old");
    private static final KindCode NEW = new KindCode("new");
    private static final NetworkId NETWORK = NetworkId.next();

    @Test
    void what_rules_a_day_and_a_kind_is_what_the_ledger_credits_by() {
        var random = new Random(42);
        var seen = new HashSet<Integer>();
        for (int i = 0; i < 500; i++) {
            var versions = versions(random);
            var ledger = new TariffState(versions);
            var view = view(versions);
            for (int ago = -8; ago <= 8; ago++) {
                var day = DAY.plusDays(ago);
                int rules = ledger.on(day).version();
                seen.add(rules);
                assertThat(view.on(day)).map(Tariff::version).contains(rules);
                for (var kind : Set.of(OLD, NEW)) {
                    assertThat(view.on(day, kind)
                                    .map(one -> List.of(one.version().version(), one.line())))
                            .isEqualTo(ledger.on(day, kind)
                                    .map(one -> List.of(one.version().version(), one.line())));
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(4);
    }

    @Test
    void a_kind_that_the_last_version_to_take_effect_lacks_keeps_its_line_in_the_next() {
        var tariffs = view(List.of(
                version(1, DAY.minusDays(9), line(OLD, 100)),
                version(2, DAY.plusDays(1), line(OLD, 200)),
                version(3, DAY, line(OLD, 100), line(NEW, 300))));

        assertThat(tariffs.on(DAY.minusDays(1), NEW))
                .map(rules -> rules.line().rate())
                .contains(300L);
        assertThat(tariffs.on(DAY.plusDays(1), OLD))
                .map(rules -> rules.line().rate())
                .contains(200L);
        assertThat(tariffs.on(DAY.plusDays(1), NEW))
                .map(rules -> rules.line().rate())
                .contains(300L);
        assertThat(tariffs.last().version()).isEqualTo(3);
        assertThat(tariffs.last().lines()).containsExactly(line(OLD, 200), line(NEW, 300));
    }

    private static List<TariffAdopted> versions(Random random) {
        var versions = new ArrayList<TariffAdopted>();
        int many = 1 + random.nextInt(6);
        for (int number = 1; number <= many; number++) {
            var effective = DAY.plusDays(random.nextInt(13) - 6);
            versions.add(
                    random.nextBoolean()
                            ? version(number, effective, line(OLD, number))
                            : version(number, effective, line(OLD, number), line(NEW, 10 + number)));
        }
        return List.copyOf(versions);
    }

    private static Tariffs view(List<TariffAdopted> versions) {
        return new Tariffs(versions.stream()
                .map(one -> new Tariff(
                        one.version(), one.effective(), one.effective(), null, true, Mailles.ZERO, "", one.lines()))
                .toList());
    }

    private static TariffAdopted version(int number, LocalDate effective, TariffLine... lines) {
        return new TariffAdopted(
                NETWORK, number, effective, effective, null, List.of(lines), true, Mailles.ZERO, "note");
    }

    private static TariffLine line(KindCode kind, long rate) {
        return new TariffLine(kind, rate, null, RoleWeights.all(Role.LEAD));
    }
}
