package org.maillage.projection.contribution;

import static org.maillage.projection.contribution.ContributionRow.Queued.NOT;
import static org.maillage.projection.contribution.ContributionView.uuid;

import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.ContributionEvent.Submitted;
import org.maillage.ledger.event.SubmittedShare;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.AsOf;
import org.maillage.projection.fold.Batch;

/** The rows of a claim that was just made. */
final class Submission {

    private Submission() {}

    static void apply(Submitted submitted, Instant when, Batch batch) {
        batch.rows(ContributionView.CONTRIBUTION).put(contribution(submitted, when, batch));
        int ordinal = 0;
        for (var share : submitted.shares()) {
            ContributionView.put(share(submitted, share, ordinal++, batch), batch);
        }
        ordinal = 0;
        for (var evidence : submitted.evidence()) {
            batch.rows(ContributionView.EVIDENCE)
                    .add(new EvidenceRow(
                            batch.network(),
                            submitted.contribution().value(),
                            ordinal++,
                            evidence.id().value(),
                            evidence.type(),
                            evidence.reference().envelope(),
                            evidence.match(),
                            evidence.sha256(),
                            batch.position()));
        }
        var replaces = submitted.replaces();
        if (replaces != null) {
            var replaced = batch.rows(ContributionView.CONTRIBUTION).get(replaces.value());
            batch.rows(ContributionView.CONTRIBUTION)
                    .put(replaced.replacedBy(submitted.contribution().value(), batch.position()));
        }
    }

    private static ContributionRow contribution(Submitted submitted, Instant when, Batch batch) {
        return new ContributionRow(
                batch.network(),
                submitted.contribution().value(),
                batch.on(),
                AsOf.FOREVER,
                submitted.by().value(),
                State.SUBMITTED,
                false,
                Batch.envelope(submitted.title()),
                Batch.envelope(submitted.sentence()),
                when,
                batch.on(),
                batch.position(),
                submitted.declaredAt(),
                submitted.answered().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")),
                ContributionView.firstDay(submitted),
                uuid(submitted.replaces()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                NOT.tab(),
                NOT.reasons(),
                NOT.contributors(),
                NOT.kinds(),
                NOT.minutes(),
                NOT.units(),
                NOT.clues(),
                NOT.closedAt(),
                batch.position(),
                batch.position());
    }

    /** The claimant's own share counts as confirmed (rule 1). */
    private static ShareRow share(Submitted submitted, SubmittedShare share, int ordinal, Batch batch) {
        var claimed = QuantityText.write(share.quantity());
        var own = isOwn(submitted.by(), share.contributor());
        return new ShareRow(
                batch.network(),
                submitted.contribution().value(),
                share.share().value(),
                batch.on(),
                AsOf.FOREVER,
                ordinal,
                batch.position(),
                share.contributor().toString(),
                share.kind().value(),
                share.day(),
                share.startTime(),
                ListText.commune(share.where().commune()),
                uuid(share.where().place()),
                share.where().remote(),
                share.payment(),
                share.capacity(),
                uuid(share.organisation()),
                uuid(share.onBehalfOf()),
                ListText.audience(share.audience()),
                ListText.members(share.helped()),
                ListText.members(share.companions()),
                ListText.members(share.borrowers()),
                share.imported() == null ? null : share.imported().source(),
                share.imported() == null ? null : share.imported().batch().value(),
                share.imported() == null ? null : share.imported().rowKey(),
                claimed,
                own ? Share.Answer.CONFIRMED : Share.Answer.WAITING,
                own ? claimed : null,
                true,
                false,
                share.quantity().creditedMinutes(),
                share.quantity().units(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                batch.position());
    }

    private static boolean isOwn(@Nullable MemberId by, AccountId contributor) {
        return by != null && contributor.equals(AccountId.of(by));
    }
}
