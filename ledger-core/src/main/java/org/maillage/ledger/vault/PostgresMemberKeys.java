package org.maillage.ledger.vault;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.maillage.ledger.value.MemberId;

/** Wrapped keys in {@code vault.member_key}; each call is a transaction of its own, durable when it returns. */
public final class PostgresMemberKeys implements MemberKeys {

    private static final String FIND = """
        select member, wrapped, master_key_id from vault.member_key where member = any (?)
        """;

    private static final String KEEP = """
        insert into vault.member_key (member, wrapped, master_key_id)
        select * from unnest(?::uuid[], ?::bytea[], ?::text[])
        on conflict (member) do nothing
        """;

    private static final String DESTROY = """
        insert into vault.member_key (member, destroyed_at) values (?, now())
        on conflict (member) do update set wrapped = null, master_key_id = null, destroyed_at = now()
        where vault.member_key.destroyed_at is null
        """;

    private static final String OTHER = """
        select exists (select from vault.member_key where master_key_id <> ?)
        """;

    private final DataSource database;

    public PostgresMemberKeys(DataSource database) {
        this.database = database;
    }

    @Override
    public Map<MemberId, StoredKey> find(Collection<MemberId> members) {
        if (members.isEmpty()) {
            return Map.of();
        }
        return inTransaction(connection -> find(connection, members));
    }

    /** Both statements see what the other process has committed: the first waits for it where they meet. */
    @Override
    public Map<MemberId, StoredKey> keepIfAbsent(Map<MemberId, StoredKey.Wrapped> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        // In one order everywhere, so that two processes that make the same keys wait for each other and never in a
        // ring.
        var ordered = new TreeMap<MemberId, StoredKey.Wrapped>(Comparator.comparing(MemberId::toString));
        ordered.putAll(keys);
        var wrapped = ordered.values();
        return inTransaction(connection -> {
            try (var keep = connection.prepareStatement(KEEP)) {
                keep.setArray(1, uuids(connection, ordered.keySet()));
                keep.setArray(
                        2,
                        connection.createArrayOf(
                                "bytea",
                                wrapped.stream().map(StoredKey.Wrapped::bytes).toArray(byte[][]::new)));
                keep.setArray(
                        3,
                        connection.createArrayOf(
                                "text",
                                wrapped.stream()
                                        .map(StoredKey.Wrapped::masterKeyId)
                                        .toArray()));
                keep.executeUpdate();
            }
            return find(connection, ordered.keySet());
        });
    }

    @Override
    public void destroy(MemberId member) {
        inTransaction(connection -> {
            try (var destroy = connection.prepareStatement(DESTROY)) {
                destroy.setObject(1, member.value());
                return destroy.executeUpdate();
            }
        });
    }

    @Override
    public boolean anyWrappedByOther(String masterKeyId) {
        return inTransaction(connection -> {
            try (var other = connection.prepareStatement(OTHER)) {
                other.setString(1, masterKeyId);
                try (var row = other.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        });
    }

    private static Map<MemberId, StoredKey> find(Connection connection, Collection<MemberId> members)
            throws SQLException {
        try (var find = connection.prepareStatement(FIND)) {
            find.setArray(1, uuids(connection, members));
            return read(find);
        }
    }

    private static Array uuids(Connection connection, Collection<MemberId> members) throws SQLException {
        return connection.createArrayOf(
                "uuid", members.stream().map(MemberId::value).toArray());
    }

    private static Map<MemberId, StoredKey> read(PreparedStatement find) throws SQLException {
        var found = new HashMap<MemberId, StoredKey>();
        try (var rows = find.executeQuery()) {
            while (rows.next()) {
                var wrapped = rows.getBytes("wrapped");
                found.put(
                        new MemberId(rows.getObject("member", UUID.class)),
                        wrapped == null
                                ? new StoredKey.Destroyed()
                                : new StoredKey.Wrapped(wrapped, rows.getString("master_key_id")));
            }
        }
        return found;
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of the vault cannot be reached", e);
        }
    }
}
