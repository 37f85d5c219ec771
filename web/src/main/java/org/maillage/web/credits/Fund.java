package org.maillage.web.credits;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Mailles;
import org.maillage.projection.AsOf;
import org.maillage.projection.Page;
import org.maillage.projection.Projections;
import org.maillage.projection.account.MovedInMonth;
import org.maillage.projection.account.StatementFilter;
import org.maillage.projection.account.StatementLine;
import org.maillage.projection.account.StatementLine.What;
import org.maillage.projection.member.Member;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer.Standing;
import org.springframework.stereotype.Component;

/**
 * Reads the common fund as members see it: sums of what came in, since whose paid time or departure brought it is nobody's
 * business, and each grant with its day. Who was granted is named to the coordination, which grants, and to themselves;
 * an organisation is named to all.
 */
@Component
final class Fund {

    private final Projections views;
    private final Words words;

    Fund(Projections views, Words words) {
        this.views = views;
        this.words = words;
    }

    Mailles available(Standing standing, LocalDate asOf) {
        return views.accounts()
                .balance(standing.network(), AccountId.fundOf(standing.network()), asOf)
                .available();
    }

    /** Months of recording, newest first. */
    List<Month> months(Standing standing, LocalDate asOf, Locale locale) {
        var months = new LinkedHashMap<LocalDate, Month>();
        var name = DateTimeFormatter.ofPattern("LLLL yyyy", locale);
        for (var moved : moved(standing, asOf)) {
            long amount = moved.amount().hundredths();
            var given = moved.what() == What.GIVEN;
            months.merge(
                    moved.month(),
                    new Month(name.format(moved.month()), given ? 0 : amount, given ? -amount : 0),
                    Month::plus);
        }
        return List.copyOf(months.values());
    }

    /** Where all that came in came from, since the beginning, in the reasons' order. */
    List<Reason> reasons(Standing standing, LocalDate asOf, Locale locale) {
        var sums = new LinkedHashMap<GiftReason, Long>();
        moved(standing, asOf).stream()
                .filter(moved -> moved.what() != What.GIVEN && moved.reason() != null)
                .forEach(moved -> sums.merge(moved.reason(), moved.amount().hundredths(), Long::sum));
        var reasons = new ArrayList<Reason>();
        for (var reason : GiftReason.values()) {
            var sum = sums.get(reason);
            if (sum != null) {
                reasons.add(new Reason(words.say("fund.reason." + reason, locale), sum));
            }
        }
        return List.copyOf(reasons);
    }

    private List<MovedInMonth> moved(Standing standing, LocalDate asOf) {
        return views.accounts().months(standing.network(), AccountId.fundOf(standing.network()), asOf);
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

    /** What came in and went out in a month, in hundredths; what was taken back lessens what came in. */
    record Month(String name, long received, long granted) {

        private Month plus(Month other) {
            return new Month(name, received + other.received, granted + other.granted);
        }
    }

    /** What came in for one reason, in hundredths. */
    record Reason(String name, long received) {}

    /** One grant, in hundredths. */
    record Grant(String when, String to, long amount) {}
}
