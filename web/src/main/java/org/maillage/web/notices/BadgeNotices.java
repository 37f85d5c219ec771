package org.maillage.web.notices;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.ledger.event.AwardEvent;
import org.maillage.ledger.event.AwardEvent.Awarded;
import org.maillage.ledger.event.AwardEvent.Reinstated;
import org.maillage.ledger.event.AwardEvent.ReviewAsked;
import org.maillage.ledger.event.AwardEvent.Revoked;
import org.maillage.ledger.event.AwardEvent.Suspended;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.AsOf;
import org.maillage.web.badges.asking.BadgeQuestions;
import org.maillage.web.notices.BadgeNotice.What;
import org.maillage.web.signin.Correspondents;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what members are to be told about their badges, whoever caused it: the program awards most of them. Only whoever can
 * be written to is kept.
 */
@Component
class BadgeNotices {

    /** From how many days before its last day a member is told of it. */
    private static final int DAYS_BEFORE = 30;

    private static final Duration BADGES_FOLLOW = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Badges badges;
    private final Correspondents correspondents;
    private final Clock clock;

    BadgeNotices(JdbcClient jdbc, Badges badges, Correspondents correspondents, Clock clock) {
        this.jdbc = jdbc;
        this.badges = badges;
        this.correspondents = correspondents;
        this.clock = clock;
    }

    /** Whether what is kept of badges holds a position; where it has stopped, nobody waits for it. */
    boolean follow(long position) {
        return badges.stopped().isPresent() || badges.awaitPosition(position, BADGES_FOLLOW);
    }

    /** Keeps what an event is to be told; in the caller's transaction. */
    void gather(Recorded recorded, AwardEvent event) {
        what(event)
                .ifPresent(what -> holder(event).ifPresent(member -> {
                    if (correspondents.of(member).isPresent()) {
                        keep(recorded.eventId(), BadgeNotice.of(member, what, event.network(), event.award()));
                    }
                }));
    }

    /** Keeps that a question was answered, in the transaction of the answer. */
    @EventListener
    void answered(BadgeQuestions.Answered answered) {
        if (correspondents.of(answered.member()).isPresent()) {
            var question = answered.question();
            keep(question, new BadgeNotice(answered.member(), What.ANSWERED, answered.network(), question));
        }
    }

    private static Optional<What> what(AwardEvent event) {
        return switch (event) {
            case Awarded _, AwardEvent.AwardedToo _ -> Optional.of(What.AWARDED);
            case ReviewAsked _ -> Optional.of(What.REVIEWED);
            case Suspended _ -> Optional.of(What.SUSPENDED);
            case Reinstated _ -> Optional.of(What.REINSTATED);
            case Revoked _ -> Optional.of(What.REVOKED);
            case AwardEvent.CodeTaken _, AwardEvent.Accepted _, AwardEvent.NotAccepted _ -> Optional.empty();
            case AwardEvent.Published _, AwardEvent.Unpublished _, AwardEvent.Upheld _ -> Optional.empty();
            case AwardEvent.Renewed _, AwardEvent.Endorsed _, AwardEvent.EndorsementWithdrawn _ -> Optional.empty();
        };
    }

    private Optional<MemberId> holder(AwardEvent event) {
        return event instanceof Awarded awarded
                ? Optional.of(awarded.member())
                : badges.awards().find(event.network(), event.award(), AsOf.NOW).map(Award::member);
    }

    private void keep(UUID event, BadgeNotice notice) {
        jdbc.sql("""
            insert into web.badge_notice (event, member, what, network, about) values (?, ?, ?, ?, ?)
            on conflict do nothing
            """)
                .params(
                        event,
                        notice.member().value(),
                        notice.what().name(),
                        notice.network().value(),
                        notice.about())
                .update();
    }

    /** Keeps the badges that end soon, each last day once. */
    @Transactional
    public void ending() {
        for (var ending : badges.awards().ending(clock.instant(), DAYS_BEFORE)) {
            if (correspondents.of(ending.member()).isPresent() && isNews(ending.award(), ending.expires())) {
                var event = UUID.nameUUIDFromBytes(
                        (ending.award() + "/" + ending.expires()).getBytes(StandardCharsets.UTF_8));
                keep(event, BadgeNotice.of(ending.member(), What.ENDING, ending.network(), ending.award()));
            }
        }
    }

    private boolean isNews(AwardId award, LocalDate expires) {
        return jdbc.sql("insert into web.badge_ending (award, expires) values (?, ?) on conflict do nothing")
                        .params(award.value(), expires)
                        .update()
                == 1;
    }
}
