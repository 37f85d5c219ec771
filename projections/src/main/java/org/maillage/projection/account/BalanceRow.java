package org.maillage.projection.account;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.value.Mailles;
import org.maillage.projection.fold.Dated;

/** Both readings of an account while they stand, in hundredths. */
@MappedEntity("balance")
record BalanceRow(
        UUID network, String account, LocalDate since, LocalDate until, long contributed, long available, long position)
        implements Dated<BalanceRow> {

    @Override
    public Object group() {
        return account;
    }

    @Override
    public BalanceRow during(LocalDate from, LocalDate to) {
        return new BalanceRow(network, account, from, to, contributed, available, position);
    }

    Balance asBalance() {
        return new Balance(new Mailles(contributed), new Mailles(available));
    }
}
