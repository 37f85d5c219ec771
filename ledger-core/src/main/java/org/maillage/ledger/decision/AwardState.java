package org.maillage.ledger.decision;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.AwardEvent;
import org.maillage.ledger.event.AwardEvent.Awarded;
import org.maillage.ledger.value.EarnedShare;

/**
 * One member's badge as decisions see it.
 *
 * @param awarded its first event; null before it
 * @param too whether a coordinator awarded it too, after its rule did
 * @param acceptance what the member said of it
 * @param shown whether it is public
 * @param reviewed whether it waits to be looked at again
 * @param named the shares that reviews of it have named as taken back, since its rule was last met again
 * @param suspended whether it does not count for a time
 * @param revoked whether it was taken back for good
 * @param expires its last day; null where it does not expire
 * @param endorsements who endorses it
 */
public record AwardState(
        @Nullable Awarded awarded,
        boolean too,
        Acceptance acceptance,
        boolean shown,
        boolean reviewed,
        Set<EarnedShare> named,
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

    static final AwardState NONE = new AwardState(
            null, false, Acceptance.WAITING, false, false, Set.of(), false, false, null, EndorsedBy.NOBODY);

    /** How it was awarded; empty where it never was. */
    public Optional<Awarded> given() {
        return Optional.ofNullable(awarded);
    }

    AwardState evolve(AwardEvent event) {
        return switch (event) {
            case AwardEvent.Awarded e ->
                new AwardState(
                        e,
                        false,
                        Acceptance.WAITING,
                        false,
                        false,
                        Set.of(),
                        false,
                        false,
                        e.expires(),
                        EndorsedBy.NOBODY);
            case AwardEvent.AwardedToo e -> until(e.expires(), endorsements).awardedToo();
            case AwardEvent.CodeTaken _ -> this;
            case AwardEvent.Accepted _ -> said(Acceptance.ACCEPTED, shown);
            case AwardEvent.NotAccepted _ -> said(Acceptance.DECLINED, false);
            case AwardEvent.Published _ -> said(acceptance, true);
            case AwardEvent.Unpublished _ -> said(acceptance, false);
            case AwardEvent.ReviewAsked e -> naming(plus(e.broken())).looked(true, suspended, revoked);
            case AwardEvent.Upheld e ->
                naming(e.by() == null ? Set.of() : named).looked(false, suspended, revoked);
            case AwardEvent.Suspended _ -> looked(reviewed, true, revoked);
            case AwardEvent.Reinstated _ -> looked(false, false, revoked);
            case AwardEvent.Revoked _ -> looked(false, suspended, true);
            case AwardEvent.Renewed e -> until(e.expires(), endorsements);
            case AwardEvent.Endorsed e -> until(expires, endorsements.with(e.by(), e.organisation()));
            case AwardEvent.EndorsementWithdrawn e -> until(expires, endorsements.without(e.by(), e.organisation()));
        };
    }

    /** Whether nobody but its member knows of it: its rule was met, they did not accept it, and nothing is to be decided. */
    public boolean isTheMembersAlone() {
        return awarded != null
                && awarded.cause() == AwardEvent.AwardCause.RULE
                && !too
                && acceptance != Acceptance.ACCEPTED
                && !reviewed
                && !suspended
                && !revoked;
    }

    private AwardState awardedToo() {
        return new AwardState(
                awarded, true, Acceptance.WAITING, shown, reviewed, named, suspended, revoked, expires, endorsements);
    }

    private AwardState said(Acceptance now, boolean isShown) {
        return new AwardState(awarded, too, now, isShown, reviewed, named, suspended, revoked, expires, endorsements);
    }

    private AwardState looked(boolean isReviewed, boolean isSuspended, boolean isRevoked) {
        return new AwardState(
                awarded, too, acceptance, shown, isReviewed, named, isSuspended, isRevoked, expires, endorsements);
    }

    private Set<EarnedShare> plus(List<EarnedShare> broken) {
        var more = new HashSet<>(named);
        more.addAll(broken);
        return Set.copyOf(more);
    }

    private AwardState naming(Set<EarnedShare> now) {
        return new AwardState(
                awarded, too, acceptance, shown, reviewed, now, suspended, revoked, expires, endorsements);
    }

    private AwardState until(@Nullable LocalDate last, EndorsedBy by) {
        return new AwardState(awarded, too, acceptance, shown, reviewed, named, suspended, revoked, last, by);
    }
}
