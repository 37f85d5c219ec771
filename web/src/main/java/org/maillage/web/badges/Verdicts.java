package org.maillage.web.badges;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.verify.Check;
import org.maillage.badge.verify.Check.Kind;
import org.maillage.badge.verify.Check.State;
import org.maillage.badge.verify.Presented;
import org.maillage.badge.verify.Reason;
import org.maillage.badge.verify.Verdict;
import org.maillage.web.frame.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a verdict in plain words: what it is, then each thing that was looked at. */
@Component
public final class Verdicts {

    /** What is listed whatever the file was. */
    private static final Set<Kind> ALWAYS = EnumSet.of(Kind.SIGNATURE, Kind.ISSUER, Kind.STATUS);

    private static final Set<Reason> NO_BADGE = EnumSet.of(
            Reason.NOT_A_BADGE,
            Reason.NOT_JSON,
            Reason.NOT_AN_OBJECT,
            Reason.NOT_UTF_8,
            Reason.IMAGE_WITHOUT_BADGE,
            Reason.IMAGE_WITH_ADDRESS,
            Reason.PRESENTATION);

    /** Length of a day in ISO 8601. */
    private static final int DAY = 10;

    /** Takes nothing from the badge, and is said. */
    private static final Set<Reason> TOLD = EnumSet.of(Reason.ENDORSEMENTS_DOUBTFUL, Reason.ENDORSEMENTS_WITHDRAWN);

    /** Said with the day. */
    private static final Set<Reason> DATED = EnumSet.of(Reason.REVOKED, Reason.SUSPENDED);

    private static final Set<Reason> UNKNOWN_ISSUER = EnumSet.of(Reason.ISSUER_UNKNOWN, Reason.KEY_NOT_FOUND);

    private final MessageSource messages;
    private final Clock clock;

    public Verdicts(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * One thing that was looked at.
     *
     * @param state PASSED, FAILED, UNKNOWN or NOT_ASKED
     */
    public record Line(String state, String icon, String title, String text) {}

    /** A fact that the badge says of itself. */
    public record Fact(String name, String value) {}

    /**
     * A verdict to read.
     *
     * @param kind good, unsure, bad or unreadable
     * @param facts what the badge says of itself; true only where the kind is good
     */
    public record Told(String kind, String title, List<Line> lines, List<Fact> facts, ZonedDateTime at) {

        public boolean good() {
            return kind.equals("good");
        }
    }

    /**
     * A verdict in the reader's language.
     *
     * @param zone of the time of the verification
     */
    public Told tell(Verdict verdict, ZoneId zone, Locale locale) {
        var at = clock.instant().atZone(zone);
        var key = titled(verdict);
        return new Told(
                kind(verdict),
                say("verify.verdict." + key, locale),
                lines(verdict, zone, locale),
                facts(verdict, locale),
                at);
    }

    private static String kind(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Good _ -> "good";
            case Verdict.Unsure _ -> "unsure";
            case Verdict.Bad _ -> "bad";
            case Verdict.Unreadable _ -> "unreadable";
        };
    }

    private static String titled(Verdict verdict) {
        var key = key(verdict);
        if (verdict.presented().filter(badge -> badge.format().isEndorsement()).isEmpty()) {
            return key;
        }
        if (has(verdict, EnumSet.of(Reason.ENDORSEMENT_NOT_HERE))) {
            return "endorsement.gone";
        }
        return key.equals("good") || key.equals("bad") ? "endorsement." + key : key;
    }

