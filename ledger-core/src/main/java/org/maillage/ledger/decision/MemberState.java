package org.maillage.ledger.decision;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;

/**
 * A membership as decisions see it.
 *
 * @param status how far they are in the network
 * @param network null before the first event
 * @param organisation null for none
 * @param charter newest charter version that they signed; 0 for none
 */
public record MemberState(
        Status status,
        @Nullable NetworkId network,
        @Nullable OrganisationId organisation,
        int charter) {

    /** How far somebody is in a network. */
    public enum Status {
        UNKNOWN,
        INVITED,
        /** in, without an account: credits wait for them */
        ENTERED,
        JOINED,
        LEFT
    }

    static final MemberState NONE = new MemberState(Status.UNKNOWN, null, null, 0);

    /** Whether the membership exists in that network, left or not. */
    public boolean isOf(NetworkId other) {
        return other.equals(network);
    }

    /** Whether they take part now, with an account or without. */
    public boolean isIn() {
        return status == Status.JOINED || status == Status.ENTERED || status == Status.INVITED;
    }

    MemberState evolve(MemberEvent event) {
        return switch (event) {
            case MemberEvent.Invited e -> new MemberState(Status.INVITED, e.network(), null, 0);
            case MemberEvent.Entered e -> new MemberState(Status.ENTERED, e.network(), null, 0);
            case MemberEvent.Joined e -> new MemberState(Status.JOINED, e.network(), organisation, charter);
            case MemberEvent.Renamed _ -> this;
            case MemberEvent.CharterSigned e -> new MemberState(status, network, organisation, e.version());
            case MemberEvent.OrganisationChanged e -> new MemberState(status, network, e.organisation(), charter);
            case MemberEvent.Left _ -> new MemberState(Status.LEFT, network, organisation, charter);
        };
    }
}
