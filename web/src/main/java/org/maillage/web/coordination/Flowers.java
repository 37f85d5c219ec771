package org.maillage.web.coordination;

import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Standing;
import org.maillage.web.drawing.RoleFlower;

/** The flowers of a page's people, each drawn once. */
final class Flowers {

    private final Projections views;
    private final Standing standing;
    private final Clock clock;
    private final Map<MemberId, String> drawn = new HashMap<>();

    Flowers(Projections views, Standing standing, Clock clock) {
        this.views = views;
        this.standing = standing;
        this.clock = clock;
    }

    /** Somebody's flower of twelve months, as SVG text: decoration beside their name. */
    String of(MemberId member) {
        return drawn.computeIfAbsent(member, this::draw);
    }

    private String draw(MemberId member) {
        var shares = new EnumMap<Role, Long>(Role.class);
        views.portraits()
                .twelveMonths(standing.network(), member, standing.today(clock), AsOf.NOW)
                .shares()
                .forEach((role, share) -> shares.put(role, share.longValue()));
        return RoleFlower.decoration(shares);
    }
}
