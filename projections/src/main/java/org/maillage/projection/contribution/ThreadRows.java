package org.maillage.projection.contribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.ContributionEvent;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.ShareId;
import org.maillage.projection.fold.Batch;

/**
 * Entries of a thread, one for each event of a claim that the claim's own row does not tell, and where the text of each
 * stood in its event.
 */
final class ThreadRows {

    private ThreadRows() {}

    /** The row that tells an event; empty where the claim's own row does. */
    static Optional<ThreadRow> of(ContributionEvent event, Instant when, Batch batch) {
        var entry = new Entry(event, when, batch);
        return switch (event) {
            case ContributionEvent.Submitted _, ContributionEvent.Validated _ -> Optional.empty();
            case ContributionEvent.ShareConfirmed e ->
                entry.row(ThreadEntry.What.SHARE_CONFIRMED, e.by(), e.share(), null, null, null);
            case ContributionEvent.ShareCorrected e ->
                entry.row(ThreadEntry.What.SHARE_CORRECTED, e.by(), e.share(), e.quantity(), null, e.reason());
            case ContributionEvent.ShareDenied e ->
                entry.row(ThreadEntry.What.SHARE_DENIED, e.by(), e.share(), null, null, null);
            case ContributionEvent.Attested e -> entry.said(ThreadEntry.What.ATTESTED, e.by(), null, e.words());
            case ContributionEvent.ClarificationAsked e ->
                entry.said(ThreadEntry.What.CLARIFICATION_ASKED, e.by(), null, e.question());
            case ContributionEvent.ClarificationAnswered e ->
                entry.said(ThreadEntry.What.CLARIFICATION_ANSWERED, e.by(), null, e.answer());
            case ContributionEvent.DecisionEntrusted e ->
                entry.said(
                        ThreadEntry.What.DECISION_ENTRUSTED, e.to(), e.right().name(), null);
            case ContributionEvent.Declined e ->
                entry.said(ThreadEntry.What.DECLINED, e.by(), e.reason().name(), e.words());
            case ContributionEvent.Withdrawn e -> entry.row(ThreadEntry.What.WITHDRAWN, e.by());
            case ContributionEvent.Appealed e -> entry.said(ThreadEntry.What.APPEALED, e.by(), null, e.words());
            case ContributionEvent.Reopened e -> entry.row(ThreadEntry.What.REOPENED, e.by());
            case ContributionEvent.Reversed e ->
                entry.said(ThreadEntry.What.REVERSED, e.by(), e.reason().name(), e.words());
        };
    }

    /** What a claim's own row tells: that it was submitted, and validated if it was. */
    static List<ThreadRow> told(ContributionRow claim) {
        var submitted = plain(
                claim,
                claim.submittedPosition(),
                claim.submittedOn(),
                claim.submittedAt(),
                claim.submittedOn(),
                ThreadEntry.What.SUBMITTED,
                claim.claimant());
        return claim.wasValidated()
                ? List.of(submitted, validated(claim, Objects.requireNonNull(claim.decidedOn())))
                : List.of(submitted);
    }

    /** The validation of a claim that is reopened, after which its own row tells of it no more. */
    static ThreadRow undone(ContributionRow claim, Batch batch) {
        return validated(claim, batch.on());
    }

    private static ThreadRow validated(ContributionRow claim, LocalDate since) {
        return plain(
                claim,
                Objects.requireNonNull(claim.decidedPosition()),
                since,
                Objects.requireNonNull(claim.decidedAt()),
                Objects.requireNonNull(claim.decidedOn()),
                ThreadEntry.What.VALIDATED,
                Objects.requireNonNull(claim.decidedBy()));
    }

    private static ThreadRow plain(
            ContributionRow claim,
            long position,
            LocalDate since,
            Instant recordedAt,
            LocalDate recordedOn,
            ThreadEntry.What what,
            UUID author) {
        return new ThreadRow(
                claim.network(),
                claim.contribution(),
                position,
                since,
                recordedAt,
                recordedOn,
                what,
                author,
                null,
                null,
                null,
                null);
    }

    /** The event whose text an entry holds, and its field. */
    record Sealed(Class<? extends LedgerEvent> event, String field) {}

    static Sealed sealed(ThreadEntry.What what) {
        return switch (what) {
            case SUBMITTED -> new Sealed(ContributionEvent.Submitted.class, "sentence");
            case SHARE_CONFIRMED -> new Sealed(ContributionEvent.ShareConfirmed.class, "");
            case SHARE_CORRECTED -> new Sealed(ContributionEvent.ShareCorrected.class, "reason");
            case SHARE_DENIED -> new Sealed(ContributionEvent.ShareDenied.class, "");
            case ATTESTED -> new Sealed(ContributionEvent.Attested.class, "words");
            case CLARIFICATION_ASKED -> new Sealed(ContributionEvent.ClarificationAsked.class, "question");
            case CLARIFICATION_ANSWERED -> new Sealed(ContributionEvent.ClarificationAnswered.class, "answer");
            case DECISION_ENTRUSTED -> new Sealed(ContributionEvent.DecisionEntrusted.class, "");
            case VALIDATED -> new Sealed(ContributionEvent.Validated.class, "");
            case DECLINED -> new Sealed(ContributionEvent.Declined.class, "words");
            case WITHDRAWN -> new Sealed(ContributionEvent.Withdrawn.class, "");
            case APPEALED -> new Sealed(ContributionEvent.Appealed.class, "words");
            case REOPENED -> new Sealed(ContributionEvent.Reopened.class, "");
            case REVERSED -> new Sealed(ContributionEvent.Reversed.class, "words");
        };
    }

    private record Entry(ContributionEvent event, Instant when, Batch batch) {

        Optional<ThreadRow> row(ThreadEntry.What what, MemberId by) {
            return row(what, by, null, null, null, null);
        }

        Optional<ThreadRow> said(
                ThreadEntry.What what, MemberId by, @Nullable String reason, @Nullable SealedText text) {
            return row(what, by, null, null, reason, text);
        }

        Optional<ThreadRow> row(
                ThreadEntry.What what,
                MemberId by,
                @Nullable ShareId share,
                @Nullable Quantity quantity,
                @Nullable String reason,
                @Nullable SealedText text) {
            UUID of = share == null ? null : share.value();
            return Optional.of(new ThreadRow(
                    batch.network(),
                    event.contribution().value(),
                    batch.position(),
                    batch.on(),
                    when,
                    batch.on(),
                    what,
                    by.value(),
                    of,
                    quantity == null ? null : QuantityText.write(quantity),
                    reason,
                    Batch.envelope(text)));
        }
    }
}
