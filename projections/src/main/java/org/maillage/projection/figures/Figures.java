package org.maillage.projection.figures;

import io.micronaut.context.BeanContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.projection.WeightsText;
import org.maillage.projection.contribution.State;
import org.maillage.projection.figures.NetworkFigures.OfKind;
import org.maillage.projection.figures.NetworkFigures.OfRole;
import org.maillage.projection.member.Member;

/** Figures of networks, as of a date of recording. */
public final class Figures {

    private final FiguresRepository rows;

    public Figures(BeanContext beans) {
        rows = beans.getBean(FiguresRepository.class);
    }

    /** Figures of a network; all zero where it is unknown. */
    public NetworkFigures of(NetworkId network, LocalDate asOf) {
        var id = network.value();
        var members = new EnumMap<Member.Status, Long>(Member.Status.class);
        for (var status : Member.Status.values()) {
            members.put(status, 0L);
        }
        rows.members(id, asOf).forEach(sum -> members.put(Member.Status.valueOf(sum.name()), sum.amount()));
        var states = new EnumMap<State, Long>(State.class);
        for (var state : State.values()) {
            states.put(state, 0L);
        }
        rows.contributions(id, asOf).forEach(sum -> states.put(State.valueOf(sum.name()), sum.amount()));
        var validated = rows.validated(id, asOf);
        var conservation = conservation(network, asOf);
        return new NetworkFigures(
                members,
                states,
                byKind(validated),
                byRole(validated),
                conservation.issued(),
                conservation.reversed(),
                conservation.balances());
    }

    /** Only the sums of rule 10: quick enough for a page that is always open. */
    public Conservation conservation(NetworkId network, LocalDate asOf) {
        long issued = 0;
        long reversed = 0;
        for (var sum : rows.issues(network.value(), asOf)) {
            if (sum.name().equals("ISSUED")) {
                issued = sum.amount();
            } else {
                reversed = -sum.amount();
            }
        }
        return new Conservation(
                new Mailles(issued), new Mailles(reversed), new Mailles(rows.balances(network.value(), asOf)));
    }

    private record KindMonth(String kind, LocalDate month) {}

    private static List<OfKind> byKind(List<Validated> validated) {
        var sums = new LinkedHashMap<KindMonth, OfKind>();
        for (var part : validated) {
            sums.merge(
                    new KindMonth(part.kind(), part.month()),
                    new OfKind(
                            new KindCode(part.kind()),
                            YearMonth.from(part.month()),
                            part.shares(),
                            part.minutes(),
                            part.units()),
                    (one, other) -> new OfKind(
                            one.kind(),
                            one.month(),
                            one.shares() + other.shares(),
                            one.minutes() + other.minutes(),
                            one.units() + other.units()));
        }
        return List.copyOf(sums.values());
    }

    /** Minutes and units times basis points, rounded only once they are added up. */
    private static List<OfRole> byRole(List<Validated> validated) {
        var minutes = new EnumMap<Role, Map<YearMonth, BigDecimal>>(Role.class);
        var units = new EnumMap<Role, Map<YearMonth, BigDecimal>>(Role.class);
        for (var part : validated) {
            var month = YearMonth.from(part.month());
            WeightsText.read(part.weights()).basisPoints().forEach((role, weight) -> {
                add(minutes, role, month, part.minutes() * weight);
                add(units, role, month, part.units() * weight);
            });
        }
        var figures = new ArrayList<OfRole>();
        minutes.forEach((role, months) -> months.forEach((month, weighted) -> figures.add(new OfRole(
                role,
                month,
                whole(weighted),
                whole(units.getOrDefault(role, Map.of()).getOrDefault(month, BigDecimal.ZERO))))));
        return figures;
    }

    private static void add(Map<Role, Map<YearMonth, BigDecimal>> sums, Role role, YearMonth month, long weighted) {
        sums.computeIfAbsent(role, it -> new TreeMap<>()).merge(month, BigDecimal.valueOf(weighted), BigDecimal::add);
    }

    private static long whole(BigDecimal weighted) {
        return weighted.divide(BigDecimal.valueOf(RoleWeights.WHOLE), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
