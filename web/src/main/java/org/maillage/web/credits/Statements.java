package org.maillage.web.credits;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.projection.Page;
import org.maillage.projection.Projections;
import org.maillage.projection.account.StatementFilter;
import org.maillage.projection.account.StatementLine;
import org.maillage.projection.contribution.ContributionSummary;
import org.maillage.projection.member.Standing;
import org.maillage.projection.network.Network;
import org.maillage.web.credits.Computation.Terms;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Reads somebody's own account as screens show it. */
@Component
public final class Statements {

    private static final int LONGEST_AMOUNT = 40;
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,2})?");

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

    /** The day on which the ledger of one's network begins: nothing was recorded before. */
    Optional<LocalDate> begins(Standing standing) {
        return views.networks().find(standing.network()).map(Network::createdOn);
    }

    /** Lines of one's account, newest first. */
    public Page<Line> lines(Standing standing, LocalDate asOf, @Nullable String cursor, int limit, Locale locale) {
        return lines(standing, StatementFilter.ALL, asOf, cursor, limit, locale);
    }

    /** Those lines of one's account that are asked for, newest first. */
    Page<Line> lines(
            Standing standing,
            StatementFilter filter,
            LocalDate asOf,
            @Nullable String cursor,
            int limit,
            Locale locale) {
        var page = views.accounts()
                .statement(standing.network(), AccountId.of(standing.member()), filter, asOf, cursor, limit);
        var titles = titles(standing, page.items());
        return page.map(line -> titled(line(standing, line, locale), line, titles));
    }

    /** One line of one's account, by its event's position; empty where it is none of theirs. */
    Optional<StatementLine> line(Standing standing, long position) {
        return views.accounts().line(standing.network(), AccountId.of(standing.member()), position);
    }

    /** A line of one's own as a page shows it: with the claim's title, where it has one. */
    Line ownLine(Standing standing, StatementLine line, Locale locale) {
        return titled(line(standing, line, locale), line, titles(standing, List.of(line)));
    }

    private Map<ContributionId, String> titles(Standing standing, List<StatementLine> lines) {
        var claims = lines.stream()
                .filter(line -> line.what() == StatementLine.What.ISSUED)
                .flatMap(line -> Optional.ofNullable(line.contribution()).stream())
                .collect(Collectors.toSet());
        return views.contributions().summaries(standing.network(), claims).stream()
                .filter(claim -> claim.title() != null && !claim.title().isEmpty())
                .collect(Collectors.toMap(
                        ContributionSummary::contribution, claim -> Objects.requireNonNull(claim.title())));
    }

    private static Line titled(Line shown, StatementLine line, Map<ContributionId, String> titles) {
        var title = line.contribution() == null ? null : titles.get(line.contribution());
        return title == null || line.what() != StatementLine.What.ISSUED ? shown : shown.called(title);
    }

    /** A line as a page shows it, without what a claim was called. */
    Line line(Standing standing, StatementLine line, Locale locale) {
        var issue = line.issue();
        return new Line(
                line.position(),
                issue == null ? null : first(issue.weights()),
                title(standing, line, locale),
                issue == null ? null : meta(issue, locale),
                line.amount().hundredths(),
                words.say("credits.line.when." + line.what(), locale, words.day(line.recordedOn(), locale)),
                words.mailles(line.after().available(), locale),
                issue == null ? null : computation(issue, line, locale),
                line.words(),
                line.contribution() == null ? null : line.contribution().toString());
    }

    private static @Nullable Role first(RoleWeights weights) {
        return List.copyOf(weights.basisPoints().keySet()).getFirst();
    }

    /** What moved, in words. */
    String title(Standing standing, StatementLine line, Locale locale) {
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

    private String meta(StatementLine.Issue issue, Locale locale) {
        var credited = terms(issue).creditedText(words, locale);
        return words.say("credits.line.contributed", locale, credited, words.day(issue.day(), locale));
    }

    private Computation computation(StatementLine.Issue issue, StatementLine line, Locale locale) {
        var result = new Mailles(Math.abs(line.contributedChange().hundredths()));
        return Computation.of(terms(issue), result, words, locale);
    }

    private static Terms terms(StatementLine.Issue issue) {
        return new Terms(
                issue.measure(),
                issue.credited(),
                issue.rate(),
                issue.weights(),
                issue.tariffVersion(),
                issue.computation());
    }

    /**
     * An amount of hundredths as a page's form asks for it, of at most twelve figures before the decimals.
     *
     * @throws IllegalArgumentException where it is none
     */
    static Mailles amount(String typed) {
        // What is long is no amount, and reading a long number takes long.
        if (typed.length() > LONGEST_AMOUNT) {
            throw new IllegalArgumentException("no amount: " + typed.length() + " characters");
        }
        var written = typed.strip().replace(',', '.').replaceAll("[\u00a0\u202f]", "");
        if (!AMOUNT.matcher(written).matches()) {
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
     * @param meta how much of which day, where something was issued or taken back; null for a gift
     * @param when what happened on the day of recording
     * @param after what is available after it
     * @param computation null unless something was issued or taken back
     * @param words what was said with it; null where nothing
     * @param contribution the claim that it follows from; null for none
     */
    public record Line(
            long position,
            @Nullable Role role,
            String title,
            @Nullable String meta,
            long hundredths,
            String when,
            String after,
            @Nullable Computation computation,
            @Nullable String words,
            @Nullable String contribution) {

        /** The same line under a title of its own; what it was called before is said with how much. */
        Line called(String name) {
            return new Line(
                    position,
                    role,
                    name,
                    meta == null ? title : title + ", " + meta,
                    hundredths,
                    when,
                    after,
                    computation,
                    words,
                    contribution);
        }
    }
}
