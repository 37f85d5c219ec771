package org.maillage.badge.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.question.Award.Acceptance;
import org.maillage.badge.question.Award.Endorsement;
import org.maillage.badge.question.Award.Review;
import org.maillage.badge.question.Award.Revocation;
import org.maillage.badge.question.Award.Standing;
import org.maillage.ledger.event.AwardEvent;
import org.maillage.ledger.event.AwardEvent.Awarded;
import org.maillage.ledger.event.AwardEvent.AwardedToo;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.RecognitionId;

/** What an award is after its events, in order. Texts are opened by whoever asks. */
final class AwardStory {

    private final Awarded awarded;
    private final long number;
    private final Instant awardedAt;
    private final EventTexts texts;
    private Award.@Nullable Too too;
    private @Nullable String narrative;
    private @Nullable String evidence;
    private int version;
    private @Nullable LocalDate expires;
    private Acceptance acceptance = Acceptance.WAITING;
    private boolean shown;
    private boolean suspended;
    private @Nullable Review review;
    private @Nullable Revocation revocation;
    private final Map<UUID, Endorsement> endorsements = new LinkedHashMap<>();

    AwardStory(Awarded awarded, long number, Instant awardedAt, EventTexts texts) {
        this.awarded = awarded;
        this.number = number;
        this.awardedAt = awardedAt;
        this.texts = texts;
        this.narrative = texts.open(awarded.narrative(), awarded, "narrative");
        this.evidence = texts.open(awarded.evidence(), awarded, "evidence");
        this.version = awarded.version();
        this.expires = awarded.expires();
    }

    void then(AwardEvent event, Instant at) {
        switch (event) {
            case Awarded _, AwardEvent.CodeTaken _ -> {}
            case AwardedToo e -> {
                too = new Award.Too(e.cause(), e.by(), e.day(), at);
                narrative = texts.open(e.narrative(), e, "narrative");
                evidence = texts.open(e.evidence(), e, "evidence");
                version = e.version();
                expires = e.expires();
                acceptance = Acceptance.WAITING;
            }
            case AwardEvent.Accepted _ -> acceptance = Acceptance.ACCEPTED;
            case AwardEvent.NotAccepted _ -> {
                acceptance = Acceptance.DECLINED;
                shown = false;
            }
            case AwardEvent.Published _ -> shown = true;
            case AwardEvent.Unpublished _ -> shown = false;
            case AwardEvent.ReviewAsked e -> review = new Review(at, e.by(), e.broken());
            case AwardEvent.Upheld _ -> review = null;
            case AwardEvent.Suspended _ -> suspended = true;
            case AwardEvent.Reinstated _ -> {
                suspended = false;
                review = null;
            }
            case AwardEvent.Revoked e -> {
                review = null;
                revocation = new Revocation(at, e.by(), e.reason(), texts.open(e.published(), e, "published"));
            }
            case AwardEvent.Renewed e -> {
                version = e.version();
                expires = e.expires();
            }
            case AwardEvent.Endorsed e ->
                endorsements.put(
                        key(e.by(), e.organisation()),
                        new Endorsement(e.by(), e.organisation(), texts.open(e.words(), e, "words"), at, null));
            case AwardEvent.EndorsementWithdrawn e -> endorsements.remove(key(e.by(), e.organisation()));
        }
    }

    private static UUID key(MemberId by, @Nullable OrganisationId organisation) {
        return organisation == null ? by.value() : organisation.value();
    }

    private Standing standing(LocalDate on) {
        if (revocation != null) {
            return Standing.REVOKED;
        }
        if (suspended) {
            return Standing.SUSPENDED;
        }
        return expires != null && expires.isBefore(on) ? Standing.EXPIRED : Standing.VALID;
    }

    NetworkId network() {
        return awarded.network();
    }

    /** The practice whose endorsements earned it; null for none. */
    @Nullable
    RecognitionId recognition() {
        return awarded.recognition();
    }

    private List<Endorsement> with(List<Endorsement> ofPractice) {
        return Stream.concat(ofPractice.stream(), endorsements.values().stream())
                .sorted(Comparator.comparing(Endorsement::since))
                .toList();
    }

    /**
     * The award on a day.
     *
     * @param ofPractice the endorsements of the practice that earned it
     */
    Award on(LocalDate day, Definition definition, List<Endorsement> ofPractice) {
        return new Award(
                awarded.award(),
                awarded.network(),
                awarded.definition(),
                version,
                definition.content(version),
                awarded.member(),
                awarded.cause(),
                awarded.by(),
                awarded.earned(),
                awarded.recognition(),
                narrative,
                evidence,
                awarded.day(),
                expires,
                awarded.code(),
                number,
                awarded.recipient(),
                awardedAt,
                acceptance,
                shown,
                standing(day),
                review,
                revocation,
                with(ofPractice),
                too);
    }
}
