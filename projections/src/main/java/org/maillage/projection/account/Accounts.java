package org.maillage.projection.account;

import io.micronaut.context.BeanContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.value.TransferId;
import org.maillage.projection.Cursor;
import org.maillage.projection.Page;
import org.maillage.projection.Texts;
import org.maillage.projection.WeightsText;

/** Balances and statements, as of a date of recording (rules 6 and 15). */
public final class Accounts {

    /** Earlier than any day of recording. */
    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private final AccountRepository rows;
    private final Texts texts;

    public Accounts(BeanContext beans, Texts texts) {
        this.rows = beans.getBean(AccountRepository.class);
        this.texts = texts;
    }

    /** Both readings of an account at the end of a day; zero where nothing had moved. */
    public Balance balance(NetworkId network, AccountId account, LocalDate asOf) {
        return rows.balance(network.value(), account.toString(), asOf)
                .map(BalanceRow::asBalance)
                .orElse(Balance.ZERO);
    }

    /** Lines of an account, newest first. A null cursor asks for the first page. */
    public Page<StatementLine> statement(
            NetworkId network, AccountId account, LocalDate asOf, @Nullable String cursor, int limit) {
        return statement(network, account, StatementFilter.ALL, asOf, cursor, limit);
    }

    /** Those lines of an account that are asked for, newest first. A null cursor asks for the first page. */
    public Page<StatementLine> statement(
            NetworkId network,
            AccountId account,
            StatementFilter filter,
            LocalDate asOf,
            @Nullable String cursor,
            int limit) {
        var most = Page.bounded(limit);
        var before = Cursor.number(cursor).orElse(Long.MAX_VALUE);
        var from = filter.from() == null ? BEGINNING : filter.from();
        var to = filter.to() == null || filter.to().isAfter(asOf) ? asOf : filter.to();
        var page = rows.page(network.value(), account.toString(), from, to, filter.names(), before, most + 1);
        var shown = Page.of(page, most, row -> Cursor.of(Long.toString(row.position())));
        return new Page<>(lines(network, shown.items()), shown.next());
    }

    /** What moved on an account by month of recording, newest month first: sums alone, without names. */
    public List<MovedInMonth> months(NetworkId network, AccountId account, LocalDate asOf) {
        return rows.months(network.value(), account.toString(), asOf).stream()
                .map(MonthRow::asMoved)
                .toList();
    }

    /** From whom something came to an account, or went back to: at most so many for each month and reason. */
    public List<GiverInMonth> givers(NetworkId network, AccountId account, LocalDate asOf, int most) {
        return rows.givers(network.value(), account.toString(), asOf, most).stream()
                .map(GiverRow::asGiver)
                .toList();
    }

    /** One line of an account, by its position. */
    public Optional<StatementLine> line(NetworkId network, AccountId account, long position) {
        var row = rows.line(network.value(), account.toString(), position);
        return lines(network, row.stream().toList()).stream().findFirst();
    }

    /** Every line that follows from a claim or is about it, over all accounts, oldest first. */
    public List<StatementLine> about(NetworkId network, ContributionId contribution, LocalDate asOf) {
        return lines(network, rows.about(network.value(), contribution.value(), asOf));
    }

    /** These lines as readers see them; one that takes an issue back shows what that issue followed from. */
    private List<StatementLine> lines(NetworkId network, List<StatementRow> lines) {
        var reversed = lines.stream()
                .filter(line -> line.what() == StatementLine.What.ISSUE_REVERSED)
                .map(line -> Objects.requireNonNull(line.contribution()).toString())
                .collect(Collectors.joining(","));
        var issues = reversed.isEmpty() ? List.<StatementRow>of() : rows.issues(network.value(), reversed);
        return lines.stream().map(line -> line(line, issue(line, issues))).toList();
    }

    /** The line that says what a line's amount follows from: its own, or of the issue that it takes back. */
    private static StatementRow issue(StatementRow line, List<StatementRow> issues) {
        return line.what() != StatementLine.What.ISSUE_REVERSED
                ? line
                : issues.stream()
                        .filter(issue ->
                                Objects.equals(issue.share(), line.share()) && issue.position() < line.position())
                        .reduce((_, later) -> later)
                        .orElseThrow(() -> new IllegalStateException("nothing was issued for " + line.share()));
    }

    private StatementLine line(StatementRow row, StatementRow issue) {
        var account = AccountId.of(row.account());
        return new StatementLine(
                row.position(),
                account,
                row.recordedAt(),
                row.recordedOn(),
                row.what(),
                new Mailles(row.contributedChange()),
                new Mailles(row.amount()),
                new Balance(new Mailles(row.contributedAfter()), new Mailles(row.availableAfter())),
                row.counterpart() == null ? null : AccountId.of(row.counterpart()),
                row.contribution() == null ? null : new ContributionId(row.contribution()),
                row.share() == null ? null : new ShareId(row.share()),
                row.kind() == null ? null : issue(row, row.kind(), issue),
                row.transfer() == null ? null : new TransferId(row.transfer()),
                row.reason(),
                words(row, account));
    }

    private static StatementLine.Issue issue(StatementRow row, String kind, StatementRow issue) {
        return new StatementLine.Issue(
                new KindCode(kind),
                Objects.requireNonNull(issue.measure()),
                Objects.requireNonNull(row.day()),
                Objects.requireNonNull(row.minutes()),
                Objects.requireNonNull(row.credited()),
                Objects.requireNonNull(issue.tariffVersion()),
                Objects.requireNonNull(issue.rate()),
                WeightsText.read(Objects.requireNonNull(issue.weights())),
                Objects.requireNonNull(issue.computation()));
    }

    private @Nullable String words(StatementRow row, AccountId account) {
        boolean given = row.what() == StatementLine.What.GIVEN;
        var stream = !given && account.holder() == AccountId.Holder.FUND
                ? StreamId.fundReceiptsOf(new NetworkId(row.network()))
                : StreamId.of(account);
        return texts.open(row.words(), stream, given ? CreditEvent.Given.class : CreditEvent.Received.class, "words");
    }
}