    private static String key(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Good _ -> "good";
            case Verdict.Unsure unsure -> has(unsure, UNKNOWN_ISSUER) ? "unknown" : "unsure";
            case Verdict.Bad bad -> ended(bad);
            case Verdict.Unreadable unreadable -> has(unreadable, NO_BADGE) ? "none" : "unreadable";
        };
    }

    // What is forged is said before what was taken back: a forged badge was never given.
    private static String ended(Verdict.Bad bad) {
        var failed = bad.checks().stream()
                .filter(check -> check.state() == State.FAILED)
                .map(Check::reason)
                .toList();
        var ends = EnumSet.of(Reason.REVOKED, Reason.SUSPENDED, Reason.EXPIRED, Reason.NOT_YET_VALID);
        if (!ends.containsAll(failed)) {
            return "bad";
        }
        return failed.contains(Reason.REVOKED) ? "revoked" : failed.getFirst().name();
    }

    private static boolean has(Verdict verdict, Set<Reason> reasons) {
        return verdict.checks().stream()
                .anyMatch(check -> check.state() != State.PASSED && reasons.contains(check.reason()));
    }

    private List<Line> lines(Verdict verdict, ZoneId zone, Locale locale) {
        var lines = new ArrayList<Line>();
        var seen = EnumSet.noneOf(Kind.class);
        for (var check : verdict.checks()) {
            seen.add(check.kind());
            if (check.state() != State.NOT_ASKED || ALWAYS.contains(check.kind()) || TOLD.contains(check.reason())) {
                lines.add(line(check, zone, locale));
            }
        }
        for (var kind : ALWAYS) {
            if (!seen.contains(kind)) {
                lines.add(new Line(
                        State.NOT_ASKED.name(),
                        icon(State.NOT_ASKED),
                        say("verify.kind." + kind, locale),
                        say("verify.notLookedAt", locale)));
            }
        }
        return List.copyOf(lines);
    }

    /** One check in words, its days in that zone. */
    Line line(Check check, ZoneId zone, Locale locale) {
        var title = check.state() == State.PASSED ? "verify.good." : "verify.kind.";
        return new Line(
                check.state().name(),
                icon(check.state()),
                say(title + check.kind(), locale),
                reason(check, zone, locale));
    }

    private String reason(Check check, ZoneId zone, Locale locale) {
        var said = said(check, zone, locale);
        var about = check.details().get("about");
        var published = check.details().get("reason");
        if (published != null && !published.isBlank()) {
            return say("verify.published", locale, said, published);
        }
        return about == null || about.isBlank() ? said : say("verify.about", locale, said, about);
    }

    private String said(Check check, ZoneId zone, Locale locale) {
        var time = check.details().get("time");
        if (time == null || !DATED.contains(check.reason())) {
            return say("verify.reason." + check.reason(), locale);
        }
        var day = LocalDate.ofInstant(Instant.parse(time), zone);
        return say("verify.dated." + check.reason(), locale, Words.dated(messages, "shell.date", day, locale));
    }

    private static String icon(State state) {
        return switch (state) {
            case PASSED -> "coche";
            case FAILED -> "fermer";
            case UNKNOWN -> "question";
            case NOT_ASKED -> "attente";
        };
    }

    private List<Fact> facts(Verdict verdict, Locale locale) {
        return verdict.presented().map(badge -> facts(badge, locale)).orElse(List.of());
    }

    private List<Fact> facts(Presented badge, Locale locale) {
        var facts = new ArrayList<Fact>();
        var endorsement = badge.format().isEndorsement();
        add(
                facts,
                endorsement ? "endorsed" : "name",
                badge.endorsed().or(badge::name).orElse(null),
                locale);
        add(
                facts,
                endorsement ? "endorser" : "issuer",
                badge.issuerName().or(badge::issuer).orElse(null),
                locale);
        add(
                facts,
                endorsement ? "given" : "awarded",
                badge.awarded().map(written -> day(written, locale)).orElse(null),
                locale);
        add(
                facts,
                "expires",
                badge.expires().map(written -> day(written, locale)).orElse(null),
                locale);
        facts.add(new Fact(say("verify.fact.format", locale), say("verify.format." + badge.format(), locale)));
        return List.copyOf(facts);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private void add(List<Fact> facts, String name, @Nullable String value, Locale locale) {
        if (value != null && !value.isBlank()) {
            var cut = value.length() > 200 ? value.substring(0, 200) + "…" : value;
            facts.add(new Fact(say("verify.fact." + name, locale), cut));
        }
    }

    // It may be anything: a day is said as one, whatever else is left as written.
    private String day(String written, Locale locale) {
        try {
            var day = written.length() < DAY ? written : written.substring(0, DAY);
            return Words.dated(messages, "shell.date", LocalDate.parse(day), locale);
        } catch (DateTimeParseException _) {
            return written;
        }
    }
}
