package org.maillage.web.portrait;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Standing;
import org.maillage.projection.portrait.Portrait;
import org.maillage.web.drawing.RoleFlower;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** A role portrait as a drawing, a sentence and a table: three ways to read the same shares. */
@Component("portraitDrawings")
public final class Portraits {

    /** Basis points of a day that counts for one role alone. */
    private static final double WHOLE = 10_000;

    private final Projections views;
    private final Words words;

    Portraits(Projections views, Words words) {
        this.views = views;
        this.words = words;
    }

    /**
     * One's own portrait.
     *
     * @param through last contribution day
     * @param asOf day of recording
     */
    public Shown own(Standing standing, boolean allTime, LocalDate through, LocalDate asOf, Locale locale) {
        var portraits = views.portraits();
        return allTime
                ? show(
                        portraits.allTime(standing.network(), standing.member(), through, asOf),
                        "portrait.allTime",
                        locale)
                : show(
                        portraits.twelveMonths(standing.network(), standing.member(), through, asOf),
                        "portrait.sentence",
                        locale);
    }

    /** Somebody's portrait of the last twelve months as others read it: shares of their own whole, no count. */
    public Shown ofAnother(NetworkId network, MemberId member, LocalDate today, Locale locale) {
        return show(views.portraits().twelveMonths(network, member, today, AsOf.NOW), "portrait.other", locale);
    }

    private Shown show(Portrait.Whole whole, String sentence, Locale locale) {
        var shares = new EnumMap<Role, Long>(Role.class);
        var tenths = whole.tenths();
        var lines = new ArrayList<Share>();
        for (var role : Role.values()) {
            int share = whole.shares().getOrDefault(role, 0);
            shares.put(role, (long) share);
            int days = whole.evidence().getOrDefault(role, 0);
            long weighed = whole.weighed().getOrDefault(role, 0L);
            lines.add(new Share(
                    role,
                    words.percent(tenths.getOrDefault(role, 0) * 10, locale),
                    share,
                    days,
                    weighed == days * WHOLE ? "" : words.say("portrait.days.weighed", locale, weighed / WHOLE)));
        }
        return new Shown(
                whole.days(),
                RoleFlower.decoration(Map.copyOf(shares)),
                words.say(sentence, locale, whole.days(), named(lines, locale)),
                List.copyOf(lines));
    }

    // In the roles' order, never by size: none stands above another.
    private String named(List<Share> shares, Locale locale) {
        var parts = shares.stream()
                .filter(share -> share.basisPoints() > 0)
                .map(share -> words.say("shell.role." + share.role(), locale) + " " + share.percent())
                .toList();
        return String.join(", ", parts);
    }

    /** A portrait as a page shows it; {@code days} counts contribution-days. */
    public record Shown(int days, String flower, String sentence, List<Share> shares) {}

    /**
     * The share of one role.
     *
     * @param days contribution-days that weigh on it
     * @param weighed what they count for together, where some of them count for other roles too; empty else
     */
    public record Share(Role role, String percent, int basisPoints, int days, String weighed) {}
}
