package org.maillage.web.home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maillage.ledger.value.Role;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.portrait.Portrait;
import org.maillage.web.drawing.RoleFlower;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer.Standing;
import org.springframework.stereotype.Component;

/** One's role portrait as a drawing, a sentence and a table: three ways to read the same shares. */
@Component("portraitDrawings")
final class Portraits {

    private final Projections views;
    private final Words words;

    Portraits(Projections views, Words words) {
        this.views = views;
        this.words = words;
    }

    Shown of(Standing standing, boolean allTime, LocalDate through, Locale locale) {
        var portrait = views.portraits().portrait(standing.network(), standing.member(), through, AsOf.NOW);
        return allTime
                ? show(portrait.allTime(), "home.portrait.allTime", locale)
                : show(portrait.twelveMonths(), "home.portrait.sentence", locale);
    }

    private Shown show(Portrait.Whole whole, String sentence, Locale locale) {
        var shares = new EnumMap<Role, Long>(Role.class);
        var lines = new ArrayList<Share>();
        for (var role : Role.values()) {
            int share = whole.shares().getOrDefault(role, 0);
            shares.put(role, (long) share);
            lines.add(new Share(role, words.percent(share, locale), share));
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

    /** A portrait as the page shows it; {@code days} counts contribution-days. */
    record Shown(int days, String flower, String sentence, List<Share> shares) {}

    /** The share of one role. */
    record Share(Role role, String percent, int basisPoints) {}
}
