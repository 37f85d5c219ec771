package org.maillage.projection.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Page;

/** Balances and statements, as of a date of recording (rules 6 and 15). */
public interface Accounts {

    /** Both readings of an account at the end of a day; zero where nothing had moved. */
    Balance balance(NetworkId network, AccountId account, LocalDate asOf);

    /** Lines of an account, newest first. A null cursor asks for the first page. */
    Page<StatementLine> statement(
            NetworkId network, AccountId account, LocalDate asOf, @Nullable String cursor, int limit);

    /** One line of an account, by its position. */
    Optional<StatementLine> line(NetworkId network, AccountId account, long position);

    /** Every line that follows from a claim or is about it, over all accounts, oldest first. */
    List<StatementLine> about(NetworkId network, ContributionId contribution, LocalDate asOf);
}
