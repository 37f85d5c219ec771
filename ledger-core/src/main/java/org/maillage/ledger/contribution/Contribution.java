package org.maillage.ledger.contribution;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.maillage.ledger.Refused.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.event.ContributionEvent;
import org.maillage.ledger.event.ContributionEvent.Appealed;
import org.maillage.ledger.event.ContributionEvent.Attested;
import org.maillage.ledger.event.ContributionEvent.ClarificationAnswered;
import org.maillage.ledger.event.ContributionEvent.ClarificationAsked;
import org.maillage.ledger.event.ContributionEvent.DecisionEntrusted;
import org.maillage.ledger.event.ContributionEvent.Declined;
import org.maillage.ledger.event.ContributionEvent.Reopened;
import org.maillage.ledger.event.ContributionEvent.Reversed;
import org.maillage.ledger.event.ContributionEvent.ShareConfirmed;
import org.maillage.ledger.event.ContributionEvent.ShareCorrected;
import org.maillage.ledger.event.ContributionEvent.ShareDenied;
import org.maillage.ledger.event.ContributionEvent.Submitted;
import org.maillage.ledger.event.ContributionEvent.Validated;
import org.maillage.ledger.event.ContributionEvent.Withdrawn;
import org.maillage.ledger.event.SubmittedShare;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.ShareId;

/** One claim: what was said of it and where it stands (rules 1 to 3). Keeps only what later decisions need. */
public final class Contribution {

    /** Where a claim stands. */
    enum Status {
        OPEN,
        VALIDATED,
        DECLINED,
        WITHDRAWN,
        REVERSED
    }

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String stream;

    private @Nullable UUID head;
    private @Nullable Submitted submitted;
    private Status status = Status.OPEN;
    private final Map<ShareId, ClaimShare> shares = new LinkedHashMap<>();
    private final Set<MemberId> attesting = new HashSet<>();
    private final Set<MemberId> gaining = new HashSet<>();
    private final Set<MemberId> named = new HashSet<>();
    private final List<MemberId> declinedBy = new ArrayList<>();
    private boolean appealed;
    private @Nullable MemberId asking;
    private boolean answered;
    private @Nullable DecisionEntrusted entrusted;
    private @Nullable Validated validated;
    private @Nullable MemberId decidedBy;
    private Instant decidedAt = Instant.EPOCH;

    /** For Axon, which folds the events. */
    Contribution() {}

    /** A claim of which nothing is known yet. */
    Contribution(String stream) {
        this.stream = stream;
    }

    /** A claim that is made now. */
    Contribution(Submitted event) {
        apply(event);
    }

    /** Whether the event would make it, or has: the claim is the same, sealed texts apart. */
    boolean isFreeFor(Submitted event) {
        return submitted == null
                || (submitted.network().equals(event.network())
                        && author().equals(event.by())
                        && submitted.shares().equals(event.shares()));
    }

    /** Whether it is a claim of this network. */
    boolean isOf(NetworkId network) {
        return submitted != null && submitted.network().equals(network);
    }

    /** Id of its newest event; null where it was never made. */
    @Nullable
    UUID head() {
        return head;
    }

    NetworkId network() {
        return claim().network();
    }

    MemberId author() {
        return claim().by();
    }

    Status status() {
        return status;
    }

    Collection<ClaimShare> shares() {
        return shares.values();
    }

    /** The share. @throws org.maillage.ledger.Refused where the claim has no such share */
    ClaimShare share(ShareId share) {
        var found = shares.get(share);
        when(found == null, Reason.UNKNOWN_SHARE);
        return Objects.requireNonNull(found);
    }

    /** The validation that stands. */
    Validated validated() {
        return Objects.requireNonNull(validated);
    }

    Optional<DecisionEntrusted> entrusted() {
        return Optional.ofNullable(entrusted);
    }

    /** Who has declined it before: another decides the appeal (rule 1). */
    List<MemberId> declinedBy() {
        return List.copyOf(declinedBy);
    }

    boolean appealed() {
        return appealed;
    }

    /** The claim that this one corrects. */
    Optional<ContributionId> replaces() {
        return Optional.ofNullable(claim().replaces());
    }

    /** Who asked the question that is open. */
    Optional<MemberId> asking() {
        return Optional.ofNullable(asking);
    }

    /** Refuses unless a question is open. */
    void guardAsked() {
        when(asking == null, answered ? Reason.ALREADY_ANSWERED : Reason.NO_QUESTION_OPEN);
    }

