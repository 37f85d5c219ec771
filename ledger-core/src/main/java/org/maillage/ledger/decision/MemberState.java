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
 * @param invitedBack whether somebody who left was invited since; they take no part until they join again
 */
public record MemberState(
        Status status,
        @Nullable NetworkId network,
        @Nullable OrganisationId organisation,
        int charter,
        boolean invitedBack) {

    /** How far somebody is in a network. */
    public enum Status {
        UNKNOWN,
        INVITED,
        /** in, without an account: credits wait for them */
        ENTERED,
        JOINED,
        LEFT
    }

    static final MemberState NONE = new MemberState(Status.UNKNOWN, null, null, 0, false);

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
            case MemberEvent.Invited e -> invited(e);
            case MemberEvent.Entered e -> new MemberState(Status.ENTERED, e.network(), null, 0, false);
            case MemberEvent.Joined e -> new MemberState(Status.JOINED, e.network(), organisation, charter, false);
            case MemberEvent.Renamed _ -> this;
            case MemberEvent.CharterSigned e -> new MemberState(status, network, organisation, e.version(), false);
            case MemberEvent.OrganisationChanged e ->
                new MemberState(status, network, e.organisation(), charter, false);
            case MemberEvent.Left _ -> new MemberState(Status.LEFT, network, organisation, charter, false);
        };
    }

    // An invitation alone brings nobody back: until they join again, they have left.
    private MemberState invited(MemberEvent.Invited event) {
        return status == Status.LEFT
                ? new MemberState(Status.LEFT, network, organisation, charter, true)
                : new MemberState(Status.INVITED, event.network(), null, 0, false);
    }
}
