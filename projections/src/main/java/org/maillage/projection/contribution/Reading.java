package org.maillage.projection.contribution;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.ContributionEvent;
import org.maillage.ledger.event.SubmittedShare.ImportedRow;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.PlaceId;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.value.Where;
import org.maillage.projection.Texts;
import org.maillage.projection.WeightsText;

/** Turns rows into what readers see, opening what is sealed. */
record Reading(Texts texts) {

    @Nullable
    String submitted(ContributionRow row, @Nullable String envelope, String field) {
        return texts.open(envelope, stream(row.contribution()), ContributionEvent.Submitted.class, field);
    }

    static Contribution.@Nullable Decision decision(ContributionRow row) {
        return row.decidedBy() == null
                ? null
                : new Contribution.Decision(
                        new MemberId(row.decidedBy()),
                        Objects.requireNonNull(row.decidedAt()),
                        Objects.requireNonNull(row.decisionRight()),
                        row.independence());
    }

    Share share(ShareRow row) {
        return new Share(
                new ShareId(row.share()),
                AccountId.of(row.contributor()),
                new KindCode(row.kind()),
                row.day(),
                row.startTime(),
                new Where(
                        ListText.commune(row.commune()),
                        row.place() == null ? null : new PlaceId(row.place()),
                        row.remote()),
                row.payment(),
                row.capacity(),
                row.organisation() == null ? null : new OrganisationId(row.organisation()),
                row.onBehalfOf() == null ? null : new OrganisationId(row.onBehalfOf()),
                ListText.audience(row.audience()),
                ListText.members(row.helped()),
                ListText.members(row.companions()),
                ListText.members(row.borrowers()),
                imported(row),
                QuantityText.read(row.claimed()),
                row.answer(),
                row.confirmed() == null ? null : QuantityText.read(row.confirmed()),
                outcome(row));
    }

    private static @Nullable ImportedRow imported(ShareRow row) {
        return row.importSource() == null
                ? null
                : new ImportedRow(
                        row.importSource(),
                        new ImportId(Objects.requireNonNull(row.importBatch())),
                        Objects.requireNonNull(row.importRow()));
    }

    private Share.@Nullable Outcome outcome(ShareRow row) {
        if (row.outcome() == null) {
            return null;
        }
        return new Share.Outcome(
                row.outcome(),
                QuantityText.read(Objects.requireNonNull(row.accepted())),
                row.lessReason(),
                texts.open(
                        row.lessText(),
                        stream(row.contribution()),
                        ContributionEvent.Validated.class,
                        "outcome." + row.share()),
                WeightsText.read(Objects.requireNonNull(row.weights())),
                Objects.requireNonNull(row.tariffVersion()),
                Objects.requireNonNull(row.rate()),
                Objects.requireNonNull(row.credited()),
                new Mailles(Objects.requireNonNull(row.amount())),
                Objects.requireNonNull(row.computation()));
    }

    EvidenceItem evidence(EvidenceRow row) {
        var reference = texts.open(
                row.reference(),
                stream(row.contribution()),
                ContributionEvent.Submitted.class,
                "evidence." + row.ordinal());
        return new EvidenceItem(
                new EvidenceId(row.evidence()),
                row.type(),
                reference == null ? "" : reference,
                row.match(),
                row.sha256());
    }

    ThreadEntry entry(ThreadRow row) {
        var sealed = ThreadRows.sealed(row.what());
        return new ThreadEntry(
                row.position(),
                row.recordedAt(),
                row.recordedOn(),
                row.what(),
                row.author() == null ? null : new MemberId(row.author()),
                row.share() == null ? null : new ShareId(row.share()),
                row.quantity() == null ? null : QuantityText.read(row.quantity()),
                row.reason(),
                texts.open(row.words(), stream(row.contribution()), sealed.event(), sealed.field()));
    }

    private static StreamId stream(java.util.UUID contribution) {
        return StreamId.of(new ContributionId(contribution));
    }
}
