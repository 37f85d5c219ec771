package org.maillage.web.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maillage.ledger.event.AwardEvent;
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
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the journal for what somebody is to be told. One process reads at a time; what is to be written and how far was
 * read are kept in one transaction, so that a stop loses nothing and repeats nothing.
 */
@Component
class NoticeFeed {

    private static final int BATCH = 500;
    private static final Duration VIEWS_FOLLOW = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(NoticeFeed.class);

    private final JdbcClient jdbc;
    private final OddEvents odd;
    private final TransactionTemplate transaction;
    private final EventFeed feed;
    private final Projections views;
    private final BadgeNotices badges;
    private final Clock clock;

    NoticeFeed(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            EventFeed feed,
            Projections views,
            BadgeNotices badges,
            Clock clock) {
        this.jdbc = jdbc;
        this.odd = new OddEvents(jdbc);
        this.transaction = new TransactionTemplate(transactions);
        this.feed = feed;
        this.views = views;
        this.badges = badges;
        this.clock = clock;
    }

    /** Begins where the journal ends, where letters were never written here: history is told to nobody. */
    void begin() {
        jdbc.sql("insert into web.notice_feed (position, since) values (?, ?) on conflict do nothing")
                .params(feed.position(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Since when letters are written here. */
    Instant since() {
        return jdbc.sql("select since from web.notice_feed")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Reads a batch; false at the journal's end, and while another process reads. */
    boolean gather() {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var position = jdbc.sql("select position from web.notice_feed for update skip locked")
                    .query(Long.class)
                    .optional();
            return position.isPresent() && gatherAfter(position.get());
        }));
    }

    private boolean gatherAfter(long position) {
        var batch = feed.after(position, BATCH);
        if (batch.isEmpty()
                || !views.awaitPosition(batch.getLast().position(), VIEWS_FOLLOW)
                || !badges.follow(batch.getLast().position())) {
            return false;
        }
        read(batch);
        jdbc.sql("update web.notice_feed set position = ?")
                .param(batch.getLast().position())
                .update();
        return true;
    }

    /** Keeps what each event is to be told; one that failed too often is set aside. */
    void read(List<Recorded> batch) {
        var stirred = new HashSet<NetworkId>();
        for (var recorded : batch) {
            if (!odd.aside(recorded.position())) {
                try {
                    gather(recorded, stirred);
                } catch (RuntimeException failure) {
                    odd.failed(recorded.position(), failure);
                    throw failure;
                }
            }
        }
    }

    /** Tries again what was set aside. */
    void readAside() {
        for (var position : odd.positions()) {
            try {
                transaction.executeWithoutResult(_ -> {
                    feed.after(position - 1, 1).forEach(recorded -> gather(recorded, new HashSet<>()));
                    odd.read(position);
                });
            } catch (RuntimeException stillOdd) {
                LOG.debug("event {} stays aside", position, stillOdd);
            }
        }
    }

    // Since when claims wait is kept once: a network in which much is claimed would else write its row with each of
    // them.
    private void gather(Recorded recorded, Set<NetworkId> stirred) {
        if (recorded.event() instanceof ContributionEvent event && isSomebodys(recorded.actor())) {
            gather(recorded, event);
            if (waits(event) && !stirred.contains(event.network())) {
                stir(event.network(), recorded.recordedAt());
                stirred.add(event.network());
            }
        }
        if (recorded.event() instanceof AwardEvent event) {
            badges.gather(recorded, event);
        }
    }

    // What an import or the demonstration's history brings is old news to everybody.
    private static boolean isSomebodys(Actor actor) {
        return switch (actor.type()) {
            case PERSON, TOKEN, LINK, ADMINISTRATOR -> true;
            case IMPORT, SYSTEM -> false;
        };
    }

    private void gather(Recorded recorded, ContributionEvent event) {
        switch (event) {
            case ClarificationAsked asked -> tell(recorded, asked, asked.by(), Notice.What.ASKED);
            case Validated validated -> tell(recorded, validated, validated.by(), Notice.What.VALIDATED);
            case Declined declined -> tell(recorded, declined, declined.by(), Notice.What.DECLINED);
            case Reopened reopened -> tell(recorded, reopened, reopened.by(), Notice.What.REOPENED);
            case Reversed reversed -> tell(recorded, reversed, reversed.by(), Notice.What.REVERSED);
            case Submitted submitted -> cite(recorded, submitted);
            case ClarificationAnswered _,
                    Appealed _,
                    ShareConfirmed _,
                    ShareCorrected _,
                    ShareDenied _,
                    Attested _,
                    DecisionEntrusted _,
                    Withdrawn _ -> {}
        }
    }

    /** Whether a claim waits for its coordinators anew after such an event. */
    private static boolean waits(ContributionEvent event) {
        return event instanceof Submitted || event instanceof ClarificationAnswered || event instanceof Appealed;
    }

    private void tell(Recorded recorded, ContributionEvent event, MemberId by, Notice.What what) {
        author(event).filter(author -> !author.equals(by)).ifPresent(author -> keep(recorded, event, author, what));
    }

    // Whoever made the claim has answered for their own share with it.
    private void cite(Recorded recorded, Submitted submitted) {
        submitted.shares().stream()
                .map(SubmittedShare::contributor)
                .filter(account -> account.holder() == AccountId.Holder.MEMBER)
                .map(account -> new MemberId(account.id()))
                .filter(member -> !member.equals(submitted.by()))
                .distinct()
                .forEach(member -> keep(recorded, submitted, member, Notice.What.CITED));
    }

    private void keep(Recorded recorded, ContributionEvent event, MemberId member, Notice.What what) {
        jdbc.sql("""
            insert into web.notice (event, member, kind, what, network, contribution, position)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
                .params(
                        recorded.eventId(),
                        member.value(),
                        what.kind().name(),
                        what.name(),
                        event.network().value(),
                        event.contribution().value(),
                        recorded.position())
                .update();
    }

    private Optional<MemberId> author(ContributionEvent event) {
        return views.contributions()
                .find(event.network(), event.contribution(), AsOf.NOW)
                .flatMap(claim -> Optional.ofNullable(claim.by()));
    }

    private void stir(NetworkId network, Instant at) {
        jdbc.sql("insert into web.notice_network (network, stirred_at) values (?, ?) on conflict do nothing")
                .params(network.value(), at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
