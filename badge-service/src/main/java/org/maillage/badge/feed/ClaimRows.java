package org.maillage.badge.feed;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.ContributionEvent;
import org.maillage.ledger.event.ContributionEvent.Attested;
import org.maillage.ledger.event.ContributionEvent.Independence;
import org.maillage.ledger.event.ContributionEvent.Reopened;
import org.maillage.ledger.event.ContributionEvent.Reversed;
import org.maillage.ledger.event.ContributionEvent.ShareConfirmed;
import org.maillage.ledger.event.ContributionEvent.ShareCorrected;
import org.maillage.ledger.event.ContributionEvent.Submitted;
import org.maillage.ledger.event.ContributionEvent.Validated;
import org.maillage.ledger.event.ShareOutcome;
import org.maillage.ledger.event.SubmittedShare;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Where;

/** What claims leave for badges: who contributed what, where, and who confirms it. */
final class ClaimRows {

    private final Writer writer;

    ClaimRows(Writer writer) {
        this.writer = writer;
    }

    void apply(ContributionEvent event, Recorded recorded) {
        switch (event) {
            case Submitted e -> e.shares().forEach(share -> claimed(e, share));
            case ShareConfirmed e -> voice(e, e.by(), recorded);
            case ShareCorrected e -> voice(e, e.by(), recorded);
            case Attested e -> {
                voice(e, e.by(), recorded);
                dueOfClaim(e, recorded);
            }
            case Validated e -> e.outcomes().forEach(outcome -> validated(e, outcome, recorded));
            case Reopened e -> takenBack(e, recorded);
            case Reversed e -> takenBack(e, recorded);
            case ContributionEvent.ShareDenied _, ContributionEvent.ClarificationAsked _ -> {}
            case ContributionEvent.ClarificationAnswered _, ContributionEvent.DecisionEntrusted _ -> {}
            case ContributionEvent.Declined _, ContributionEvent.Withdrawn _, ContributionEvent.Appealed _ -> {}
        }
    }

    private void claimed(Submitted event, SubmittedShare share) {
        if (share.contributor().holder() == AccountId.Holder.MEMBER) {
            writer.add(
                    Sql.CLAIMED_SHARE,
                    share.share().value(),
                    event.contribution().value(),
                    place(share.where()),
                    share.companions().stream().map(MemberId::value).toArray(UUID[]::new));
        }
    }

    /** A registered place, else the commune whatever the year of its code; nothing at a distance. */
    private static @Nullable String place(Where where) {
        if (where.remote()) {
            return null;
        }
        var place = where.place();
        var commune = where.commune();
        if (place != null) {
            return "place:" + place;
        }
        return commune == null ? null : "commune:" + commune.code();
    }

    private void voice(ContributionEvent event, MemberId by, Recorded recorded) {
        writer.add(
                Sql.VOICE,
                event.contribution().value(),
                by.value(),
                event.network().value(),
                recorded.recordedAt());
    }

    private void validated(Validated event, ShareOutcome outcome, Recorded recorded) {
        boolean counts = outcome.status() == ShareOutcome.Status.ACCEPTED
                && outcome.contributor().holder() == AccountId.Holder.MEMBER;
        if (!counts) {
            return;
        }
        var member = new MemberId(outcome.contributor().id());
        writer.add(
                Sql.SHARE,
                outcome.share().value(),
                recorded.position(),
                event.network().value(),
                member.value(),
                event.contribution().value(),
                outcome.kind().value(),
                WeightsText.write(outcome.weights()),
                outcome.day(),
                outcome.accepted().creditedMinutes(),
                event.independence() == Independence.OUTSIDE,
                recorded.recordedAt());
        Rows.due(writer, event.network(), member, recorded);
    }

    private void takenBack(ContributionEvent event, Recorded recorded) {
        writer.add(
                Sql.TAKE_BACK,
                recorded.position(),
                recorded.recordedAt(),
                event.contribution().value(),
                recorded.position());
        dueOfClaim(event, recorded);
    }

    private void dueOfClaim(ContributionEvent event, Recorded recorded) {
        writer.add(
                Sql.DUE_OF_CLAIM,
                recorded.position(),
                recorded.eventId(),
                event.contribution().value());
    }
}
