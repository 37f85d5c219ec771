package org.maillage.web.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.contribution.ContributionCommand.AnswerClarification;
import org.maillage.ledger.contribution.ContributionCommand.Appeal;
import org.maillage.ledger.contribution.ContributionCommand.AskClarification;
import org.maillage.ledger.contribution.ContributionCommand.Decline;
import org.maillage.ledger.contribution.ContributionCommand.Less;
import org.maillage.ledger.contribution.ContributionCommand.Reverse;
import org.maillage.ledger.contribution.ContributionCommand.Undo;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.contribution.ContributionCommand.Withdraw;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;
import org.maillage.ledger.event.ContributionEvent.ReversalReason;
import org.maillage.ledger.event.ShareOutcome.LessReason;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Quantity;

/** Tells what becomes of one claim: each step some hours after the one before, until the story ends. */
final class ClaimStory {

    private final Claim claim;
    private final Society society;
    private final Script script;
    private final Texts texts;
    private final Dice dice;
    private final NetworkId network;
    private Instant now;
    private String[] exchange = {"", ""};
    private int told;

    ClaimStory(Claim claim, Society society, Script script, Texts texts, Dice dice) {
        this.claim = claim;
        this.society = society;
        this.script = script;
        this.texts = texts;
        this.dice = dice;
        this.network = society.terrain().network();
        this.now = claim.at();
    }

    /** Tells it. @return when the validation that stands was given; empty where none stands */
    Optional<Instant> tell(Fate fate) {
        if (!tell("submit", claim.submit())) {
            return Optional.empty();
        }
        if (fate == Fate.WITHDRAWN) {
            later(1, 60);
            tell("withdraw", new Withdraw(claim.id(), network, claim.author()));
            return Optional.empty();
        }
        var answers = new Answers(claim, network, script, texts, dice);
        now = answers.tell(society, now);
        var deciders = society.uninvolved(claim.involved());
        if (deciders.isEmpty() || !answers.anyConfirmed()) {
            return Optional.empty();
        }
        later(3, 70);
        return decide(fate, dice.pick(deciders).member());
    }

    private Optional<Instant> decide(Fate fate, MemberId by) {
        return switch (fate) {
            case VALIDATED -> validate(by, List.of());
            case VALIDATED_FOR_LESS -> validate(by, less());
            case CLARIFIED -> ask(by) && answer() ? validate(by, List.of()) : Optional.empty();
            case UNANSWERED -> {
                ask(by);
                yield Optional.empty();
            }
            case UNDONE -> undo(by);
            case DECLINED -> {
                decline(by);
                yield Optional.empty();
            }
            case APPEALED, APPEALED_AND_VALIDATED, APPEALED_AND_DECLINED -> appeal(fate, by);
            case REVERSED, REPLACED -> {
                reverse(fate, by);
                yield Optional.empty();
            }
            case WAITING, WITHDRAWN -> Optional.empty();
        };
    }

    private Optional<Instant> validate(MemberId by, List<Less> less) {
        return tell("validate", new Validate(claim.id(), network, by, less)) ? Optional.of(now) : Optional.empty();
    }

    private boolean ask(MemberId by) {
        exchange = texts.one("question", dice).split(" \\| ", -1);
        return tell("ask", new AskClarification(claim.id(), network, by, exchange[0]));
    }

    private boolean answer() {
        later(2, 50);
        var answered = tell("answer", new AnswerClarification(claim.id(), network, claim.author(), exchange[1]));
        later(2, 30);
        return answered;
    }

    /** The share of who claims for a little less; nothing where they hold none that can be cut. */
    private List<Less> less() {
        return claim.shares().stream()
                .filter(s -> claim.unconfirmed().stream().noneMatch(s::equals))
                .filter(s -> s.quantity().session() >= 60)
                .limit(1)
                .map(s -> new Less(s.share(), cut(s.quantity()), LessReason.TIME_TOO_LONG, texts.one("less", dice)))
                .toList();
    }

    private static Quantity cut(Quantity quantity) {
        return new Quantity(quantity.session() - 30, quantity.preparation(), quantity.travel(), quantity.units());
    }

    private Optional<Instant> undo(MemberId by) {
        if (validate(by, List.of()).isEmpty()) {
            return Optional.empty();
        }
        now = now.plus(Duration.ofMinutes(3));
        tell("undo", new Undo(claim.id(), network, by));
        now = now.plus(Duration.ofMinutes(4));
        return validate(by, less());
    }

    private boolean decline(MemberId by) {
        var reason = dice.pick(List.of(DeclineReason.values()));
        var words = texts.one("decline " + reason, dice);
        return tell("decline", new Decline(claim.id(), network, by, reason, words));
    }

    private Optional<Instant> appeal(Fate fate, MemberId first) {
        var second = society.uninvolved(union(first)).stream().findFirst();
        if (!decline(first)) {
            return Optional.empty();
        }
        later(5, 60);
        var words = texts.one("appeal", dice);
        if (!tell("appeal", new Appeal(claim.id(), network, claim.author(), words))
                || second.isEmpty()
                || fate == Fate.APPEALED) {
            return Optional.empty();
        }
        later(10, 70);
        if (fate == Fate.APPEALED_AND_VALIDATED) {
            return validate(second.get().member(), List.of());
        }
        decline(second.get().member());
        return Optional.empty();
    }

    private Set<MemberId> union(MemberId one) {
        return Stream.concat(claim.involved().stream(), Stream.of(one)).collect(java.util.stream.Collectors.toSet());
    }

    private void reverse(Fate fate, MemberId by) {
        if (validate(by, List.of()).isEmpty()) {
            return;
        }
        later(50, 300);
        var reason = fate == Fate.REPLACED ? ReversalReason.REPLACED : ReversalReason.MISTAKE;
        tell("reverse", new Reverse(claim.id(), network, by, reason, texts.one("reversal", dice)));
    }

    /** When the last step was told. */
    Instant now() {
        return now;
    }

    /** Some hours later, by day. */
    private void later(int fromHours, int toHours) {
        now = Answers.byDay(now.plus(Duration.ofMinutes(dice.between(fromHours * 60, toHours * 60))));
    }

    private boolean tell(String what, LedgerCommand command) {
        return script.add(now, claim.key() + "/" + told++ + "-" + what, command);
    }
}
