package org.maillage.ledger.contribution;

import static org.maillage.ledger.Refused.when;

import java.util.List;
import java.util.Objects;
import org.axonframework.modelling.command.Aggregate;
import org.maillage.ledger.Reason;
import org.maillage.ledger.contribution.ClaimShare.Answer;
import org.maillage.ledger.contribution.ContributionCommand.ConfirmShare;
import org.maillage.ledger.contribution.ContributionCommand.CorrectShare;
import org.maillage.ledger.contribution.ContributionCommand.DenyShare;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Guards;
import org.maillage.ledger.decision.Texts;
import org.maillage.ledger.event.ContributionEvent.ShareConfirmed;
import org.maillage.ledger.event.ContributionEvent.ShareCorrected;
import org.maillage.ledger.event.ContributionEvent.ShareDenied;
import org.maillage.ledger.event.SubmittedShare;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.AccountId.Holder;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.StreamId;

/** A contributor confirms, corrects or denies their share; also by a link made for that share alone (rule 1). */
final class ShareAnswers {

    private final Contributions claims;

    ShareAnswers(Contributions claims) {
        this.claims = claims;
    }

    void confirm(ConfirmShare command, Decision decision) {
        var claim = claims.of(command);
        var share = guarded(claim, command.network(), command.share(), command.by(), decision);
        if (share.answer() != Answer.CONFIRMED) {
            claim.invoke(c -> c).guardAnswerable(share);
            claims.record(
                    claim,
                    new ShareConfirmed(command.contribution(), command.network(), command.share(), command.by()),
                    decision);
        }
    }

    void correct(CorrectShare command, Decision decision) {
        var claim = claims.of(command);
        var share = guarded(claim, command.network(), command.share(), command.by(), decision);
        if (command.quantity().equals(share.confirmed())) {
            return;
        }
        claim.invoke(c -> c).guardAnswerable(share);
        guardQuantity(command, share.submitted(), decision);
        var reason = decision.sealIfAny(
                Texts.optional(command.reason(), 500),
                List.of(command.by()),
                StreamId.of(command.contribution()),
                ShareCorrected.class,
                "reason");
        claims.record(
                claim,
                new ShareCorrected(
                        command.contribution(),
                        command.network(),
                        command.share(),
                        command.by(),
                        command.quantity(),
                        reason),
                decision);
    }

    private static void guardQuantity(CorrectShare command, SubmittedShare share, Decision decision) {
        var kinds = decision.network(command.network()).kinds();
        var measure = Objects.requireNonNull(kinds.get(share.kind())).measure();
        var quantity = command.quantity();
        when(!quantity.fits(measure), Reason.QUANTITY_NOT_OF_THE_KIND);
        var minutes = quantity.creditedMinutes() + quantity.travel();
        when(share.contributor().holder() == Holder.MEMBER && minutes > 24 * 60, Reason.MORE_THAN_24_HOURS);
    }

    void deny(DenyShare command, Decision decision) {
        var claim = claims.of(command);
        var share = guarded(claim, command.network(), command.share(), command.by(), decision);
        if (share.answer() != Answer.DENIED) {
            claim.invoke(c -> c).guardAnswerable(share);
            claims.record(
                    claim,
                    new ShareDenied(command.contribution(), command.network(), command.share(), command.by()),
                    decision);
        }
    }

    private static ClaimShare guarded(
            Aggregate<Contribution> claim, NetworkId network, ShareId shareId, MemberId by, Decision decision) {
        var share = claim.invoke(c -> c.share(shareId));
        if (decision.actor().type() == Actor.Type.LINK) {
            when(!shareId.value().equals(decision.actor().id()), Reason.NOT_YOUR_SHARE);
            when(!decision.member(by).isIn(), Reason.NOT_AN_ACTIVE_MEMBER);
        } else {
            Guards.activeMember(decision, network, by);
        }
        when(!speaksFor(share, by, decision), Reason.NOT_YOUR_SHARE);
        return share;
    }

    /** A member speaks for themselves; somebody of an organisation speaks for it. */
    private static boolean speaksFor(ClaimShare share, MemberId by, Decision decision) {
        var contributor = share.submitted().contributor();
        if (contributor.holder() == Holder.ORGANISATION) {
            return new OrganisationId(contributor.id())
                    .equals(decision.member(by).organisation());
        }
        return contributor.equals(AccountId.of(by));
    }
}
