package org.maillage.web.frame;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Organisation;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says values of the ledger in the reader's language and notation. */
@Component
public final class Words {

    private final MessageSource messages;
    private final Projections views;

    Words(MessageSource messages, Projections views) {
        this.messages = messages;
        this.views = views;
    }

    /** A message of the bundles. */
    public String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** What is written at an address of this site, by the first segments that say so; empty where none do. */
    String place(String path, Locale locale) {
        var said = messages.getMessage("frame.resume.of" + path, null, "", locale);
        int end = path.lastIndexOf('/');
        return said == null || (said.isEmpty() && end > 0) ? place(path.substring(0, end), locale) : said;
    }

    /** A kind's name: of the bundles for the shipped ones, else the network's own. */
    public String kind(NetworkId network, KindCode code, Locale locale) {
        var shipped = messages.getMessage("kind." + code, null, null, locale);
        if (shipped != null) {
            return shipped;
        }
        return views.networks().kinds(network, AsOf.NOW).stream()
                .filter(kind -> kind.code().equals(code))
                .map(Kind::label)
                .findFirst()
                .orElse(code.value());
    }

    /** Names of roles in their order, such as «créer, diffuser». */
    public String roles(Collection<Role> roles, Locale locale) {
        var names = new ArrayList<String>();
        roles.stream().sorted().forEach(role -> names.add(say("shell.role." + role, locale)));
        return String.join(", ", names);
    }

    /** «créer 50 %, diffuser 50 %», or the role alone where it has all. */
    public String weights(RoleWeights weights, Locale locale) {
        var said = new StringJoiner(", ");
        weights.basisPoints().forEach((role, points) -> {
            var name = say("shell.role." + role, locale);
            said.add(points == RoleWeights.WHOLE ? name : name + " " + percent(points, locale));
        });
        return said.toString();
    }

    /** Minutes as «2 h», «30 min», «1 h 30». */
    public String duration(int minutes, Locale locale) {
        int hours = minutes / 60;
        int rest = minutes % 60;
        if (hours == 0) {
            return say("shell.duration.minutes", locale, rest);
        }
        return rest == 0 ? say("shell.duration.hours", locale, hours) : say("shell.duration.both", locale, hours, rest);
    }

    /** What is credited of a quantity: a duration or units. */
    public String quantity(Quantity quantity, Locale locale) {
        return quantity.units() > 0
                ? say("words.units", locale, quantity.units())
                : duration(quantity.creditedMinutes(), locale);
    }

    /** What is credited of several quantities together: «3 h 30», «12 unités», or both; empty where it is nothing. */
    public String sum(Collection<Quantity> quantities, Locale locale) {
        int minutes = quantities.stream()
                .filter(quantity -> quantity.units() == 0)
                .mapToInt(Quantity::creditedMinutes)
                .sum();
        long units = quantities.stream().mapToLong(Quantity::units).sum();
        var said = new StringJoiner(", ");
        if (minutes > 0) {
            said.add(duration(minutes, locale));
        }
        if (units > 0) {
            said.add(say("words.units", locale, units));
        }
        return said.toString();
    }

    /** An amount with its unit. */
    public String mailles(Mailles amount, Locale locale) {
        double number = amount.hundredths() / 100.0;
        return say("shell.number", locale, number) + "\u00a0" + say("shell.mailles", locale, number);
    }

    /** A day in full. */
    public String day(LocalDate day, Locale locale) {
        return dated("shell.date", day, locale);
    }

    /**
     * A day or a moment by a pattern of the bundles; the first of a month by the pattern of that name ending in
     * {@code .first}, since French writes «1er».
     */
    public String dated(String pattern, Temporal when, Locale locale) {
        return dated(messages, pattern, when, locale);
    }

    /** As {@link #dated(String, Temporal, Locale)}, for what runs without the views. */
    public static String dated(MessageSource messages, String pattern, Temporal when, Locale locale) {
        var key = when.get(ChronoField.DAY_OF_MONTH) == 1 ? pattern + ".first" : pattern;
        return DateTimeFormatter.ofPattern(messages.getMessage(key, null, locale), locale)
                .format(when);
    }

    /** A share of a whole in percent, such as «12,5 %». */
    public String percent(int basisPoints, Locale locale) {
        return say("words.percent", locale, basisPoints / 100.0);
    }

    /** Names of members; each is there, in words where it can no longer be opened or is unknown. */
    public Map<MemberId, String> names(NetworkId network, Collection<MemberId> members, Locale locale) {
        Set<MemberId> asked = new HashSet<>(members);
        var names = new java.util.HashMap<MemberId, String>();
        var known =
                asked.isEmpty() ? Map.<MemberId, String>of() : views.members().names(network, asked);
        for (var member : asked) {
            var name = known.getOrDefault(member, "");
            names.put(member, name.isEmpty() ? say("words.nobody", locale) : name);
        }
        return names;
    }

    /** A member's name, in words where it can no longer be opened. */
    public String name(NetworkId network, MemberId member, Locale locale) {
        return Objects.requireNonNull(names(network, List.of(member), locale).get(member));
    }

    /** Whose account it is; «le fonds commun» for the network's. */
    public String account(NetworkId network, @Nullable AccountId account, Locale locale) {
        if (account == null) {
            return "";
        }
        return switch (account.holder()) {
            case MEMBER -> name(network, new MemberId(account.id()), locale);
            case FUND -> say("words.fund", locale);
            case ORGANISATION ->
                views.networks()
                        .organisation(network, new OrganisationId(account.id()))
                        .map(Organisation::name)
                        .orElse(say("words.nobody", locale));
        };
    }
}
