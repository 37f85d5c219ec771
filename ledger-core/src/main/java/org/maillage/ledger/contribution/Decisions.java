package org.maillage.ledger.contribution;

import static org.maillage.ledger.Refused.when;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.Contribution.Status;
import org.maillage.ledger.contribution.ContributionCommand.Decline;
import org.maillage.ledger.contribution.ContributionCommand.EntrustDecision;
import org.maillage.ledger.contribution.ContributionCommand.Reverse;
import org.maillage.ledger.contribution.ContributionCommand.Undo;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.credit.Accounts;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Guards;
import org.maillage.ledger.decision.Texts;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;
import org.maillage.ledger.event.ContributionEvent.Declined;
import org.maillage.ledger.event.ContributionEvent.Reopened;
import org.maillage.ledger.event.ContributionEvent.ReversalReason;
import org.maillage.ledger.event.ContributionEvent.Reversed;
import org.maillage.ledger.event.ContributionEvent.Validated;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.event.ShareOutcome;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;

/** Decides claims and takes decisions back (rules 2 to 4): whatever that moves on accounts stands in the same append. */
final class Decisions {

    private static final Duration UNDO_WITHIN = Duration.ofMinutes(10);
    private static final SecureRandom LOTS = new SecureRandom();

    private final Contributions claims;
    private final Accounts accounts;

    Decisions(Contributions claims, Accounts accounts) {
        this.claims = claims;
        this.accounts = accounts;
    }

    void validate(Validate command, Decision decision) {
        var claim = claims.of(command);
        var state = claim.invoke(c -> c);
        if (state.status() == Status.VALIDATED
                && isDecider(state, command, decision)
                && Outcomes.isSame(command, state.validated())) {
            return;
        }
        var deciders = new Deciders(state, decision);
        var right = deciders.right(command.by());
        guardUndecided(state);
        guardNoQuestion(state, command);
        guardReplaced(command, claim);
        accounts.lock(
                state.shares().stream().map(s -> s.submitted().contributor()).toList());
        var validated = new Validated(
                command.contribution(),
                command.network(),
                command.by(),
                deciders.organisationOf(command.by()),
                right,
                deciders.independence(command.by(), right),
                new Outcomes(command, decision, accounts).of(state));
        claims.record(claim, validated, decision);
        for (var outcome : accepted(validated)) {
            accounts.issue(validated, outcome, minutes(outcome));
            if (givesPaidTime(state, outcome, decision)) {
                accounts.givePaidTime(decision, validated, outcome);
            }
        }
    }

    void decline(Decline command, Decision decision) {
        var claim = claims.of(command);
        var state = claim.invoke(c -> c);
        if (state.status() == Status.DECLINED && isDecider(state, command, decision)) {
            return;
        }
        var deciders = new Deciders(state, decision);
        var right = deciders.right(command.by());
        guardUndecided(state);
        guardNoQuestion(state, command);
        var words = words(command, command.words(), state, Declined.class, decision);
        when(command.reason() == DeclineReason.OTHER && words == null, Reason.REASON_MISSING);
        claims.record(
                claim,
                new Declined(
                        command.contribution(),
                        command.network(),
                        command.by(),
                        deciders.organisationOf(command.by()),
                        right,
                        command.reason(),
                        words,
                        state.appealed()),
                decision);
    }

    /** The same coordinator, within ten minutes: the claim is open again, and nothing of the decision stays (rule 2). */
    void undo(Undo command, Decision decision) {
        var claim = claims.of(command);
        var state = claim.invoke(c -> c);
        new Deciders(state, decision).guardStillDecides(command.by());
        when(state.status() != Status.VALIDATED && state.status() != Status.DECLINED, Reason.NOT_DECIDED);
        when(!state.decidedBy().equals(Optional.of(command.by())), Reason.NOT_THE_DECIDER);
        when(decision.now().isAfter(state.decidedAt().plus(UNDO_WITHIN)), Reason.UNDO_TOO_LATE);
        var validated = state.status() == Status.VALIDATED ? state.validated() : null;
        claims.record(claim, new Reopened(command.contribution(), command.network(), command.by()), decision);
        if (validated != null) {
            takeBack(state, validated, true, decision);
        }
    }

