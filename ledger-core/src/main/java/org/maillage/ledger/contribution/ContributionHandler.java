package org.maillage.ledger.contribution;

import static org.maillage.ledger.Refused.when;

import java.util.List;
import org.axonframework.modelling.command.Repository;
import org.maillage.ledger.Reason;
import org.maillage.ledger.contribution.ContributionCommand.AnswerClarification;
import org.maillage.ledger.contribution.ContributionCommand.Appeal;
import org.maillage.ledger.contribution.ContributionCommand.AskClarification;
import org.maillage.ledger.contribution.ContributionCommand.Attest;
import org.maillage.ledger.contribution.ContributionCommand.ConfirmShare;
import org.maillage.ledger.contribution.ContributionCommand.CorrectShare;
import org.maillage.ledger.contribution.ContributionCommand.Decline;
import org.maillage.ledger.contribution.ContributionCommand.DenyShare;
import org.maillage.ledger.contribution.ContributionCommand.EntrustDecision;
import org.maillage.ledger.contribution.ContributionCommand.Reverse;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.contribution.ContributionCommand.Undo;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.contribution.ContributionCommand.Withdraw;
import org.maillage.ledger.credit.Accounts;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Guards;
import org.maillage.ledger.decision.Texts;
import org.maillage.ledger.event.ContributionEvent.Appealed;
import org.maillage.ledger.event.ContributionEvent.Attested;
import org.maillage.ledger.event.ContributionEvent.ClarificationAnswered;
import org.maillage.ledger.event.ContributionEvent.ClarificationAsked;
import org.maillage.ledger.event.ContributionEvent.Withdrawn;
import org.maillage.ledger.value.StreamId;

/** What people say of a claim before and after its decision (rule 1); {@link Decisions} decides it. */
public final class ContributionHandler {

    private final Contributions claims;
    private final ShareAnswers answers;
    private final Decisions decisions;

    public ContributionHandler(Repository<Contribution> repository, Accounts accounts) {
        this.claims = new Contributions(repository);
        this.answers = new ShareAnswers(claims);
        this.decisions = new Decisions(claims, accounts);
    }

    public void handle(ContributionCommand command, Decision decision) {
        switch (command) {
            case Submit c -> submit(c, decision);
            case ConfirmShare c -> answers.confirm(c, decision);
            case CorrectShare c -> answers.correct(c, decision);
            case DenyShare c -> answers.deny(c, decision);
            case Attest c -> attest(c, decision);
            case AskClarification c -> ask(c, decision);
            case AnswerClarification c -> answer(c, decision);
            case Validate c -> decisions.validate(c, decision);
            case Decline c -> decisions.decline(c, decision);
            case Withdraw c -> withdraw(c, decision);
            case Appeal c -> appeal(c, decision);
            case Undo c -> decisions.undo(c, decision);
            case Reverse c -> decisions.reverse(c, decision);
            case EntrustDecision c -> decisions.entrust(c, decision);
        }
    }

    private void submit(Submit command, Decision decision) {
        var replaced = command.replaces();
        if (replaced != null) {
            when(replaced.equals(command.contribution()), Reason.INVALID_VALUE);
            guardReplaces(command, claims.of(command.network(), replaced).invoke(c -> c));
        }
        claims.add(new Submission(command, decision).event(), decision);
    }

    /** A correction is made by somebody of the claim that it corrects (rule 2). */
    private static void guardReplaces(Submit command, Contribution replaced) {
        when(!replaced.concerns(command.by()), Reason.NOT_THE_AUTHOR);
    }

    /** Whoever the claim does not credit: those who were helped confirm it so (rule 7). */
    private void attest(Attest command, Decision decision) {
        Guards.activeMember(decision, command.network(), command.by());
        var claim = claims.of(command);
        var state = claim.invoke(c -> c);
        var gains = state.author().equals(command.by()) || new Deciders(state, decision).gains(command.by());
        when(gains, Reason.GAINS_FROM_IT);
        if (state.attestedBy(command.by())) {
            return;
        }
        state.guardOpen();
        var words = decision.sealIfAny(
                Texts.optional(command.words(), 500),
                List.of(command.by(), state.author()),
                StreamId.of(command.contribution()),
                Attested.class,
                "words");
        claims.record(claim, new Attested(command.contribution(), command.network(), command.by(), words), decision);
    }

    private void ask(AskClarification command, Decision decision) {
        var claim = claims.of(command);
        var state = claim.invoke(c -> c);
        new Deciders(state, decision).right(command.by());
        state.guardOpen();
        when(state.asking().isPresent(), Reason.QUESTION_OPEN);
        var question = decision.seal(
                Texts.required(command.question(), 1_000),
                List.of(state.author()),
                StreamId.of(command.contribution()),
                ClarificationAsked.class,
                "question");
        claims.record(
                claim,
                new ClarificationAsked(command.contribution(), command.network(), command.by(), question),
                decision);
    }

    private void answer(AnswerClarification command, Decision decision) {
        Guards.activeMember(decision, command.network(), command.by());
        var claim = claims.of(command);
        var state = claim.invoke(c -> c);
        when(!state.concerns(command.by()), Reason.NOT_THE_AUTHOR);
        state.guardOpen();
        state.guardAsked();
        var answer = decision.seal(
                Texts.required(command.answer(), 2_000),
                List.of(command.by()),
                StreamId.of(command.contribution()),
                ClarificationAnswered.class,
                "answer");
        claims.record(
                claim,
                new ClarificationAnswered(command.contribution(), command.network(), command.by(), answer),
                decision);
    }

    private void withdraw(Withdraw command, Decision decision) {
        Guards.activeMember(decision, command.network(), command.by());
        var claim = claims.of(command);
        var state = claim.invoke(c -> c);
        when(!state.author().equals(command.by()), Reason.NOT_THE_AUTHOR);
        if (state.status() == Contribution.Status.WITHDRAWN) {
            return;
        }
        state.guardOpen();
        claims.record(claim, new Withdrawn(command.contribution(), command.network(), command.by()), decision);
    }

    /** Once: the appeal's decision is final. */
    private void appeal(Appeal command, Decision decision) {
        Guards.activeMember(decision, command.network(), command.by());
        var claim = claims.of(command);
        var state = claim.invoke(c -> c);
        when(!state.concerns(command.by()), Reason.NOT_THE_AUTHOR);
        when(state.appealed(), Reason.ALREADY_APPEALED);
        when(state.status() != Contribution.Status.DECLINED, Reason.NOT_DECLINED);
        var words = decision.seal(
                Texts.required(command.words(), 2_000),
                List.of(command.by()),
                StreamId.of(command.contribution()),
                Appealed.class,
                "words");
        claims.record(claim, new Appealed(command.contribution(), command.network(), command.by(), words), decision);
    }
}
