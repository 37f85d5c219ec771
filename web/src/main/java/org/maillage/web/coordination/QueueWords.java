package org.maillage.web.coordination;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.maillage.projection.contribution.Share;
import org.maillage.projection.member.Standing;
import org.maillage.projection.queue.Pace;
import org.maillage.web.contributions.PlaceWords;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Says days, delays and places of the queue as people say them. */
@Component
class QueueWords {

    private static final long SAME_WEEK = 7;

    private final Words words;
    private final PlaceWords places;
    private final Clock clock;

    QueueWords(Words words, PlaceWords places, Clock clock) {
        this.words = words;
        this.places = places;
        this.clock = clock;
    }

    /** How long ago: «il y a 12 min», «il y a 22 h», «il y a 3 j». */
    String ago(Instant moment, Locale locale) {
        var passed = Duration.between(moment, clock.instant());
        if (passed.toMinutes() < 1) {
            return words.say("queue.ago.now", locale);
        }
        if (passed.toHours() < 1) {
            return words.say("queue.ago.minutes", locale, passed.toMinutes());
        }
        return passed.toDays() < 1
                ? words.say("queue.ago.hours", locale, passed.toHours())
                : words.say("queue.ago.days", locale, passed.toDays());
    }

    /** A contribution day in a row: today, yesterday, a weekday of the last week, else its date; of another year with it. */
    String day(LocalDate day, Standing standing, Locale locale) {
        var today = standing.today(clock);
        long before = today.toEpochDay() - day.toEpochDay();
        if (before == 0) {
            return words.say("queue.day.today", locale);
        }
        if (before == 1) {
            return words.say("queue.day.yesterday", locale);
        }
        if (before > 1 && before < SAME_WEEK) {
            return DateTimeFormatter.ofPattern("EEEE", locale).format(day);
        }
        return words.dated(day.getYear() == today.getYear() ? "queue.day" : "queue.day.year", day, locale);
    }

    /** How much is stated, as confirmed where it was: by one share, by each where they say the same, else by all together. */
    String stated(List<Share> shares, Locale locale) {
        var denied = shares.stream().allMatch(share -> share.answer() == Share.Answer.DENIED);
        var quantities = shares.stream()
                .filter(share -> denied || share.answer() != Share.Answer.DENIED)
                .map(Share::stated)
                .toList();
        var one = words.quantity(quantities.getFirst(), locale);
        if (quantities.size() == 1) {
            return one;
        }
        return quantities.stream().distinct().count() == 1
                ? words.say("queue.each", locale, one)
                : words.say("queue.inAll", locale, words.sum(quantities, locale));
    }

    /** Where a share took place; empty where that is not said. */
    String place(Share share, Locale locale) {
        return places.of(share.where(), locale);
    }

    /** How the coordination keeps up: the median delay of the week and the longest wait. */
    String pace(Pace pace, Locale locale) {
        var median = pace.median();
        var oldest = pace.waitingSince();
        var week = median == null ? "" : words.say("queue.pace.median", locale, delay(median, locale));
        if (oldest == null) {
            return week;
        }
        long days = Duration.between(oldest, clock.instant()).toDays() + 1;
        return (week + " " + words.say("queue.pace.longest", locale, days)).strip();
    }

    private String delay(Duration delay, Locale locale) {
        long days = delay.toDays();
        long hours = delay.minusDays(days).toHours();
        if (days == 0) {
            return words.duration(Math.toIntExact(Math.max(1, delay.toMinutes())), locale);
        }
        var said = words.say("queue.pace.days", locale, days);
        return hours == 0 ? said : said + " " + words.duration(Math.toIntExact(hours * 60), locale);
    }

    /** Sentences joined with commas, empty ones left out. */
    static String listed(String... parts) {
        return java.util.Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
