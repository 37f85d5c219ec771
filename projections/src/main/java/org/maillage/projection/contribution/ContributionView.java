package org.maillage.projection.contribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.BadgeEvent;
import org.maillage.ledger.event.ContributionEvent;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.GovernanceEvent;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.event.NetworkEvent;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.event.ShareOutcome;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.ShareId;
import org.maillage.projection.contribution.ContributionRow.Decided;
import org.maillage.projection.fold.Batch;
import org.maillage.projection.fold.Table;
import org.maillage.projection.fold.View;

/** Claims with their shares, evidence and thread. */
public final class ContributionView implements View {

    /** Read by the queue, which is folded after it. */
    public static final Table<ContributionRow> CONTRIBUTION =
            Table.of(ContributionRow.class, "contribution", "network contribution since");

    /** Read by the queue, which is folded after it. */
    public static final Table<ShareRow> SHARE =
            Table.of(ShareRow.class, "contribution", "network contribution share since");

    static final Table<EvidenceRow> EVIDENCE =
            Table.of(EvidenceRow.class, "contribution", "network contribution ordinal");
    static final Table<ThreadRow> THREAD = Table.of(ThreadRow.class, "contribution", "network contribution position");

    @Override
    public List<Table<?>> tables() {
        return List.of(CONTRIBUTION, SHARE, EVIDENCE, THREAD);
    }

    @Override
    public void need(Recorded recorded, Batch batch) {
        if (recorded.event() instanceof ContributionEvent event) {
            var network = event.network().value();
            batch.rows(CONTRIBUTION).need(network, event.contribution().value());
            batch.rows(SHARE).need(network, event.contribution().value());
            if (event instanceof ContributionEvent.Submitted submitted && submitted.replaces() != null) {
                batch.rows(CONTRIBUTION).need(network, submitted.replaces().value());
            }
        }
    }

    @Override
    public void apply(Recorded recorded, Batch batch) {
        switch (recorded.event()) {
            case ContributionEvent event -> apply(event, recorded.recordedAt(), batch);
            case CreditEvent _, MemberEvent _, NetworkEvent _, GovernanceEvent _, PersonEvent _, BadgeEvent _ -> {}
        }
    }

    private static void apply(ContributionEvent event, Instant when, Batch batch) {
        ThreadRows.of(event, when, batch).ifPresent(batch.rows(THREAD)::add);
        var at = batch.position();
        switch (event) {
            case ContributionEvent.Submitted submitted -> Submission.apply(submitted, when, batch);
            case ContributionEvent.ShareConfirmed confirmed -> {
                var share = share(event, confirmed.share(), batch);
                answer(share, Share.Answer.CONFIRMED, QuantityText.read(share.claimed()), batch);
            }
            case ContributionEvent.ShareCorrected corrected ->
                answer(share(event, corrected.share(), batch), Share.Answer.CORRECTED, corrected.quantity(), batch);
            case ContributionEvent.ShareDenied denied ->
                answer(share(event, denied.share(), batch), Share.Answer.DENIED, null, batch);
            case ContributionEvent.Attested _ -> put(row(event, batch).at(at), batch);
            case ContributionEvent.ClarificationAsked _ ->
                put(row(event, batch).in(State.CLARIFICATION_ASKED, at), batch);
            case ContributionEvent.ClarificationAnswered _ -> {
                var row = row(event, batch);
                put(row.reopened(row.decision(), at), batch);
            }
            case ContributionEvent.DecisionEntrusted entrusted ->
                put(row(event, batch).entrusted(entrusted.to().value(), at), batch);
            case ContributionEvent.Validated validated -> validate(validated, when, batch);
            case ContributionEvent.Declined declined -> {
                var decided = new Decided(declined.by().value(), when, batch.on(), at, declined.right(), null);
                put(row(event, batch).decided(State.DECLINED, decided, at), batch);
                unsettle(event, false, batch);
            }
            case ContributionEvent.Withdrawn _ -> {
                put(row(event, batch).in(State.WITHDRAWN, at), batch);
                unsettle(event, false, batch);
            }
            case ContributionEvent.Appealed _ -> {
                put(row(event, batch).in(State.APPEALED, at), batch);
                unsettle(event, true, batch);
            }
            case ContributionEvent.Reopened _ -> {
                var row = row(event, batch);
                if (row.wasValidated() && !batch.rows(CONTRIBUTION).has(row)) {
                    batch.rows(THREAD).add(ThreadRows.undone(row, batch));
                }
                put(row.reopened(Decided.NOT, at), batch);
                unsettle(event, true, batch);
            }
            case ContributionEvent.Reversed _ -> {
                put(row(event, batch).in(State.REVERSED, at), batch);
                unsettle(event, false, batch);
            }
        }
    }

    private static void validate(ContributionEvent.Validated validated, Instant when, Batch batch) {
        var at = batch.position();
        var decided =
                new Decided(validated.by().value(), when, batch.on(), at, validated.right(), validated.independence());
        put(row(validated, batch).decided(State.VALIDATED, decided, at), batch);
        for (var share : batch.rows(SHARE).of(validated.contribution().value())) {
            var outcome = outcome(validated, share.share());
            var counted =
                    outcome.status() == ShareOutcome.Status.ACCEPTED ? outcome.accepted() : new Quantity(0, 0, 0, 0);
            put(share.settled(ShareResult.of(outcome), counted, at), batch);
        }
    }

    private static ShareOutcome outcome(ContributionEvent.Validated validated, UUID share) {
        for (var outcome : validated.outcomes()) {
            if (outcome.share().value().equals(share)) {
                return outcome;
            }
        }
        throw new IllegalStateException("a share has no outcome: " + share);
    }

    private static void answer(ShareRow share, Share.Answer answer, @Nullable Quantity quantity, Batch batch) {
        put(share.answered(answer, quantity, batch.position()), batch);
        put(batch.rows(CONTRIBUTION).get(share.contribution()).at(batch.position()), batch);
    }

    private static void unsettle(ContributionEvent event, boolean open, Batch batch) {
        for (var share : batch.rows(SHARE).of(event.contribution().value())) {
            put(share.unsettled(open, batch.position()), batch);
        }
    }

    private static ContributionRow row(ContributionEvent event, Batch batch) {
        return batch.rows(CONTRIBUTION).get(event.contribution().value());
    }

    private static ShareRow share(ContributionEvent event, ShareId id, Batch batch) {
        var share = batch.rows(SHARE).find(event.contribution().value(), id.value());
        if (share == null) {
            throw new IllegalStateException("no share " + id);
        }
        return share;
    }

    private static void put(ContributionRow row, Batch batch) {
        batch.rows(CONTRIBUTION).put(row);
    }

    static void put(ShareRow row, Batch batch) {
        batch.rows(SHARE).put(row);
    }

    static @Nullable UUID uuid(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    /** The earliest day of a claim's shares. */
    static LocalDate firstDay(ContributionEvent.Submitted submitted) {
        return submitted.shares().stream()
                .map(share -> share.day())
                .min(LocalDate::compareTo)
                .orElseThrow();
    }
}
