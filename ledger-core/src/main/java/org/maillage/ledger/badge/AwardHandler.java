package org.maillage.ledger.badge;

import org.maillage.ledger.badge.AwardCommand.Accept;
import org.maillage.ledger.badge.AwardCommand.AskReview;
import org.maillage.ledger.badge.AwardCommand.AwardByHand;
import org.maillage.ledger.badge.AwardCommand.AwardByRule;
import org.maillage.ledger.badge.AwardCommand.Decline;
import org.maillage.ledger.badge.AwardCommand.EndorseAward;
import org.maillage.ledger.badge.AwardCommand.Publish;
import org.maillage.ledger.badge.AwardCommand.Reinstate;
import org.maillage.ledger.badge.AwardCommand.Renew;
import org.maillage.ledger.badge.AwardCommand.Revoke;
import org.maillage.ledger.badge.AwardCommand.Suspend;
import org.maillage.ledger.badge.AwardCommand.Unpublish;
import org.maillage.ledger.badge.AwardCommand.Uphold;
import org.maillage.ledger.badge.AwardCommand.WithdrawAwardEndorsement;
import org.maillage.ledger.decision.Decision;

/** Decides on members' badges: how they are awarded, what their members say, what is looked at again. */
public final class AwardHandler {

    private final Awarding awarding = new Awarding();

    public void handle(AwardCommand command, Decision decision) {
        switch (command) {
            case AwardByRule c -> awarding.byRule(c, decision);
            case AwardByHand c -> awarding.byHand(c, decision);
            case Accept c -> Showing.accept(c, decision);
            case Decline c -> Showing.decline(c, decision);
            case Publish c -> Showing.publish(c, decision);
            case Unpublish c -> Showing.unpublish(c, decision);
            case AskReview c -> Reviewing.ask(c, decision);
            case Uphold c -> Reviewing.uphold(c, decision);
            case Suspend c -> Reviewing.suspend(c, decision);
            case Reinstate c -> Reviewing.reinstate(c, decision);
            case Revoke c -> Reviewing.revoke(c, decision);
            case Renew c -> Reviewing.renew(c, decision);
            case EndorseAward c -> Endorsing.endorse(c, decision);
            case WithdrawAwardEndorsement c -> Endorsing.withdraw(c, decision);
        }
    }
}
