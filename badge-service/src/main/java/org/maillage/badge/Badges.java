package org.maillage.badge;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.award.AwardWhenEarned;
import org.maillage.badge.award.BulkAward;
import org.maillage.badge.award.GiveCatalogue;
import org.maillage.badge.award.StatusPlace;
import org.maillage.badge.feed.BadgeFeed;
import org.maillage.badge.feed.BadgeSchema;
import org.maillage.badge.feed.Parked;
import org.maillage.badge.issue.Issuing;
import org.maillage.badge.question.Awards;
import org.maillage.badge.question.Boards;
import org.maillage.badge.question.Definitions;
import org.maillage.badge.question.Evidences;
import org.maillage.badge.question.IssuerKeys;
import org.maillage.badge.question.Networks;
import org.maillage.badge.question.Practices;
import org.maillage.badge.question.Previews;
import org.maillage.badge.question.Reading;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.vault.Vault;

/** Badges: opened on a data source, they follow the journal and award what is earned until they are closed. */
public final class Badges implements AutoCloseable {

    private final EventFeed feed;
    private final BadgeFeed tables;
    private final Watchers watchers;
    private final Following following;
    private final AwardWhenEarned awarding;
    private final Definitions definitions;
    private final Awards awards;
    private final Boards boards;
    private final Practices practices;
    private final IssuerKeys issuerKeys;
    private final Previews previews;
    private final BulkAward bulk;
    private final Issuing issuing;

    private Badges(DataSource dataSource, Vault vault, EventFeed feed, Ledger ledger, Clock clock, Issuing.Site site) {
        this.feed = feed;
        this.tables = new BadgeFeed(dataSource, feed, clock);
        this.watchers = new Watchers(feed);
        var reading = new Reading(dataSource);
        var networks = new Networks(reading, clock);
        var evidences = new Evidences(reading);
        definitions = new Definitions(reading, networks);
        awards = new Awards(reading, networks, definitions, vault);
        boards = new Boards(networks, definitions, awards, evidences);
        practices = new Practices(reading, networks, vault);
        issuerKeys = new IssuerKeys(reading);
        previews = new Previews(networks, evidences);
        bulk = new BulkAward(ledger, clock);
        issuing = new Issuing(dataSource, vault, awards, definitions, ledger, clock, site);
        awarding = new AwardWhenEarned(reading, networks, definitions, awards, evidences, ledger, clock);
        following = new Following(
                tables,
                feed,
                awarding,
                new GiveCatalogue(reading, ledger, clock),
                issuing.whenAwarded(),
                watchers,
                clock);
    }

    /** Opens badges and starts to follow the feed; makes their tables where there are none. */
    public static Badges open(
            DataSource dataSource, Vault vault, EventFeed feed, Ledger ledger, Clock clock, Issuing.Site site) {
        BadgeSchema.migrate(dataSource);
        var badges = new Badges(dataSource, vault, feed, ledger, clock, site);
        badges.following.start();
        return badges;
    }

    /** What badges networks have. */
    public Definitions definitions() {
        return definitions;
    }

    /** What badges members have. */
    public Awards awards() {
        return awards;
    }

    /** What one member has, why, and what is missing. */
    public Boards boards() {
        return boards;
    }

    /** What members describe of themselves, and who endorses it. */
    public Practices practices() {
        return practices;
    }

    /** By which keys networks sign. */
    public IssuerKeys issuerKeys() {
        return issuerKeys;
    }

    /** What a rule in the making would do. */
    public Previews previews() {
        return previews;
    }

    /** Many badges by hand. */
    public BulkAward bulk() {
        return bulk;
    }

    /** What was awarded, signed, and all that others need to verify it. */
    public Issuing issuing() {
        return issuing;
    }

    /**
     * Where the status of an award stands in its network's status lists.
     *
     * @param number the how manieth award of the network it is, from 0
     */
    public StatusPlace statusPlace(NetworkId network, long number) {
        return issuing.places().of(network, number);
    }

    /** Tells somebody of every event from now on, before {@link #position} and {@link #awaitPosition} say that it is there. */
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    /** Position of the last event that the tables hold. */
    public long position() {
        return following.position();
    }

    /** Events that the journal holds and the tables do not yet. */
    public long lag() {
        return Math.max(0, feed.position() - following.position());
    }

    /** Waits until the tables hold a position, at most so long; returns whether they do. */
    public boolean awaitPosition(long position, Duration atMost) {
        return following.await(position, atMost);
    }

    /** Whether the tables hold the whole journal, and nobody waits for a badge to be looked at or signed. */
    public boolean isIdle() {
        return lag() == 0 && awarding.isIdle() && issuing.whenAwarded().isIdle(following.position()) && lag() == 0;
    }

    /** Why the feed stopped; empty while it runs. */
    public Optional<String> stopped() {
        return following.stopped();
    }

    /** Networks whose events wait. */
    public List<Parked> parked() {
        return asked(tables::parked);
    }

    /**
     * Applies the waiting events of a network in order; returns whether none waits any more.
     *
     * @param network null for the events of persons
     */
    public boolean retryParked(@Nullable NetworkId network) {
        return asked(() -> tables.retry(network));
    }

    /** Empties the tables and makes them again from the whole journal; badges are shown again as they are read. */
    public void rebuild() {
        asked(() -> {
            tables.empty();
            issuing.whenAwarded().lookAgain();
            return true;
        });
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new Reading.Failure(e);
        }
    }

    @Override
    public void close() {
        following.close();
    }
}