    Optional<MemberId> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    Instant decidedAt() {
        return decidedAt;
    }

    boolean attestedBy(MemberId member) {
        return attesting.contains(member);
    }

    /** Every member whom the claim credits, and who spoke for an organisation that it credits. */
    Set<MemberId> gaining() {
        return Set.copyOf(gaining);
    }

    /** Every member who gains from the claim or is named in it (rule 3). */
    Set<MemberId> involved() {
        var involved = new HashSet<>(gaining);
        involved.addAll(named);
        return involved;
    }

    /** Whether somebody speaks in it: who claims, and whoever is involved. */
    boolean concerns(MemberId member) {
        return author().equals(member) || involved().contains(member);
    }

    /** Whether it can no longer be credited, unless a decline is appealed. */
    boolean isSettledWithoutCredit() {
        return switch (status) {
            case OPEN, VALIDATED -> false;
            case DECLINED, WITHDRAWN, REVERSED -> true;
        };
    }

    /** Refuses unless nothing has been decided and it was not withdrawn. */
    void guardOpen() {
        when(status == Status.WITHDRAWN, Reason.ALREADY_WITHDRAWN);
        when(status != Status.OPEN, Reason.ALREADY_DECIDED);
    }

    /** Refuses an answer for a share that comes too late: unanswered at the validation, it lapsed (rule 1). */
    void guardAnswerable(ClaimShare share) {
        var validated = status == Status.VALIDATED || status == Status.REVERSED;
        when(validated && share.answer() == ClaimShare.Answer.NONE, Reason.SHARE_LAPSED);
        guardOpen();
    }

    /** Appends one more event; {@code now} is when, until the journal says so itself. */
    void record(ContributionEvent event, Instant now) {
        apply(event);
        if (event instanceof Validated || event instanceof Declined) {
            decidedAt = now;
        }
    }

    private Submitted claim() {
        return Objects.requireNonNull(submitted);
    }

    @EventSourcingHandler
    void on(ContributionEvent event, @Timestamp Instant at, @MessageIdentifier String id) {
        head = UUID.fromString(id);
        switch (event) {
            case Submitted e -> open(e);
            case ShareConfirmed e -> {
                shares.computeIfPresent(e.share(), (_, share) -> share.asConfirmed());
                gaining.add(e.by());
            }
            case ShareCorrected e -> {
                shares.computeIfPresent(e.share(), (_, share) -> share.corrected(e.quantity()));
                gaining.add(e.by());
            }
            case ShareDenied e -> shares.computeIfPresent(e.share(), (_, share) -> share.denied());
            case Attested e -> attesting.add(e.by());
            case ClarificationAsked e -> asking = e.by();
            case ClarificationAnswered _ -> {
                asking = null;
                answered = true;
            }
            case DecisionEntrusted e -> entrusted = e;
            case Validated e -> {
                decide(Status.VALIDATED, e.by(), at);
                validated = e;
            }
            case Declined e -> {
                decide(Status.DECLINED, e.by(), at);
                declinedBy.add(e.by());
            }
            case Withdrawn _ -> status = Status.WITHDRAWN;
            case Appealed _ -> {
                status = Status.OPEN;
                appealed = true;
                entrusted = null;
            }
            case Reopened _ -> reopen();
            case Reversed _ -> status = Status.REVERSED;
        }
    }

    private void open(Submitted event) {
        stream = event.stream().value();
        submitted = event;
        for (SubmittedShare share : event.shares()) {
            var unanswered = ClaimShare.unanswered(share);
            var own = Confirmation.byClaiming(event.by(), share);
            shares.put(share.share(), own ? unanswered.asConfirmed() : unanswered);
            involve(share, own ? event.by() : null);
        }
    }

    private void involve(SubmittedShare share, @Nullable MemberId speaking) {
        if (speaking != null) {
            gaining.add(speaking);
        }
        if (share.contributor().holder() == AccountId.Holder.MEMBER) {
            gaining.add(new MemberId(share.contributor().id()));
        }
        named.addAll(share.helped());
        named.addAll(share.companions());
        named.addAll(share.borrowers());
    }

    private void decide(Status outcome, MemberId by, Instant at) {
        status = outcome;
        decidedBy = by;
        decidedAt = at;
        asking = null;
    }

    private void reopen() {
        if (status == Status.DECLINED) {
            declinedBy.removeLast();
        }
        status = Status.OPEN;
        validated = null;
        decidedBy = null;
    }
}
