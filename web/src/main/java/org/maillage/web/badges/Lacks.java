package org.maillage.web.badges;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.maillage.badge.rule.Lack;
import org.maillage.ledger.value.BadgeRule.Among;
import org.maillage.ledger.value.NetworkId;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Says in a sentence what is missing for a badge. */
@Component
final class Lacks {

    private final Words words;

    Lacks(Words words) {
        this.words = words;
    }

    /** What is missing, as one sentence. */
    String sentence(NetworkId network, Lack lack, Locale locale) {
        return words.say("badges.lack", locale, phrase(network, lack, locale));
    }

    private String phrase(NetworkId network, Lack lack, Locale locale) {
        return switch (lack) {
            case Lack.Part part -> part(network, part, locale);
            case Lack.All(var lacks) -> joined(network, lacks, "badges.lack.and", locale);
            case Lack.Any(var lacks) -> joined(network, lacks, "badges.lack.or", locale);
        };
    }

    private String joined(NetworkId network, List<Lack> lacks, String how, Locale locale) {
        var parts = new ArrayList<String>();
        for (var lack : lacks) {
            parts.add(phrase(network, lack, locale));
        }
        var said = parts.getLast();
        for (int i = parts.size() - 2; i >= 0; i--) {
            // Only the last two are joined by the word; the others by what parts them.
            said = i == parts.size() - 2
                    ? words.say(how, locale, parts.get(i), said)
                    : words.say("badges.lack.then", locale, parts.get(i), said);
        }
        return said;
    }

    private String part(NetworkId network, Lack.Part part, Locale locale) {
        var count = part.what() == Lack.What.MINUTES
                ? words.say("badges.lack.MINUTES", locale, words.duration(Math.toIntExact(part.missing()), locale))
                : words.say("badges.lack." + part.what(), locale, part.missing());
        return count + among(network, part.among(), locale) + within(part, locale);
    }

    private String among(NetworkId network, Among among, Locale locale) {
        var names = new ArrayList<String>();
        among.kinds().stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .forEach(kind -> names.add(words.kind(network, kind, locale).toLowerCase(locale)));
        if (!among.roles().isEmpty()) {
            names.add(words.roles(among.roles(), locale));
        }
        return names.isEmpty() ? "" : words.say("badges.lack.among", locale, either(names, locale));
    }

    private String either(List<String> names, Locale locale) {
        if (names.size() == 1) {
            return names.getFirst();
        }
        var all = names.stream().limit(names.size() - 1L).collect(Collectors.joining(", "));
        return words.say("badges.lack.or", locale, all, names.getLast());
    }

    private String within(Lack.Part part, Locale locale) {
        var within = part.within();
        return within == null ? "" : words.say("badges.lack.within." + within.unit(), locale, within.length());
    }
}
