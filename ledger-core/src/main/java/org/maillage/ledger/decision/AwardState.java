package org.maillage.ledger.decision;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.AwardEvent;
import org.maillage.ledger.event.AwardEvent.Awarded;

/**
 * One member's badge as decisions see it.
 *
 * @param awarded its first event; null before it
 * @param acceptance what the member said of it
 * @param shown whether it is public
 * @param reviewed whether it waits to be looked at again
 * @param suspended whether it does not count for a time
 * @param revoked whether it was taken back for good
 * @param expires its last day; null where it does not expire
 * @param endorsements who endorses it
 */
public record AwardState(
        @Nullable Awarded awarded,
        Acceptance acceptance,
        boolean shown,
        boolean reviewed,
        boolean suspended,
        boolean revoked,
        @Nullable LocalDate expires,
        EndorsedBy endorsements) {

    /** What a member said of a badge. */
    public enum Acceptance {
        WAITING,
        ACCEPTED,
        DECLINED
    }

    static final AwardState NONE =
            new AwardState(null, Acceptance.WAITING, false, false, false, false, null, EndorsedBy.NOBODY);

    /** How it was awarded; empty where it never was. */
    public Optional<Awarded> given() {
        return Optional.ofNullable(awarded);
    }

    AwardState evolve(AwardEvent event) {
        return switch (event) {
            case AwardEvent.Awarded e ->
                new AwardState(e, Acceptance.WAITING, false, false, false, false, e.expires(), EndorsedBy.NOBODY);
            case AwardEvent.CodeTaken _ -> this;
            case AwardEvent.Accepted _ -> said(Acceptance.ACCEPTED, shown);
            case AwardEvent.NotAccepted _ -> said(Acceptance.DECLINED, false);
            case AwardEvent.Published _ -> said(acceptance, true);
            case AwardEvent.Unpublished _ -> said(acceptance, false);
            case AwardEvent.ReviewAsked _ -> looked(true, suspended, revoked);
            case AwardEvent.Upheld _ -> looked(false, suspended, revoked);
            case AwardEvent.Suspended _ -> looked(reviewed, true, revoked);
            case AwardEvent.Reinstated _ -> looked(false, false, revoked);
            case AwardEvent.Revoked _ -> looked(false, suspended, true);
            case AwardEvent.Renewed e -> until(e.expires(), endorsements);
            case AwardEvent.Endorsed e -> until(expires, endorsements.with(e.by(), e.organisation()));
            case AwardEvent.EndorsementWithdrawn e -> until(expires, endorsements.without(e.by(), e.organisation()));
        };
    }

    private AwardState said(Acceptance now, boolean isShown) {
        return new AwardState(awarded, now, isShown, reviewed, suspended, revoked, expires, endorsements);
    }

    private AwardState looked(boolean isReviewed, boolean isSuspended, boolean isRevoked) {
        return new AwardState(awarded, acceptance, shown, isReviewed, isSuspended, isRevoked, expires, endorsements);
    }

    private AwardState until(@Nullable LocalDate last, EndorsedBy by) {
        return new AwardState(awarded, acceptance, shown, reviewed, suspended, revoked, last, by);
    }
}
