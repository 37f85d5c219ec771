package org.maillage.badge.issue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.Awards;
import org.maillage.badge.question.Reading;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.NetworkId;

/**
 * When a badge was awarded, renewed or endorsed, or its key was stolen, then it is signed and the credential stored. Of
 * several processes each signs others.
 */
public final class IssueWhenAwarded {

    private static final int AT_ONCE = 100;

    // By an index that holds what waits alone: this is asked after every event.
    private static final String DUE =
            "select award from badge.award where signed is null order by position limit ? for update skip locked";

    private static final String ANY_DUE = "select 1 from badge.award where signed is null limit 1";

    private static final String SIGNED = "update badge.award set signed = ? where award = ?";

    private static final String MOVED = "update badge.award set signed = null where signed <> ?";

    private static final String EMPTIED =
            "select 1 from badge.award where not exists (select from badge.credential) limit 1";

    private static final String STORE = """
        insert into badge.credential (award, language, root, key, document) values (?, ?, ?, ?, ?)
        on conflict (award, language) do update
            set root = excluded.root, key = excluded.key, document = excluded.document
        """;

    private final DataSource dataSource;
    private final Awards awards;
    private final Contents contents;
    private final IssuerKeys keys;
    private final Signing signing;
    private final Supplier<@Nullable Statements> statements;
    private volatile long nothingDueAt = -1;
    /** Address of the site that everything that counts as signed is signed for; null before the first look. */
    private volatile @Nullable String root;

    IssueWhenAwarded(
            DataSource dataSource,
            Awards awards,
            Contents contents,
            IssuerKeys keys,
            Signing signing,
            Supplier<@Nullable Statements> statements) {
        this.dataSource = dataSource;
        this.awards = awards;
        this.contents = contents;
        this.keys = keys;
        this.signing = signing;
        this.statements = statements;
    }

    /**
     * Signs some of those that wait, gives networks the keys that they lack, and ends renewals of keys that were cut short.
     *
     * @param position that the tables have reached
     * @return how many were signed, made or retired; 0 where there was nothing to do, or nothing before the tables follow
     */
    public int step(long position) {
        var now = statements.get();
        if (now == null || (position == nothingDueAt && !emptied())) {
            return 0;
        }
        signAnewWhereMoved(now.addresses().root().toString());
        var lacking = new LinkedHashSet<NetworkId>();
        int signed = sign(now, lacking);
        lacking.addAll(keys.lacking());
        int made = lacking.stream().mapToInt(keys::make).sum();
        int done = signed + made + keys.retireReplaced();
        if (done == 0 && !anyDue()) {
            nothingDueAt = position;
        }
        return done;
    }

    /** Looks again at what was awarded up to the position where nothing was left to sign: the tables were emptied. */
    public void lookAgain() {
        nothingDueAt = -1;
    }

    private boolean emptied() {
        return new Reading(dataSource).first(EMPTIED, _ -> true).isPresent();
    }

    /** Whether everything that was awarded up to a position is signed, or cannot be before the site has an address. */
    public boolean isIdle(long position) {
        return statements.get() == null || position == nothingDueAt;
    }

    private boolean anyDue() {
        return new Reading(dataSource).first(ANY_DUE, _ -> true).isPresent();
    }

    /** Everything that a badge says of itself names the site's address. */
    private void signAnewWhereMoved(String now) {
        if (now.equals(root)) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var moved = connection.prepareStatement(MOVED)) {
            moved.setString(1, now);
            moved.executeUpdate();
            root = now;
        } catch (SQLException e) {
            throw new Reading.Failure(e);
        }
    }

    private int sign(Statements now, Set<NetworkId> lacking) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int signed = sign(connection, now, lacking);
                connection.commit();
                return signed;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        } catch (SQLException e) {
            throw new Reading.Failure(e);
        }
    }

    private int sign(Connection connection, Statements now, Set<NetworkId> lacking) throws SQLException {
        var due = awards.of(due(connection));
        var said = contents.said(due.stream().map(Award::award).toList());
        var known = new HashMap<NetworkId, List<KnownKey>>();
        var issuers = new HashMap<NetworkId, Statements.Issuer>();
        int signed = 0;
        try (var store = connection.prepareStatement(STORE);
                var done = connection.prepareStatement(SIGNED)) {
            for (var award : due) {
                var keysOf = known(connection, award.network(), known);
                if (IssuerKeys.complete(keysOf)) {
                    var issuer = issuers.computeIfAbsent(award.network(), contents::issuer);
                    var last = said.getOrDefault(award.award(), award.awardedAt());
                    for (var language : Language.values()) {
                        store(store, new Signing.Said(award, issuer, last, language, List.of()), keysOf, now);
                    }
                    done.setString(1, now.addresses().root().toString());
                    done.setObject(2, award.award().value());
                    done.addBatch();
                    signed++;
                } else {
                    lacking.add(award.network());
                }
            }
            store.executeBatch();
            done.executeBatch();
        }
        return signed;
    }

    private void store(PreparedStatement store, Signing.Said said, List<KnownKey> keysOf, Statements now)
            throws SQLException {
        var award = said.award();
        var signed = signing.document(said, keysOf, now).orElseThrow();
        store.setObject(1, award.award().value());
        store.setString(2, said.language().tag());
        store.setString(3, now.addresses().root().toString());
        store.setObject(4, signed.key().id().value());
        store.setBytes(5, Signing.holdsSealedWords(award) ? null : signed.document());
        store.addBatch();
    }

    private static List<KnownKey> known(Connection connection, NetworkId network, Map<NetworkId, List<KnownKey>> known)
            throws SQLException {
        var keys = known.get(network);
        if (keys == null) {
            keys = IssuerKeys.held(connection, network);
            known.put(network, keys);
        }
        return keys;
    }

    private static List<AwardId> due(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(DUE)) {
            statement.setInt(1, AT_ONCE);
            try (var row = statement.executeQuery()) {
                var due = new ArrayList<AwardId>();
                while (row.next()) {
                    due.add(new AwardId(Reading.uuid(row, "award")));
                }
                return due;
            }
        }
    }
}
