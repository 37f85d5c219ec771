package org.maillage.ledger.badge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.AwardEvent.RevocationReason;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.EarnedShare;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.RecognitionId;

/** What can be asked about members' badges. */
public sealed interface AwardCommand extends BadgeCommand {

    /**
     * Awards a badge whose rule a member meets; by the program alone.
     *
     * @param version of the definition that is met: the newest
     * @param earned the shares that earned it
     * @param recognition the practice whose endorsements earned it; null for none
     */
    record AwardByRule(
            BadgeDefinitionId definition,
            NetworkId network,
            int version,
            MemberId member,
            List<EarnedShare> earned,
            @Nullable RecognitionId recognition)
            implements AwardCommand {

        public AwardByRule {
            earned = List.copyOf(earned);
        }
    }

    /**
     * Awards a badge by hand; by a coordinator, never to themselves.
     *
     * @param narrative why, 1 to 2,000 characters
     * @param evidence an http or https address that shows it, at most 2,000 characters; null for none
     * @param listed whether it is a row of a list
     */
    record AwardByHand(
            BadgeDefinitionId definition,
            NetworkId network,
            MemberId member,
            MemberId by,
            String narrative,
            @Nullable String evidence,
            boolean listed)
            implements AwardCommand {}

    /** Accepts the badge; by its member. */
    record Accept(AwardId award, NetworkId network, MemberId member) implements AwardCommand {}

    /** Does not want the badge; by its member. */
    record Decline(AwardId award, NetworkId network, MemberId member) implements AwardCommand {}

    /** Makes an accepted badge public; by its member. */
    record Publish(AwardId award, NetworkId network, MemberId member) implements AwardCommand {}

    /** Makes it private again; by its member, at any time. */
    record Unpublish(AwardId award, NetworkId network, MemberId member) implements AwardCommand {}

    /**
     * Puts the badge up for review; by a coordinator, or by null from the program where its rule is broken.
     *
     * @param broken the shares that no longer count; none where a coordinator asks
     */
    record AskReview(
            AwardId award, NetworkId network, @Nullable MemberId by, List<EarnedShare> broken) implements AwardCommand {

        public AskReview {
            broken = List.copyOf(broken);
        }
    }

    /** Lets the badge stand; by a coordinator, or by null from the program where its rule is met again. */
    record Uphold(
            AwardId award,
            NetworkId network,
            @Nullable MemberId by,
            @Nullable String words) implements AwardCommand {}

    /** Lets the badge not count for a time; by a coordinator. */
    record Suspend(
            AwardId award,
            NetworkId network,
            MemberId by,
            @Nullable String words) implements AwardCommand {}

    /** Lets the badge count again; by a coordinator. */
    record Reinstate(AwardId award, NetworkId network, MemberId by) implements AwardCommand {}

    /**
     * Takes the badge back for good; by a coordinator.
     *
     * @param published what everybody who opens it reads, 1 to 500 characters
     */
    record Revoke(AwardId award, NetworkId network, MemberId by, RevocationReason reason, String published)
            implements AwardCommand {}

    /**
     * Renews a badge that expires; by a coordinator, or by null from the program where its rule is met anew.
     *
     * @param earned the shares that met it anew; none where a coordinator renews it
     */
    record Renew(AwardId award, NetworkId network, @Nullable MemberId by, List<EarnedShare> earned)
            implements AwardCommand {

        public Renew {
            earned = List.copyOf(earned);
        }
    }

    /** Endorses the badge, for oneself or for one's organisation; {@code words} at most 1,000 characters. */
    record EndorseAward(
            AwardId award,
            NetworkId network,
            MemberId by,
            @Nullable OrganisationId organisation,
            @Nullable String words)
            implements AwardCommand {}

    /** Takes one's endorsement back. */
    record WithdrawAwardEndorsement(
            AwardId award,
            NetworkId network,
            MemberId by,
            @Nullable OrganisationId organisation) implements AwardCommand {}
}
