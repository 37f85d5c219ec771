package org.maillage.web.badges;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.catalogue.Competences;
import org.maillage.badge.image.BadgeImage;
import org.maillage.badge.image.BadgeState;
import org.maillage.badge.issue.Pictures;
import org.maillage.badge.question.Award;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.BadgeText;
import org.maillage.ledger.value.NetworkId;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Says badges in the reader's language, and draws them. */
@Component
public final class BadgeWords {

    private final Words words;

    BadgeWords(Words words) {
        this.words = words;
    }

    /** What a badge says in the reader's language. */
    public static BadgeText text(BadgeContent content, Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? content.texts().en()
                : content.texts().fr();
    }

    /** What an address of a document ends with, so that it is in the reader's language; empty for French. */
    static String lang(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? "?lang=en" : "";
    }

    /** The competences of public frameworks that a badge shows, each with its framework and code. */
    List<String> competences(BadgeContent content, Locale locale) {
        return content.alignments().stream()
                .map(one -> {
                    var framework = words.say("work.framework." + one.framework(), locale);
                    var name = Competences.find(one)
                            .map(known -> locale.getLanguage().equals("en") ? known.en() : known.fr());
                    return name.isEmpty()
                            ? framework + " · " + one.code()
                            : words.say("badges.competence", locale, framework, one.code(), name.get());
                })
                .toList();
    }

    /** The word of a step. */
    public String step(BadgeStep step, Locale locale) {
        return words.say("badges.step." + step, locale);
    }

    /**
     * A badge's name and its step apart, as its page prints them.
     *
     * @param step null where the badge tells of every role alike
     */
    public record Heading(String name, @Nullable String step) {}

    /** The heading of a badge: a step that ends the name already is not said twice. */
    public Heading heading(BadgeContent content, Locale locale) {
        var name = text(content, locale).name();
        if (content.role() == null) {
            return new Heading(name, null);
        }
        var step = step(content.step(), locale);
        var ending = ", " + step;
        return new Heading(name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name, step);
    }

    /** The drawing of a badge as it stands: the one that its files hold. */
    public static BadgeImage image(Award award) {
        return Pictures.image(award);
    }

    /** The drawing of a badge that nobody has in particular. */
    public static BadgeImage image(BadgeContent content, BadgeStep step, NetworkId network) {
        return new BadgeImage(content.role(), step, network.toString(), BadgeState.ACTIVE);
    }

    /** A day without its weekday, such as «19 novembre 2026». */
    public String day(LocalDate day, Locale locale) {
        return words.dated("badges.day", day, locale);
    }

    /** What somebody is called who does not show their name: a network whose name says that it is one is not said to be it twice. */
    public String nameless(String network, Locale locale) {
        var known = network.isEmpty() ? network : network.substring(0, 1).toLowerCase(locale) + network.substring(1);
        return known.startsWith(words.say("badges.holder.network", locale) + " ")
                ? words.say("badges.holder.nameless.named", locale, known)
                : words.say("badges.holder.nameless", locale, network);
    }

    /** A month, such as «novembre 2026». */
    String month(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(words.say("badges.month", locale), locale)
                .format(YearMonth.from(day));
    }

    /** Until when a badge counts. */
    public String validity(@Nullable LocalDate expires, Locale locale) {
        return expires == null
                ? words.say("badges.validity.none", locale)
                : words.say("badges.validity.until", locale, day(expires, locale));
    }
}
