package org.maillage.web.badges.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeRule.Among;
import org.maillage.ledger.value.BadgeRule.Window;
import org.maillage.ledger.value.NetworkId;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Says a rule as lines, each as deep as it stands. */
@Component
final class RuleWords {

    private final Words words;

    RuleWords(Words words) {
        this.words = words;
    }

    /** A part of a rule in words, and those within it. */
    record Line(String text, List<Line> inner) {}

    Line say(NetworkId network, BadgeRule rule, Locale locale) {
        return switch (rule) {
            case BadgeRule.Count r -> line("COUNT", r.wanted(), network, r.among(), r.within(), locale);
            case BadgeRule.Hours r ->
                line("HOURS", words.duration(r.minutes(), locale), network, r.among(), r.within(), locale);
            case BadgeRule.SpreadOverMonths r -> line("MONTHS", r.months(), network, r.among(), r.within(), locale);
            case BadgeRule.ConfirmedBy r -> line("PEOPLE", r.people(), network, r.among(), r.within(), locale);
            case BadgeRule.Places r -> line("PLACES", r.places(), network, r.among(), r.within(), locale);
            case BadgeRule.Variety r -> line("ROLES", r.roles(), network, Among.ALL, r.within(), locale);
            case BadgeRule.CompanionEndorsement r ->
                line("COMPANIONS", r.companions(), network, Among.ALL, null, locale);
            case BadgeRule.Endorsements r -> line("ENDORSEMENTS", r.endorsements(), network, Among.ALL, null, locale);
            case BadgeRule.ByHand _ -> line("HAND", "", network, Among.ALL, null, locale);
            case BadgeRule.AllOf(List<BadgeRule> rules) -> group("ALL", rules, network, locale);
            case BadgeRule.AnyOf(List<BadgeRule> rules) -> group("ANY", rules, network, locale);
        };
    }

    private Line group(String what, List<BadgeRule> rules, NetworkId network, Locale locale) {
        return new Line(
                words.say("work.says." + what, locale),
                rules.stream().map(rule -> say(network, rule, locale)).toList());
    }

    private Line line(
            String what, Object wanted, NetworkId network, Among among, @Nullable Window within, Locale locale) {
        var said = words.say("work.says." + what, locale, wanted)
                + among(network, among, locale)
                + (within == null ? "" : words.say("work.says.within." + within.unit(), locale, within.length()));
        return new Line(said, List.of());
    }

    private String among(NetworkId network, Among among, Locale locale) {
        var names = new ArrayList<String>();
        if (!among.roles().isEmpty()) {
            names.add(words.roles(among.roles(), locale));
        }
        among.kinds().stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .forEach(kind -> names.add(words.kind(network, kind, locale).toLowerCase(locale)));
        return names.isEmpty() ? "" : words.say("work.says.among", locale, String.join(", ", names));
    }
}
