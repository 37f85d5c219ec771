package org.maillage.web.credits;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.projection.Page;
import org.maillage.projection.Projections;
import org.maillage.projection.account.StatementLine;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer.Standing;
import org.springframework.stereotype.Component;

/** Reads somebody's own account as screens show it. */
@Component
public final class Statements {

    private final Projections views;
    private final Words words;

    Statements(Projections views, Words words) {
        this.views = views;
        this.words = words;
    }

    /** Both readings of one's account at the end of a day. */
    public Balance balance(Standing standing, LocalDate asOf) {
        return views.accounts().balance(standing.network(), AccountId.of(standing.member()), asOf);
    }

    /** Lines of one's account, newest first. */
    public Page<Line> lines(Standing standing, LocalDate asOf, @Nullable String cursor, int limit, Locale locale) {
        return views.accounts()
                .statement(standing.network(), AccountId.of(standing.member()), asOf, cursor, limit)
                .map(line -> line(standing, line, locale));
    }

    private Line line(Standing standing, StatementLine line, Locale locale) {
        var issue = line.issue();
        return new Line(
                line.position(),
                issue == null ? null : first(issue.weights()),
                title(standing, line, locale),
                meta(line, locale),
                line.amount().hundredths(),
                words.day(line.recordedOn(), locale),
                issue == null ? null : computation(issue, line, locale),
                line.words(),
                line.contribution() == null ? null : line.contribution().toString());
    }

    private static @Nullable Role first(RoleWeights weights) {
        return List.copyOf(weights.basisPoints().keySet()).getFirst();
    }

    private String title(Standing standing, StatementLine line, Locale locale) {
        var other = words.account(standing.network(), line.counterpart(), locale);
        // The fund has sentences of its own: its name is no proper noun.
        var whose = isFund(line.counterpart()) ? ".fund" : "";
        return switch (line.what()) {
            case ISSUED -> kind(standing, line, locale);
            case ISSUE_REVERSED -> words.say("credits.line.reversed", locale, kind(standing, line, locale));
            case GIVEN -> words.say("credits.line.given." + line.reason() + whose, locale, other);
            case RECEIVED -> words.say("credits.line.received." + line.reason() + whose, locale, other);
            case GIVEN_BACK -> words.say("credits.line.givenBack" + whose, locale, other);
            case TAKEN_BACK -> words.say("credits.line.takenBack" + whose, locale, other);
        };
    }

    static boolean isFund(@Nullable AccountId account) {
        return account != null && account.holder() == AccountId.Holder.FUND;
    }

    private String kind(Standing standing, StatementLine line, Locale locale) {
        return line.issue() == null
                ? ""
                : words.kind(standing.network(), line.issue().kind(), locale);
    }

    private String meta(StatementLine line, Locale locale) {
        var issue = line.issue();
        if (issue == null) {
            return words.say(
                    "credits.line.after", locale, words.mailles(line.after().available(), locale));
        }
        return words.say("credits.line.contributed", locale, credited(issue, locale), words.day(issue.day(), locale));
    }

    private String credited(StatementLine.Issue issue, Locale locale) {
        return switch (issue.measure()) {
            case TIME -> words.duration(issue.credited(), locale);
            case COUNT -> words.say("words.units", locale, issue.credited());
        };
    }

    private Computation computation(StatementLine.Issue issue, StatementLine line, Locale locale) {
        var unit = issue.measure() == Measure.TIME ? "credits.rate.hour" : "credits.rate.unit";
        return new Computation(
                credited(issue, locale),
                words.say("credits.computation.credited", locale),
                words.say("shell.number", locale, issue.rate() / 100.0),
                words.say(
                        unit,
                        locale,
                        words.roles(issue.weights().basisPoints().keySet(), locale),
                        issue.tariffVersion()),
                Math.abs(line.contributedChange().hundredths()),
                issue.computation());
    }

    /** An amount of hundredths as a page's form asks for it. @throws IllegalArgumentException where it is none */
    static Mailles amount(String typed) {
        var written = typed.strip().replace(',', '.').replaceAll("[\u00a0\u202f]", "");
        if (!written.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException("no amount: " + typed);
        }
        var number = new java.math.BigDecimal(written);
        return new Mailles(number.movePointRight(2).longValueExact());
    }

    /**
     * A line as a page shows it.
     *
     * @param position of its event in the journal
     * @param role whose mark it bears; null for a gift
     * @param computation null unless something was issued or taken back
     * @param words what was said with it; null where nothing
     * @param contribution the claim that it follows from; null for none
     */
    public record Line(
            long position,
            @Nullable Role role,
            String title,
            String meta,
            long hundredths,
            String when,
            @Nullable Computation computation,
            @Nullable String words,
            @Nullable String contribution) {}

    /** «2 h × 2 = 4 mailles», in its parts and as the event states it. */
    public record Computation(
            String left, String leftWord, String right, String rightWord, long result, String stated) {}
}
