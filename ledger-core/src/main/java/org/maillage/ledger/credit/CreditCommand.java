package org.maillage.ledger.credit;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.TransferId;

/** What can be asked of accounts. */
public sealed interface CreditCommand extends LedgerCommand {

    /**
     * Gives (rule 7): a member from their own account; a coordinator from the common fund, or from an organisation's
     * account where they are of that organisation.
     *
     * @param amount zero or more; zero is a thank-you without mailles, to a member only
     * @param about the contribution that it thanks for; null for none
     * @param words up to 500 characters; null for none
     */
    record Give(
            TransferId transfer,
            NetworkId network,
            MemberId by,
            AccountId from,
            AccountId to,
            Mailles amount,
            @Nullable ContributionId about,
            @Nullable String words)
            implements CreditCommand {}
}
