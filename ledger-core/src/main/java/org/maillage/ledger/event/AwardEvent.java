package org.maillage.ledger.event;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.EarnedShare;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.RecognitionId;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;

/** The life of one member's badge. Free texts about people are sealed. */
public sealed interface AwardEvent extends BadgeEvent {

    /** The award. */
    AwardId award();

    @Override
    default StreamId stream() {
        return StreamId.of(award());
    }

    /**
     * A member was awarded a badge; it waits for them to accept it.
     *
     * @param version of the definition that was met
     * @param cause by what
     * @param by the coordinator; null where the rule was met
     * @param earned the shares that earned it, by day; none where a coordinator awarded it
     * @param recognition the practice whose endorsements earned it; null for none
     * @param narrative why, in the coordinator's words, sealed; null where the rule was met
     * @param evidence an address that shows it, sealed; null for none
     * @param day the civil day of the award in the network's zone
     * @param expires its last day; null where it does not expire
     * @param code its public code, which no other badge has
     * @param recipient an id of the member for this badge alone, drawn at random: says nothing about them
     */
    @EventName("award.awarded.1")
    record Awarded(
            AwardId award,
            NetworkId network,
            BadgeDefinitionId definition,
            int version,
            MemberId member,
            AwardCause cause,
            @Nullable MemberId by,
            List<EarnedShare> earned,
            @Nullable RecognitionId recognition,
            @Nullable SealedText narrative,
            @Nullable SealedText evidence,
            LocalDate day,
            @Nullable LocalDate expires,
            BadgeCode code,
            UUID recipient)
            implements AwardEvent {

        public Awarded {
            earned = List.copyOf(earned);
        }
    }

    /** By what a badge is awarded. */
    enum AwardCause {
        /** the rule was met */
        RULE,
        /** a coordinator awarded it */
        HAND,
        /** a coordinator awarded it, in a row of a list */
        LIST
    }

    /**
     * A coordinator awarded the badge too, to a member who had it by its rule and had not accepted it: that they had it was
     * known to them alone. It counts from this day, and waits for them.
     *
     * @param version of the definition that stands then
     * @param cause by hand, or by a list
     * @param by the coordinator
     * @param narrative why, in the coordinator's words, sealed
     * @param evidence an address that shows it, sealed; null for none
     * @param day the civil day in the network's zone
     * @param expires its new last day; null where it does not expire
     */
    @EventName("award.awarded-too.1")
    record AwardedToo(
            AwardId award,
            NetworkId network,
            int version,
            AwardCause cause,
            MemberId by,
            SealedText narrative,
            @Nullable SealedText evidence,
            LocalDate day,
            @Nullable LocalDate expires)
            implements AwardEvent {}

    /** A public code was taken for a badge: a stream of its own, so that it is taken once. */
    @EventName("award.code-taken.1")
    record CodeTaken(AwardId award, NetworkId network, BadgeCode code) implements AwardEvent {

        @Override
        public StreamId stream() {
            return StreamId.of(code);
        }
    }

    /** The member accepted it. */
    @EventName("award.accepted.1")
    record Accepted(AwardId award, NetworkId network, MemberId member) implements AwardEvent {}

    /** The member does not want it; they may still accept it later. */
    @EventName("award.declined.1")
    record NotAccepted(AwardId award, NetworkId network, MemberId member) implements AwardEvent {}

    /** The member made it public. */
    @EventName("award.published.1")
    record Published(AwardId award, NetworkId network, MemberId member) implements AwardEvent {}

    /** The member made it private again. */
    @EventName("award.unpublished.1")
    record Unpublished(AwardId award, NetworkId network, MemberId member) implements AwardEvent {}

    /**
     * The badge is to be looked at again: nothing is taken away by itself.
     *
     * @param by the coordinator who asks; null where what had earned it was taken back
     * @param broken the shares that earned it and no longer count; none where a coordinator asks
     */
    @EventName("award.review-asked.1")
    record ReviewAsked(
            AwardId award, NetworkId network, @Nullable MemberId by, List<EarnedShare> broken) implements AwardEvent {

        public ReviewAsked {
            broken = List.copyOf(broken);
        }
    }

    /** The badge was looked at and stays. {@code by} is the coordinator; null where its rule is met again. */
    @EventName("award.upheld.1")
    record Upheld(
            AwardId award,
            NetworkId network,
            @Nullable MemberId by,
            @Nullable SealedText words) implements AwardEvent {}

    /** The badge does not count for a time, as everybody who verifies it is told. */
    @EventName("award.suspended.1")
    record Suspended(
            AwardId award,
            NetworkId network,
            MemberId by,
            @Nullable SealedText words) implements AwardEvent {}

    /** The badge counts again. */
    @EventName("award.reinstated.1")
    record Reinstated(AwardId award, NetworkId network, MemberId by) implements AwardEvent {}

    /**
     * The badge was taken back for good.
     *
     * @param published the reason that whoever opens or verifies the badge reads; sealed, so that it goes with the person
     */
    @EventName("award.revoked.1")
    record Revoked(AwardId award, NetworkId network, MemberId by, RevocationReason reason, SealedText published)
            implements AwardEvent {}

    /** Why a badge is taken back. */
    enum RevocationReason {
        AWARDED_BY_MISTAKE,
        CONTRIBUTIONS_TAKEN_BACK,
        CRITERIA_NOT_MET,
        ASKED_BY_THE_MEMBER,
        OTHER
    }

    /**
     * The badge is valid for longer.
     *
     * @param by the coordinator; null where the rule was met anew
     * @param version of the definition that was met
     * @param earned the shares since its day that met the rule anew; none where a coordinator renewed it
     * @param day the civil day of the renewal
     * @param expires its new last day; null where it expires no more
     */
    @EventName("award.renewed.1")
    record Renewed(
            AwardId award,
            NetworkId network,
            @Nullable MemberId by,
            int version,
            List<EarnedShare> earned,
            LocalDate day,
            @Nullable LocalDate expires)
            implements AwardEvent {

        public Renewed {
            earned = List.copyOf(earned);
        }
    }

    /**
     * Somebody endorses the badge.
     *
     * @param by who says it
     * @param organisation for which organisation they say it; null where for themselves
     * @param words what they say, sealed for both; null where nothing
     */
    @EventName("award.endorsed.1")
    record Endorsed(
            AwardId award,
            NetworkId network,
            MemberId by,
            @Nullable OrganisationId organisation,
            @Nullable SealedText words)
            implements AwardEvent {}

    /** Somebody took their endorsement back. */
    @EventName("award.endorsement-withdrawn.1")
    record EndorsementWithdrawn(
            AwardId award,
            NetworkId network,
            MemberId by,
            @Nullable OrganisationId organisation) implements AwardEvent {}
}
