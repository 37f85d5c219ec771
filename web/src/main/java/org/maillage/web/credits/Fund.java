package org.maillage.web.credits;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Page;
import org.maillage.projection.Projections;
import org.maillage.projection.account.StatementFilter;
import org.maillage.projection.account.StatementLine;
import org.maillage.projection.account.StatementLine.What;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/**
 * Reads the common fund as members see it: sums of what came in over enough people, since whose paid time or departure
 * brought it is nobody's business, and each grant with its day. Who was granted is named to the coordination, which grants, and to themselves;
 * an organisation is named to all.
 */
@Component
public final class Fund {

    private final Projections views;
    private final Words words;

    Fund(Projections views, Words words) {
        this.views = views;
        this.words = words;
    }

    /**
     * What the fund holds, as somebody may read it: the coordination, which grants, to the hundredth; anybody else at least
     * what comes from enough people.
     */
    public Mailles available(NetworkId network, boolean coordinator, LocalDate asOf) {
        return coordinator
                ? views.accounts()
                        .balance(network, AccountId.fundOf(network), asOf)
                        .available()
                : new Mailles(periods(network, asOf).available());
    }

    /** The day at which somebody may read it: the coordination any, anybody else the end of a month, or now. */
    public LocalDate readable(boolean coordinator, LocalDate asOf, LocalDate today) {
        if (coordinator) {
            return asOf;
        }
        var end = asOf.with(TemporalAdjusters.lastDayOfMonth());
        return end.isBefore(today) ? end : AsOf.NOW;
    }

    /** What came in and what was granted, in periods that tell nobody's time. */
    FundPeriods periods(NetworkId network, LocalDate asOf) {
        var fund = AccountId.fundOf(network);
        return FundPeriods.of(
                views.accounts().months(network, fund, asOf),
                views.accounts().givers(network, fund, asOf, FundPeriods.LEAST_PEOPLE));
    }

    /** Periods of months of recording, newest first. */
    List<Month> months(FundPeriods read, Locale locale) {
        var name = DateTimeFormatter.ofPattern("LLLL yyyy", locale);
        return read.newestFirst().stream()
                .map(period -> new Month(
                        period.from().equals(period.to())
                                ? name.format(period.from())
                                : words.say(
                                        "fund.period", locale, name.format(period.from()), name.format(period.to())),
                        period.told() ? period.received() : null,
                        period.granted()))
                .toList();
    }

    /** Where what is told of what came in came from, in the reasons' order. */
    List<Reason> reasons(FundPeriods read, Locale locale) {
        return Arrays.stream(GiftReason.values())
                .filter(read.reasons()::containsKey)
                .map(reason -> new Reason(
                        words.say("fund.reason." + reason, locale),
                        read.reasons().getOrDefault(reason, 0L)))
                .toList();
    }

    /** What the fund gave, newest first. */
    Page<Grant> grants(Standing standing, LocalDate asOf, @Nullable String cursor, int limit, Locale locale) {
        var given = new StatementFilter(Set.of(What.GIVEN), null, null);
        return views.accounts()
                .statement(standing.network(), AccountId.fundOf(standing.network()), given, asOf, cursor, limit)
                .map(line -> new Grant(
                        words.day(line.recordedOn(), locale),
                        to(standing, line, locale),
                        -line.amount().hundredths()));
    }

    private String to(Standing standing, StatementLine line, Locale locale) {
        var to = line.counterpart();
        var named = to == null
                || to.holder() != AccountId.Holder.MEMBER
                || standing.coordinator()
                || to.equals(AccountId.of(standing.member()));
        return named ? words.account(standing.network(), to, locale) : words.say("fund.grant.somebody", locale);
    }

    /** Names of those who may give from it. */
    List<String> coordinators(Standing standing) {
        return views.members().coordinators(standing.network(), AsOf.NOW).stream()
                .map(Member::name)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * What came in and went out in some months, in hundredths; what was taken back lessens what came in.
     *
     * @param received null where too few people gave for it to be told
     */
    record Month(String name, @Nullable Long received, long granted) {}

    /** What came in for one reason, in hundredths. */
    record Reason(String name, long received) {}

    /** One grant, in hundredths. */
    record Grant(String when, String to, long amount) {}
}
