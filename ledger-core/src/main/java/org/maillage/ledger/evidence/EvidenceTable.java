package org.maillage.ledger.evidence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.vault.Vault.Place;

/** The rows of {@code vault.evidence_file}. */
final class EvidenceTable {

    /**
     * What is kept of a file, all but its bytes.
     *
     * @param size bytes in the clear
     * @param match keyed hash of what was handed in
     * @param sha256 of the sealed bytes, hex
     */
    record Row(
            EvidenceId id, List<MemberId> members, Place place, Format format, int size, String match, String sha256) {}

    private static final String FIND = """
        select members, stream, event, field, format, size, match, sha256
        from vault.evidence_file where evidence = ?
        """;

    private static final String SEALED = "select sealed from vault.evidence_file where evidence = ?";

    private static final String KEEP = """
        insert into vault.evidence_file (evidence, members, stream, event, field, format, size, match, sha256, sealed)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (evidence) do nothing
        """;

    private static final String DELETE = "delete from vault.evidence_file where evidence = ?";

    private static final String DELETE_ABOUT = "delete from vault.evidence_file where members @> array [?::uuid]";

    private final DataSource database;

    EvidenceTable(DataSource database) {
        this.database = database;
    }

    Optional<Row> find(EvidenceId id) {
        return on(FIND, statement -> {
            statement.setObject(1, id.value());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(row(id, rows)) : Optional.empty();
            }
        });
    }

    Optional<byte[]> sealed(EvidenceId id) {
        return on(SEALED, statement -> {
            statement.setObject(1, id.value());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        });
    }

    /** Keeps a file, durably, unless its id is there already. */
    void keepIfAbsent(Row row, byte[] sealed) {
        on(KEEP, statement -> {
            var members = row.members().stream().map(MemberId::value).toArray();
            statement.setObject(1, row.id().value());
            statement.setArray(2, statement.getConnection().createArrayOf("uuid", members));
            statement.setString(3, row.place().stream().value());
            statement.setString(4, row.place().event());
            statement.setString(5, row.place().field());
            statement.setString(6, row.format().name());
            statement.setInt(7, row.size());
            statement.setString(8, row.match());
            statement.setString(9, row.sha256());
            statement.setBytes(10, sealed);
            return statement.executeUpdate();
        });
    }

    void delete(EvidenceId id) {
        on(DELETE, statement -> {
            statement.setObject(1, id.value());
            return statement.executeUpdate();
        });
    }

    int deleteAbout(MemberId member) {
        return on(DELETE_ABOUT, statement -> {
            statement.setObject(1, member.value());
            return statement.executeUpdate();
        });
    }

    private static Row row(EvidenceId id, ResultSet row) throws SQLException {
        var members = (UUID[]) row.getArray("members").getArray();
        return new Row(
                id,
                Arrays.stream(members).map(MemberId::new).toList(),
                new Place(new StreamId(row.getString("stream")), row.getString("event"), row.getString("field")),
                Format.valueOf(row.getString("format")),
                row.getInt("size"),
                row.getString("match"),
                row.getString("sha256"));
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T on(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(true);
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the files of evidence cannot be reached", e);
        }
    }
}