    void reverse(Reverse command, Decision decision) {
        var claim = claims.of(command);
        var state = claim.invoke(c -> c);
        new Deciders(state, decision).right(command.by());
        if (state.status() == Status.REVERSED) {
            return;
        }
        when(state.status() != Status.VALIDATED, Reason.NOT_VALIDATED);
        var words = words(command, command.words(), state, Reversed.class, decision);
        when(command.reason() == ReversalReason.OTHER && words == null, Reason.REASON_MISSING);
        var validated = state.validated();
        claims.record(
                claim,
                new Reversed(command.contribution(), command.network(), command.by(), command.reason(), words),
                decision);
        takeBack(state, validated, false, decision);
    }

    void entrust(EntrustDecision command, Decision decision) {
        var claim = claims.of(command);
        var state = claim.invoke(c -> c);
        var deciders = new Deciders(state, decision);
        deciders.guardAsks(command.by());
        state.guardOpen();
        if (deciders.isEntrusted()) {
            return;
        }
        claims.record(claim, deciders.entrust(command, LOTS.nextLong()), decision);
    }

    private void takeBack(Contribution state, Validated validated, boolean undo, Decision decision) {
        var accepted = accepted(validated);
        accounts.lock(accepted.stream().map(ShareOutcome::contributor).toList());
        for (var outcome : accepted) {
            var given = givesPaidTime(state, outcome, decision);
            accounts.takeBack(decision, validated, outcome, minutes(outcome), given, undo);
        }
    }

    private static List<ShareOutcome> accepted(Validated validated) {
        return validated.outcomes().stream()
                .filter(o -> o.status() == ShareOutcome.Status.ACCEPTED)
                .toList();
    }

    private static int minutes(ShareOutcome outcome) {
        return outcome.measure() == Measure.TIME ? outcome.accepted().creditedMinutes() : 0;
    }

    /** Rule 8; the version that ruled the amount says so, and no later one changes it. */
    private static boolean givesPaidTime(Contribution state, ShareOutcome outcome, Decision decision) {
        var payment = state.share(outcome.share()).submitted().payment();
        var version = decision.tariff(state.network()).versions().get(outcome.tariffVersion() - 1);
        return payment.goesToFund()
                && version.paidTimeToFund()
                && outcome.amount().hundredths() > 0;
    }

    private static boolean isDecider(Contribution state, ContributionCommand command, Decision decision) {
        Guards.actsAs(decision, command.by());
        return state.decidedBy().filter(command.by()::equals).isPresent();
    }

    /** Who comes second is told who came first. */
    private static void guardUndecided(Contribution state) {
        if (state.status() == Status.VALIDATED || state.status() == Status.DECLINED) {
            throw new Refused(
                    Reason.ALREADY_DECIDED,
                    Map.of("by", state.decidedBy().map(Objects::toString).orElse("")));
        }
        state.guardOpen();
    }

    /** A question that another asked waits for its answer; who asked may decide without it. */
    private static void guardNoQuestion(Contribution state, ContributionCommand command) {
        when(state.asking().filter(a -> !a.equals(command.by())).isPresent(), Reason.QUESTION_OPEN);
    }

    /** A claim and the one that it corrects are never both credited (rule 2), so that one must be out of the way. */
    private void guardReplaced(Validate command, Aggregate<Contribution> claim) {
        claim.invoke(Contribution::replaces)
                .map(replaced -> claims.of(command.network(), replaced).invoke(Contribution::isSettledWithoutCredit))
                .ifPresent(settled -> when(!settled, Reason.REPLACED_CLAIM_STILL_STANDS));
    }

    private static @Nullable SealedText words(
            ContributionCommand command,
            @Nullable String words,
            Contribution state,
            Class<? extends LedgerEvent> event,
            Decision decision) {
        return decision.sealIfAny(
                Texts.optional(words, 1_000),
                List.of(state.author()),
                StreamId.of(command.contribution()),
                event,
                "words");
    }
}
