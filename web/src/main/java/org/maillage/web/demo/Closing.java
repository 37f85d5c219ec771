package org.maillage.web.demo;

import static org.maillage.web.demo.Milestones.at;

import java.util.List;
import java.util.Set;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.contribution.ContributionCommand.Withdraw;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Audience;
import org.maillage.ledger.value.Capacity;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.Where;

/** The end of the story: Karim withdraws a claim. Where it has been told, everything else has been. */
record Closing(ContributionId contribution, NetworkId network, MemberId karim, ShareId share) {

    static Closing of(Ids ids) {
        var arcelle = Region.TWELVE.getFirst();
        return new Closing(
                ids.contribution("closing"),
                ids.network(arcelle.key()),
                ids.member(arcelle.key() + "/" + Cast.KARIM),
                new ShareId(ids.of("share/closing")));
    }

    /** Submits the claim. */
    Step claim(Milestones days) {
        var mine = new ClaimedShare(
                share,
                AccountId.of(karim),
                Doing.DROP_IN.kind(),
                Quantity.minutes(120),
                days.last(),
                null,
                Where.UNKNOWN,
                Payment.PAID,
                Capacity.MEMBER,
                null,
                Audience.NONE,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
        return new Step(
                at(days.last(), 21, 40),
                "closing/submit",
                Actor.SYSTEM,
                new Submit(
                        contribution,
                        network,
                        karim,
                        List.of(mine),
                        "Permanence du mardi",
                        "Déclarée deux fois par mégarde.",
                        List.of(),
                        Set.of(),
                        at(days.last(), 21, 40),
                        null));
    }

    /** Withdraws it: the last command of all. It says the same on whatever day. */
    Step withdrawal(Milestones days) {
        return new Step(
                at(days.last(), 21, 50), "closing/withdraw", Actor.SYSTEM, new Withdraw(contribution, network, karim));
    }
}
