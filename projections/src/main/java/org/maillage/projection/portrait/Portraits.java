package org.maillage.projection.portrait;

import io.micronaut.context.BeanContext;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.projection.AsOf;
import org.maillage.projection.Cursor;
import org.maillage.projection.Page;
import org.maillage.projection.WeightsText;

/** Role portraits, as of a date of recording and through a contribution day (rules 13 and 15). */
public final class Portraits {

    /** Earlier than any contribution day. */
    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private final PortraitRepository rows;

    public Portraits(BeanContext beans) {
        rows = beans.getBean(PortraitRepository.class);
    }

    /** Over the twelve months that end with {@code through}, and over all time until then. */
    public Portrait portrait(NetworkId network, MemberId member, LocalDate through, LocalDate asOf) {
        return new Portrait(
                member, twelveMonths(network, member, through, asOf), allTime(network, member, through, asOf));
    }

    /** Over the twelve months that end with {@code through}. */
    public Portrait.Whole twelveMonths(NetworkId network, MemberId member, LocalDate through, LocalDate asOf) {
        return whole(network, member, through.minusMonths(12).plusDays(1), through, asOf);
    }

    /** Over all time until {@code through}. */
    public Portrait.Whole allTime(NetworkId network, MemberId member, LocalDate through, LocalDate asOf) {
        return whole(network, member, null, through, asOf);
    }

    /**
     * The contribution-days behind a role, newest day first. A null cursor asks for the first page.
     *
     * @param from first contribution day; null for all time
     */
    public Page<PortraitEvidence> evidence(
            NetworkId network,
            MemberId member,
            Role role,
            @Nullable LocalDate from,
            LocalDate through,
            LocalDate asOf,
            @Nullable String cursor,
            int limit) {
        var most = Page.bounded(limit);
        var before = Cursor.texts(cursor, 2).orElse(List.of(AsOf.FOREVER.toString(), ""));
        var days = rows.evidence(
                network.value(),
                AccountId.of(member).toString(),
                from == null ? BEGINNING : from,
                through,
                asOf,
                "%" + role + "=%",
                Cursor.day(before.get(0)),
                before.get(1),
                most + 1);
        return Page.of(days, most, day -> Cursor.of(day.day().toString(), day.kind()))
                .map(EvidenceOfRole::asEvidence);
    }

    private Portrait.Whole whole(
            NetworkId network, MemberId member, @Nullable LocalDate from, LocalDate through, LocalDate asOf) {
        var days = rows.days(
                network.value(), AccountId.of(member).toString(), from == null ? BEGINNING : from, through, asOf);
        var points = new EnumMap<Role, Long>(Role.class);
        var evidence = new EnumMap<Role, Integer>(Role.class);
        for (var role : Role.values()) {
            points.put(role, 0L);
            evidence.put(role, 0);
        }
        int total = 0;
        for (var same : days) {
            total += same.days();
            WeightsText.read(same.weights()).basisPoints().forEach((role, weight) -> {
                points.merge(role, (long) weight * same.days(), Long::sum);
                evidence.merge(role, same.days(), Integer::sum);
            });
        }
        var shares = Proportions.of(points, total, RoleWeights.WHOLE);
        return new Portrait.Whole(from, through, total, shares, evidence, points);
    }
}
