package org.maillage.web.badges;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.maillage.badge.question.Award;
import org.maillage.badge.verify.Check;
import org.maillage.badge.verify.Check.Kind;
import org.maillage.badge.verify.Check.State;
import org.maillage.badge.verify.Verdict;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** What the band of a public badge says: that it was verified just now, and by what. */
@Component
final class LiveChecks {

    private static final Set<Kind> SHOWN = EnumSet.of(Kind.SIGNATURE, Kind.ISSUER, Kind.STATUS);

    private final Verification verification;
    private final PublicBadges badges;
    private final Verdicts verdicts;
    private final Words words;
    private final Clock clock;

    LiveChecks(Verification verification, PublicBadges badges, Verdicts verdicts, Words words, Clock clock) {
        this.verification = verification;
        this.badges = badges;
        this.verdicts = verdicts;
        this.words = words;
        this.clock = clock;
    }

    /** The band; good where all that was looked at holds. */
    record Band(boolean good, String title, ZonedDateTime at, List<Verdicts.Line> lines) {}

    Band of(Award award, String network, Locale locale) {
        var zone = badges.zone(award.network());
        var at = clock.instant().atZone(zone);
        var verdict = verification.of(award);
        if (verdict.isEmpty()) {
            return unsigned(award, at, locale);
        }
        var told = verdicts.tell(verdict.get(), zone, locale);
        return new Band(told.good(), told.title(), at, lines(verdict.get(), network, zone, locale));
    }

    private List<Verdicts.Line> lines(Verdict verdict, String network, ZoneId zone, Locale locale) {
        var lines = new ArrayList<Verdicts.Line>();
        for (var check : verdict.checks()) {
            if (SHOWN.contains(check.kind()) || check.state() == State.FAILED) {
                lines.add(line(check, network, zone, locale));
            }
        }
        return List.copyOf(lines);
    }

    // What holds is said by what it rests on; what does not, by why.
    private Verdicts.Line line(Check check, String network, ZoneId zone, Locale locale) {
        var line = verdicts.line(check, zone, locale);
        if (check.state() != State.PASSED) {
            return line;
        }
        return band(check.kind(), network, locale)
                .map(text -> new Verdicts.Line(line.state(), line.icon(), line.title(), text))
                .orElse(line);
    }

    private Optional<String> band(Kind kind, String network, Locale locale) {
        return switch (kind) {
            case SIGNATURE -> Optional.of(words.say("verify.band.SIGNATURE", locale));
            case ISSUER -> Optional.of(network);
            case STATUS -> Optional.of(words.say("verify.band.STATUS", locale));
            case FORMAT, CONTEXTS, PERIOD, RECIPIENT, ENDORSEMENTS -> Optional.empty();
        };
    }

    /** A badge of the last seconds: the register has it, and its signature follows. */
    private Band unsigned(Award award, ZonedDateTime at, Locale locale) {
        var stands = award.standing() == Award.Standing.VALID;
        var key = stands ? "verify.unsigned" : "verify.unsigned.ended";
        var line = new Verdicts.Line(
                stands ? State.PASSED.name() : State.FAILED.name(),
                stands ? "coche" : "fermer",
                words.say((stands ? "verify.good." : "verify.kind.") + Kind.STATUS, locale),
                words.say("verify.band.STATUS", locale));
        return new Band(false, words.say(key, locale), at, List.of(line));
    }
}
