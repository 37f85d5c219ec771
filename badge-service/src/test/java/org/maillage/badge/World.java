package org.maillage.badge;

import java.net.URI;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.award.AwardWhenEarned;
import org.maillage.badge.award.BulkAward;
import org.maillage.badge.award.GiveCatalogue;
import org.maillage.badge.feed.BadgeFeed;
import org.maillage.badge.feed.BadgeSchema;
import org.maillage.badge.issue.Issuing;
import org.maillage.badge.proof.KeptKey;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.Awards;
import org.maillage.badge.question.Boards;
import org.maillage.badge.question.Definitions;
import org.maillage.badge.question.Evidences;
import org.maillage.badge.question.IssuerKeys;
import org.maillage.badge.question.Networks;
import org.maillage.badge.question.Practices;
import org.maillage.badge.question.Previews;
import org.maillage.badge.question.Reading;
import org.maillage.ledger.BadgeFixture;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.PlainVault;
import org.maillage.ledger.feed.JournalFeed;
import org.maillage.ledger.journal.TestDatabase;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.vault.MasterKey;
import org.maillage.ledger.vault.SecretWrapping;
import org.postgresql.ds.PGSimpleDataSource;

/** The core's fixture with badges that follow it, one step at a time: nothing happens until {@link #settle}. */
public final class World implements AutoCloseable {

    /** Address of the site that issues. */
    public static final String SITE = "https://maillage.example";

    private static final MasterKey MASTER = MasterKey.fromBase64("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

    public final LedgerFixture given = new LedgerFixture();
    public final BadgeFixture fixture = new BadgeFixture(given);
    public final PGSimpleDataSource database = TestDatabase.fresh();
    public final JournalFeed feed = new JournalFeed(given.journal);
    public final BadgeFeed tables;
    public final Reading reading = new Reading(database);
    public final Networks networks = new Networks(reading, given.clock);
    public final Definitions definitions = new Definitions(reading, networks);
    public final Awards awards = new Awards(reading, networks, definitions, new PlainVault());
    public final Evidences evidences = new Evidences(reading);
    public final Boards boards = new Boards(networks, definitions, awards, evidences);
    public final Practices practices = new Practices(reading, networks, new PlainVault());
    public final IssuerKeys issuerKeys = new IssuerKeys(reading);
    public final Previews previews = new Previews(networks, evidences);
    public final BulkAward bulk = new BulkAward(given.ledger, given.clock);
    public final Issuing issuing = issuing(given.ledger);
    public final AwardWhenEarned awarding = awarding(given.ledger);
    private final GiveCatalogue catalogue = new GiveCatalogue(reading, given.ledger, given.clock);

    public World() {
        BadgeSchema.migrate(database);
        tables = new BadgeFeed(database, feed, given.clock);
    }

    /** The signing of a process over these tables. */
    public Issuing issuing(Ledger ledger) {
        return issuing(ledger, Optional.of(URI.create(SITE)));
    }

    /** The signing of a process whose site has this address, if any. */
    public Issuing issuing(Ledger ledger, Optional<URI> site) {
        return new Issuing(
                database,
                new PlainVault(),
                awards,
                definitions,
                ledger,
                given.clock,
                new Issuing.Site(new SecretWrapping(MASTER, KeptKey.PURPOSE), () -> site));
    }

    /** The reactions of a process over these tables. */
    public AwardWhenEarned awarding(Ledger ledger) {
        return new AwardWhenEarned(reading, networks, definitions, awards, evidences, ledger, given.clock);
    }

    /** Lets the tables follow to the end of the journal, without any reaction. */
    public void follow() {
        try {
            while (tables.step().position() < given.journal.position()) {}
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Lets badges follow and react until there is nothing left to do. */
    public void settle() {
        do {
            follow();
        } while (awarding.step() || feed.position() > position());
    }

    /** As {@link #settle}, until everything is signed too. */
    public void settleAndSign() {
        do {
            settle();
        } while (issuing.whenAwarded().step(position()) > 0 || feed.position() > position());
    }

    /** As {@link #settle}, with the catalogue given to every network. */
    public void settleWithCatalogue() {
        follow();
        catalogue.step();
        settle();
    }

    /** How far the tables are. */
    public long position() {
        try {
            return tables.position();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public LocalDate today() {
        return LocalDate.ofInstant(given.clock.instant(), LedgerFixture.PARIS);
    }

    /** The badges of somebody now. */
    public List<Award> badgesOf(Someone who) {
        return awards.of(given.network, who.member(), today());
    }

    /** Somebody's badge of a definition; null where they have none. */
    public @Nullable Award badge(Someone who, BadgeDefinitionId definition) {
        return badgesOf(who).stream()
                .filter(award -> award.definition().equals(definition))
                .findFirst()
                .orElse(null);
    }

    /** Every row of every table that follows from the journal alone, as text, in a fixed order. */
    public List<String> rows() {
        var rows = new ArrayList<String>();
        for (var table : List.of(
                "network",
                "kind",
                "member",
                "claimed_share",
                "voice",
                "share",
                "definition",
                "definition_version",
                "award",
                "award_change",
                "recognition",
                "endorsement",
                "issuer_key",
                "credential",
                "partition_position",
                "feed")) {
            rows.addAll(reading.list(
                    "select '" + table + " ' || t::text as line from badge." + table + " t order by 1",
                    row -> row.getString("line")));
        }
        return rows;
    }

    @Override
    public void close() {
        given.close();
    }
}
