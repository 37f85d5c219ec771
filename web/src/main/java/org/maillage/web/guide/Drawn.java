package org.maillage.web.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.maillage.badge.image.BadgeImage;
import org.maillage.badge.image.BadgeState;
import org.maillage.badge.image.Svg;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.Role;
import org.maillage.web.drawing.KnittedYear;
import org.maillage.web.drawing.RoleFlower;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The drawings of the guide, the same each time. */
@Component("guideDrawings")
final class Drawn {

    private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"([^\"]+)\"");
    private static final List<String> NETWORKS =
            List.of("val-arcelle", "pays-corvenne", "littoral-sud", "metropole-nord");
    private static final List<Role> ROLES = List.of(Role.values());
    private static final LocalDate MONDAY = LocalDate.of(2025, 11, 24);
    private static final int DAYS = 52 * 7;

    private final List<String> icons = symbols();
    private final String badges = drawn();
    private final String year = KnittedYear.decoration(MONDAY, MONDAY.plusDays(DAYS - 1L), days());

    /** A role's badge at its three steps, each by the name of its symbol. */
    public record Badge(Role role, List<String> steps) {}

    /** All badges in one drawing, each a symbol of its name. */
    String sprite() {
        return badges;
    }

    /** The roles, in their order. */
    public Role[] roles() {
        return Role.values();
    }

    /** The icons of the sprite. */
    public List<String> icons() {
        return icons;
    }

    public List<Badge> badges() {
        return ROLES.stream()
                .map(role -> new Badge(
                        role,
                        Arrays.stream(BadgeStep.values())
                                .map(step -> name(role, step))
                                .toList()))
                .toList();
    }

    /** The same badge in several networks: each knits its own pattern. */
    public List<String> ofNetworks() {
        return NETWORKS;
    }

    private static String drawn() {
        var pictures = new LinkedHashMap<String, String>();
        for (var role : ROLES) {
            for (var step : BadgeStep.values()) {
                pictures.put(
                        name(role, step),
                        BadgeImage.of(role, step, NETWORKS.getFirst()).decoration());
            }
        }
        for (var network : NETWORKS) {
            pictures.put(
                    network,
                    BadgeImage.of(Role.TEST, BadgeStep.TRANSMISSION, network).decoration());
        }
        pictures.put("revoked", drawing(BadgeState.REVOKED));
        pictures.put("expired", drawing(BadgeState.EXPIRED));
        var sprite = new StringBuilder("<svg " + Svg.NAMESPACE + ">");
        pictures.forEach((name, svg) -> sprite.append("<symbol id=\"")
                .append(name)
                .append("\" viewBox=\"0 0 240 240\">")
                .append(ShorterPaths.of(svg.substring(svg.indexOf('>') + 1, svg.lastIndexOf('<'))))
                .append("</symbol>"));
        return sprite.append("</svg>").toString();
    }

    private static String name(Role role, BadgeStep step) {
        return (role + "-" + step).toLowerCase(Locale.ROOT);
    }

    /** A flower of nobody in particular: {@code many}, {@code one}, {@code equal}, or without a petal. */
    public String flower(String which) {
        var shares = new EnumMap<Role, Long>(Role.class);
        var share = 16L;
        for (var role : Role.values()) {
            shares.put(role, which.equals("many") ? share : which.equals("equal") ? 10L : 0L);
            share -= 2;
        }
        if (which.equals("many")) {
            shares.put(Role.LEAD, 40L);
        }
        if (which.equals("one")) {
            shares.put(Role.EQUIP, 1L);
        }
        return RoleFlower.decoration(shares);
    }

    /** A year with a contribution on about one day in five. */
    public String year() {
        return year;
    }

    public String emptyYear() {
        return KnittedYear.decoration(MONDAY, MONDAY.plusDays(DAYS - 1L), Map.of());
    }

    private static String drawing(BadgeState state) {
        return new BadgeImage(Role.SPREAD, BadgeStep.PRACTICE, NETWORKS.getFirst(), state).decoration();
    }

    private static Map<LocalDate, Role> days() {
        var random = new Random(20261121);
        var days = new HashMap<LocalDate, Role>();
        for (var i = 0; i < DAYS; i++) {
            if (random.nextInt(5) == 0) {
                days.put(MONDAY.plusDays(i), ROLES.get(random.nextInt(ROLES.size())));
            }
        }
        return days;
    }

    private static List<String> symbols() {
        try {
            var sprite = new ClassPathResource("static/icons.svg").getContentAsString(StandardCharsets.UTF_8);
            return SYMBOL.matcher(sprite)
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !name.startsWith("role-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
