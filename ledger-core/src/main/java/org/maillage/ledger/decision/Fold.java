package org.maillage.ledger.decision;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.AwardEvent;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.DefinitionEvent;
import org.maillage.ledger.event.GovernanceEvent;
import org.maillage.ledger.event.IssuerEvent;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.event.NetworkEvent;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.event.RecognitionEvent;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.NetworkId;

/**
 * How the state of a stream follows from its events.
 *
 * @param initial before the first event
 * @param evolve the state after one more; pure
 */
record Fold<S>(S initial, BiFunction<S, LedgerEvent, S> evolve) {

    static final Fold<NetworkState> NETWORK =
            new Fold<>(NetworkState.NONE, (state, event) -> state.evolve((NetworkEvent) event));
    static final Fold<TariffState> TARIFF =
            new Fold<>(TariffState.NONE, (state, event) -> state.evolve((GovernanceEvent) event));
    static final Fold<CharterState> CHARTER =
            new Fold<>(CharterState.NONE, (state, event) -> state.evolve((GovernanceEvent) event));
    static final Fold<MemberState> MEMBER =
            new Fold<>(MemberState.NONE, (state, event) -> state.evolve((MemberEvent) event));
    static final Fold<PersonState> PERSON =
            new Fold<>(PersonState.NONE, (state, event) -> state.evolve((PersonEvent) event));

    static final Fold<BadgeState> BADGE =
            new Fold<>(BadgeState.NONE, (state, event) -> state.evolve((DefinitionEvent) event));
    static final Fold<AwardState> AWARD =
            new Fold<>(AwardState.NONE, (state, event) -> state.evolve((AwardEvent) event));
    static final Fold<RecognitionState> RECOGNITION =
            new Fold<>(RecognitionState.NONE, (state, event) -> state.evolve((RecognitionEvent) event));
    static final Fold<IssuerState> ISSUER =
            new Fold<>(IssuerState.NONE, (state, event) -> state.evolve((IssuerEvent) event));

    /** Whether a public code is taken. */
    static final Fold<Boolean> CODE = new Fold<>(false, (_, _) -> true);

    /** The network of a claim. */
    record Claim(@Nullable NetworkId network) {}

    static final Fold<Claim> CLAIM = new Fold<>(new Claim(null), (_, event) -> new Claim(event.network()));

    /** The person of a membership, or nobody yet. */
    static final Fold<PersonState.Holder> MEMBERSHIP =
            new Fold<>(PersonState.Holder.NOBODY, (state, event) -> state.evolve((PersonEvent) event));

    /** The sum of what a common fund received, less what was taken back. */
    static final Fold<Mailles> FUND_RECEIPTS =
            new Fold<>(Mailles.ZERO, (sum, event) -> sum.plus(((CreditEvent) event).availableChange()));
}
