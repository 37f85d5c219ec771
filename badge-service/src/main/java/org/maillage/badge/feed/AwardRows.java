package org.maillage.badge.feed;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.AwardEvent;
import org.maillage.ledger.event.BadgeEvent;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.event.RecognitionEvent;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.OrganisationId;

/** What is awarded, described and endorsed. */
final class AwardRows {

    private final Writer writer;

    AwardRows(Writer writer) {
        this.writer = writer;
    }

    void apply(AwardEvent event, Recorded recorded) {
        var award = event.award().value();
        switch (event) {
            case AwardEvent.Awarded e -> awarded(e, recorded);
            case AwardEvent.Renewed e -> {
                writer.add(Sql.LAST_DAY, e.expires(), award);
                saysMore(award);
            }
            case AwardEvent.AwardedToo e -> {
                writer.add(Sql.LAST_DAY, e.expires(), award);
                saysMore(award);
            }
            case AwardEvent.Endorsed e -> {
                endorsed(award, e, e.by(), e.organisation(), recorded);
                saysMore(award);
            }
            case AwardEvent.EndorsementWithdrawn e -> {
                withdrawn(award, e.by(), e.organisation(), recorded);
                saysMore(award);
            }
            case AwardEvent.CodeTaken _ -> {
                return; // the award says it too
            }
            case AwardEvent.Accepted _, AwardEvent.NotAccepted _, AwardEvent.Published _ -> {}
            case AwardEvent.Unpublished _, AwardEvent.ReviewAsked _, AwardEvent.Upheld _ -> {}
            case AwardEvent.Suspended _, AwardEvent.Reinstated _, AwardEvent.Revoked _ -> {}
        }
        writer.add(
                Sql.AWARD_CHANGE,
                award,
                recorded.position(),
                event.network().value(),
                recorded.recordedAt(),
                Rows.what(event),
                EventJson.nameOf(event),
                EventJson.write(event));
    }

    /** Its credential no longer says all: it is to be signed anew. */
    private void saysMore(UUID award) {
        writer.add(Sql.SAYS_MORE, award);
        writer.add(Sql.SIGN_ANEW, award);
    }

    /** The same of the badge that a practice earned. */
    private void practiceSaysMore(UUID recognition) {
        writer.add(Sql.PRACTICE_SAYS_MORE, recognition);
        writer.add(Sql.PRACTICE_SIGN_ANEW, recognition);
    }

    private void awarded(AwardEvent.Awarded event, Recorded recorded) {
        var practice = event.recognition();
        writer.add(
                Sql.AWARD,
                event.award().value(),
                event.network().value(),
                event.definition().value(),
                event.member().value(),
                event.code().value(),
                recorded.position(),
                recorded.recordedAt(),
                event.expires(),
                practice == null ? null : practice.value(),
                event.network().value());
    }

    void apply(RecognitionEvent event, Recorded recorded) {
        var recognition = event.recognition().value();
        switch (event) {
            case RecognitionEvent.PracticeDescribed e ->
                writer.add(
                        Sql.RECOGNITION,
                        recognition,
                        e.network().value(),
                        e.definition().value(),
                        e.member().value(),
                        recorded.position(),
                        recorded.recordedAt(),
                        EventJson.nameOf(e),
                        EventJson.write(e));
            case RecognitionEvent.PracticeEndorsed e -> {
                endorsed(recognition, e, e.by(), e.organisation(), recorded);
                practiceSaysMore(recognition);
            }
            case RecognitionEvent.PracticeEndorsementWithdrawn e -> {
                withdrawn(recognition, e.by(), e.organisation(), recorded);
                practiceSaysMore(recognition);
            }
        }
        writer.add(Sql.DUE_OF_RECOGNITION, recorded.position(), recorded.eventId(), recognition);
    }

    private void endorsed(
            UUID subject, BadgeEvent event, MemberId by, @Nullable OrganisationId organisation, Recorded recorded) {
        writer.add(
                Sql.ENDORSEMENT,
                subject,
                recorded.position(),
                event.network().value(),
                endorser(by, organisation),
                recorded.recordedAt(),
                EventJson.nameOf(event),
                EventJson.write(event));
    }

    private void withdrawn(UUID subject, MemberId by, @Nullable OrganisationId organisation, Recorded recorded) {
        writer.add(
                Sql.WITHDRAW,
                recorded.position(),
                recorded.recordedAt(),
                subject,
                endorser(by, organisation),
                recorded.position());
    }

    /** An organisation speaks once, whoever says it for them. */
    private static UUID endorser(MemberId by, @Nullable OrganisationId organisation) {
        return organisation == null ? by.value() : organisation.value();
    }
}
