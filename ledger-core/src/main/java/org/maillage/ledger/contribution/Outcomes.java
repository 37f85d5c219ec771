package org.maillage.ledger.contribution;

import static org.maillage.ledger.Refused.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand.Less;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.credit.Accounts;
import org.maillage.ledger.credit.Computation;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.NetworkState;
import org.maillage.ledger.decision.Texts;
import org.maillage.ledger.event.ContributionEvent.Validated;
import org.maillage.ledger.event.ShareOutcome;
import org.maillage.ledger.event.ShareOutcome.LessReason;
import org.maillage.ledger.event.ShareOutcome.Status;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.ShareId;

/** Works out what a validation makes of each share (rules 1, 4 and 5). */
final class Outcomes {

    private static final Quantity NOTHING = new Quantity(0, 0, 0, 0);

    private final Validate command;
    private final Decision decision;
    private final NetworkState network;
    private final Accounts accounts;
    private final Map<ShareId, Less> less;
    private final Map<Object, Integer> creditedHere = new HashMap<>();
    private final Map<Object, Integer> minutesHere = new HashMap<>();

    Outcomes(Validate command, Decision decision, Accounts accounts) {
        this.command = command;
        this.decision = decision;
        this.network = decision.network(command.network());
        this.accounts = accounts;
        this.less = byShare(command);
    }

    private static Map<ShareId, Less> byShare(Validate command) {
        var less = new HashMap<ShareId, Less>();
        command.less().forEach(l -> when(less.put(l.share(), l) != null, Reason.SHARE_TWICE));
        return less;
    }

    /** Whether a command asks for what was validated, words apart: these are sealed. */
    static boolean isSame(Validate command, Validated validated) {
        var less = byShare(command);
        return validated.outcomes().stream().allMatch(outcome -> {
            var asked = less.get(outcome.share());
            return asked == null
                    ? outcome.lessReason() == null
                    : asked.reason() == outcome.lessReason()
                            && Objects.requireNonNullElse(asked.accepted(), NOTHING)
                                    .equals(outcome.accepted());
        });
    }

    /** The outcome of every share. @throws Refused where none is accepted */
    List<ShareOutcome> of(Contribution claim) {
        less.keySet().forEach(claim::share);
        var outcomes = new ArrayList<ShareOutcome>();
        for (var share : claim.shares()) {
            outcomes.add(outcome(share));
        }
        guardSomethingAccepted(outcomes);
        return outcomes;
    }

    /** Who left out all that was confirmed decided it: that is a refusal, and nobody is waited for. */
    private static void guardSomethingAccepted(List<ShareOutcome> outcomes) {
        var made = outcomes.stream().map(ShareOutcome::status).toList();
        if (!made.contains(Status.ACCEPTED)) {
            throw new Refused(made.contains(Status.LEFT_OUT) ? Reason.NOTHING_ACCEPTED : Reason.NOBODY_CONFIRMED);
        }
    }

    private ShareOutcome outcome(ClaimShare share) {
        return switch (share.answer()) {
            case NONE -> outcome(share, Status.LAPSED, NOTHING, null);
            case DENIED -> outcome(share, Status.DENIED, NOTHING, null);
            case CONFIRMED, CORRECTED -> answered(share, Objects.requireNonNull(share.confirmed()));
        };
    }

    private ShareOutcome answered(ClaimShare share, Quantity confirmed) {
        var reduction = less.get(share.submitted().share());
        if (reduction == null) {
            return outcome(share, Status.ACCEPTED, confirmed, null);
        }
        var unsaid = Texts.optional(reduction.words(), 500) == null;
        when(reduction.reason() == LessReason.OTHER && unsaid, Reason.REASON_MISSING);
        var accepted = reduction.accepted();
        if (accepted == null) {
            return outcome(share, Status.LEFT_OUT, NOTHING, reduction);
        }
        var measure = kind(share).measure();
        when(!accepted.fits(measure), Reason.QUANTITY_NOT_OF_THE_KIND);
        when(!accepted.atMost(confirmed), Reason.MORE_THAN_CONFIRMED);
        when(accepted.equals(confirmed), Reason.NOT_LESS);
        return outcome(share, Status.ACCEPTED, accepted, reduction);
    }

    private org.maillage.ledger.value.Kind kind(ClaimShare share) {
        return Objects.requireNonNull(network.kinds().get(share.submitted().kind()));
    }

    private ShareOutcome outcome(ClaimShare share, Status status, Quantity accepted, @Nullable Less reduction) {
        var claimed = share.submitted();
        var kind = kind(share);
        var inForce = decision.tariff(command.network())
                .on(claimed.day(), claimed.kind())
                .orElseThrow(() -> new Refused(Reason.TARIFF_INCOMPLETE));
        var computed = Computation.of(
                kind.measure(), inForce.line(), accepted.credited(kind.measure()), creditedBefore(share));
        if (status == Status.ACCEPTED) {
            count(share, kind.measure() == Measure.TIME ? accepted.creditedMinutes() : 0, computed.credited());
        }
        return new ShareOutcome(
                claimed.share(),
                claimed.contributor(),
                status,
                claimed.kind(),
                kind.version(),
                kind.measure(),
                inForce.line().weights(),
                claimed.day(),
                claimed.quantity(),
                share.confirmed(),
                accepted,
                reduction == null ? null : reduction.reason(),
                reduction == null ? null : words(share, reduction),
                inForce.version().version(),
                inForce.line().rate(),
                computed.credited(),
                Computation.ROUNDING,
                computed.amount(),
                computed.text());
    }

    private int creditedBefore(ClaimShare share) {
        var claimed = share.submitted();
        return accounts.creditedOn(claimed.contributor(), claimed.day(), claimed.kind())
                + creditedHere.getOrDefault(key(share), 0);
    }

    /** Shares of one claim count together for the day, like those of several. */
    private void count(ClaimShare share, int minutes, int credited) {
        var claimed = share.submitted();
        creditedHere.merge(key(share), credited, Integer::sum);
        var day = minutesHere.merge(List.of(claimed.contributor(), claimed.day()), minutes, Integer::sum);
        accounts.guardDay(claimed.contributor(), claimed.day(), day);
    }

    private static Object key(ClaimShare share) {
        var claimed = share.submitted();
        return List.of(claimed.contributor(), claimed.day(), claimed.kind());
    }

    private @Nullable SealedText words(ClaimShare share, Less reduction) {
        var claimed = share.submitted();
        var about = switch (claimed.contributor().holder()) {
            case MEMBER -> List.of(new MemberId(claimed.contributor().id()));
            case ORGANISATION, FUND -> List.of(command.by());
        };
        return decision.sealIfAny(
                Texts.optional(reduction.words(), 500),
                about,
                org.maillage.ledger.value.StreamId.of(command.contribution()),
                Validated.class,
                "outcome." + claimed.share());
    }
}
