package org.maillage.projection.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.BadgeEvent;
import org.maillage.ledger.event.ContributionEvent;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.event.CreditEvent.GiftReason;
import org.maillage.ledger.event.GovernanceEvent;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.event.NetworkEvent;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.AccountId.Holder;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.TransferId;
import org.maillage.projection.AsOf;
import org.maillage.projection.WeightsText;
import org.maillage.projection.fold.Batch;
import org.maillage.projection.fold.Table;
import org.maillage.projection.fold.View;

/** Balances and statement lines: what the events state is copied; only a common fund's balance is computed here. */
public final class AccountView implements View {

    static final Table<BalanceRow> BALANCE = Table.of(BalanceRow.class, "account", "network account since");
    static final Table<StatementRow> LINE = Table.of(StatementRow.class, "account", "network account position");

    @Override
    public List<Table<?>> tables() {
        return List.of(BALANCE, LINE);
    }

    @Override
    public void need(Recorded recorded, Batch batch) {
        if (recorded.event() instanceof CreditEvent event) {
            batch.rows(BALANCE).need(event.network().value(), event.account().toString());
        }
    }

    @Override
    public void apply(Recorded recorded, Batch batch) {
        switch (recorded.event()) {
            case CreditEvent event -> apply(event, recorded.recordedAt(), batch);
            case ContributionEvent _,
                    MemberEvent _,
                    NetworkEvent _,
                    GovernanceEvent _,
                    PersonEvent _,
                    BadgeEvent _ -> {}
        }
    }

    private static void apply(CreditEvent event, Instant at, Batch batch) {
        var account = event.account().toString();
        var before = batch.rows(BALANCE).find(account);
        if (batch.rows(BALANCE).has(before)) {
            return;
        }
        var line = new Line(event, account, at, after(event, before), batch);
        batch.rows(BALANCE)
                .put(new BalanceRow(
                        batch.network(),
                        account,
                        batch.on(),
                        AsOf.FOREVER,
                        line.after.contributed().hundredths(),
                        line.after.available().hundredths(),
                        batch.position()));
        batch.rows(LINE)
                .add(
                        switch (event) {
                            case CreditEvent.Issued issued -> line.issued(issued);
                            case CreditEvent.IssueReversed reversed -> line.reversed(reversed);
                            case CreditEvent.Given given ->
                                line.moved(
                                        StatementLine.What.GIVEN,
                                        given.to(),
                                        given.transfer(),
                                        given.about(),
                                        given.share(),
                                        given.reason(),
                                        given.words());
                            case CreditEvent.Received received ->
                                line.moved(
                                        StatementLine.What.RECEIVED,
                                        received.from(),
                                        received.transfer(),
                                        received.about(),
                                        received.share(),
                                        received.reason(),
                                        received.words());
                            case CreditEvent.GivenBack back ->
                                line.moved(
                                        StatementLine.What.GIVEN_BACK,
                                        back.from(),
                                        back.transfer(),
                                        back.about(),
                                        back.share(),
                                        GiftReason.PAID_TIME,
                                        null);
                            case CreditEvent.TakenBack taken ->
                                line.moved(
                                        StatementLine.What.TAKEN_BACK,
                                        taken.to(),
                                        taken.transfer(),
                                        taken.about(),
                                        taken.share(),
                                        GiftReason.PAID_TIME,
                                        null);
                        });
    }

    /** What the event states; for a common fund, whose receipts are unguarded, what its lines add up to. */
    private static Balance after(CreditEvent event, @Nullable BalanceRow before) {
        var stated = switch (event) {
            case CreditEvent.Issued issued -> issued.after();
            case CreditEvent.IssueReversed reversed -> reversed.after();
            case CreditEvent.Given given -> given.after();
            case CreditEvent.Received received -> received.after();
            case CreditEvent.GivenBack back -> back.after();
            case CreditEvent.TakenBack _ -> null;
        };
        if (stated != null && event.account().holder() != Holder.FUND) {
            return stated;
        }
        return (before == null ? Balance.ZERO : before.asBalance()).after(event);
    }

    /** A line in the making. */
    private record Line(CreditEvent event, String account, Instant at, Balance after, Batch batch) {

        StatementRow issued(CreditEvent.Issued issued) {
            return new StatementRow(
                    batch.network(),
                    batch.position(),
                    account,
                    at,
                    batch.on(),
                    StatementLine.What.ISSUED,
                    event.contributedChange().hundredths(),
                    event.availableChange().hundredths(),
                    after.contributed().hundredths(),
                    after.available().hundredths(),
                    null,
                    issued.contribution().value(),
                    issued.share().value(),
                    issued.kind().value(),
                    issued.measure(),
                    issued.day(),
                    issued.minutes(),
                    issued.credited(),
                    issued.tariffVersion(),
                    issued.rate(),
                    WeightsText.write(issued.weights()),
                    issued.computation(),
                    null,
                    null,
                    null);
        }

        /** What the amount followed from is on the line of the issue that it takes back. */
        StatementRow reversed(CreditEvent.IssueReversed reversed) {
            return new StatementRow(
                    batch.network(),
                    batch.position(),
                    account,
                    at,
                    batch.on(),
                    StatementLine.What.ISSUE_REVERSED,
                    event.contributedChange().hundredths(),
                    event.availableChange().hundredths(),
                    after.contributed().hundredths(),
                    after.available().hundredths(),
                    null,
                    reversed.contribution().value(),
                    reversed.share().value(),
                    reversed.kind().value(),
                    null,
                    reversed.day(),
                    reversed.minutes(),
                    reversed.credited(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        StatementRow moved(
                StatementLine.What what,
                AccountId counterpart,
                TransferId transfer,
                @Nullable ContributionId about,
                @Nullable ShareId share,
                GiftReason reason,
                @Nullable SealedText words) {
            Mailles contributed = event.contributedChange();
            UUID contribution = about == null ? null : about.value();
            return new StatementRow(
                    batch.network(),
                    batch.position(),
                    account,
                    at,
                    batch.on(),
                    what,
                    contributed.hundredths(),
                    event.availableChange().hundredths(),
                    after.contributed().hundredths(),
                    after.available().hundredths(),
                    counterpart.toString(),
                    contribution,
                    share == null ? null : share.value(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    transfer.value(),
                    reason,
                    Batch.envelope(words));
        }
    }
}
