package org.maillage.badge.issue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.maillage.badge.proof.KeptKey;
import org.maillage.badge.proof.KeyKind;
import org.maillage.badge.proof.SigningKey;
import org.maillage.badge.question.Reading;
import org.maillage.ledger.value.IssuerKeyId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.vault.SecretWrapping;

/** Private halves in their tables, wrapped by the master key; they follow from nothing, so no rebuild empties these. */
final class SecretKeys {

    private static final String USABLE = """
        select s.key, s.kind, s.public_key from badge.kept_key s left join badge.issuer_key k on k.key = s.key
         where s.network = ? and k.retired_at is null and k.compromised_since is null order by s.key
        """;

    private static final String KEEP =
            "insert into badge.kept_key (key, network, kind, public_key, wrapped) values (?, ?, ?, ?, ?)";

    private final DataSource dataSource;
    private final Reading reading;
    private final SecretWrapping wrapping;

    SecretKeys(DataSource dataSource, SecretWrapping wrapping) {
        this.dataSource = dataSource;
        this.reading = new Reading(dataSource);
        this.wrapping = wrapping;
    }

    /** What everybody may know of a kept key. */
    record Kept(IssuerKeyId id, KeyKind kind, String publicKey) {}

    SecretWrapping wrapping() {
        return wrapping;
    }

    Optional<KeptKey> issuerKey(IssuerKeyId id) {
        return reading.first(
                "select kind, wrapped from badge.kept_key where key = ?",
                row -> IssuerKeys.kept(id.value(), KeyKind.valueOf(row.getString("kind")), row.getBytes("wrapped")),
                id.value());
    }

    /** The keys of a network that sign, or that the ledger is still to be told of: one of each kind at least. */
    List<Kept> usable(NetworkId network) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            lock(connection, network.value());
            var usable = usable(connection, network);
            for (var kind : KeyKind.values()) {
                if (usable.stream().noneMatch(key -> key.kind() == kind)) {
                    usable.add(make(connection, IssuerKeyId.next(), network, kind));
                }
            }
            connection.commit();
            return usable;
        } catch (SQLException e) {
            throw new Reading.Failure(e);
        }
    }

    /** The key of this name, made where there is none. */
    Kept issuerKey(IssuerKeyId id, NetworkId network, KeyKind kind) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            lock(connection, network.value());
            var known = reading.first(
                    "select public_key from badge.kept_key where key = ? and network = ? and kind = ?",
                    row -> new Kept(id, kind, row.getString("public_key")),
                    id.value(),
                    network.value(),
                    kind.name());
            var key = known.isPresent() ? known.get() : make(connection, id, network, kind);
            connection.commit();
            return key;
        } catch (SQLException e) {
            throw new Reading.Failure(e);
        }
    }

    /** The key of somebody who endorses, made once. */
    SigningKey.Ed25519 endorserKey(UUID endorser) {
        return kept(endorser).orElseGet(() -> {
            var made = KeptKey.keep(IssuerKeys.name(endorser), SigningKey.generate(KeyKind.ED25519), wrapping);
            reading.change(
                    "insert into badge.endorser_key (endorser, wrapped) values (?, ?) on conflict (endorser) do"
                            + " nothing",
                    endorser,
                    made.wrapped());
            return kept(endorser).orElseThrow();
        });
    }

    private Optional<SigningKey.Ed25519> kept(UUID endorser) {
        return reading.first(
                        "select wrapped from badge.endorser_key where endorser = ?",
                        row -> IssuerKeys.kept(endorser, KeyKind.ED25519, row.getBytes("wrapped")),
                        endorser)
                .map(key -> (SigningKey.Ed25519) key.open(wrapping));
    }

    private static void lock(Connection connection, UUID network) throws SQLException {
        try (var statement =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended('issuer-keys ' || ?, 0))")) {
            statement.setString(1, network.toString());
            statement.execute();
        }
    }

    private static List<Kept> usable(Connection connection, NetworkId network) throws SQLException {
        try (var statement = connection.prepareStatement(USABLE)) {
            statement.setObject(1, network.value());
            try (var row = statement.executeQuery()) {
                var usable = new ArrayList<Kept>();
                while (row.next()) {
                    usable.add(new Kept(
                            new IssuerKeyId(Reading.uuid(row, "key")),
                            KeyKind.valueOf(row.getString("kind")),
                            row.getString("public_key")));
                }
                return usable;
            }
        }
    }

    private Kept make(Connection connection, IssuerKeyId id, NetworkId network, KeyKind kind) throws SQLException {
        var secret = SigningKey.generate(kind);
        var made = new Kept(id, kind, PublicKeyText.of(secret.verifying()));
        var wrapped = KeptKey.keep(IssuerKeys.name(made.id().value()), secret, wrapping);
        try (var statement = connection.prepareStatement(KEEP)) {
            statement.setObject(1, made.id().value());
            statement.setObject(2, network.value());
            statement.setString(3, kind.name());
            statement.setString(4, made.publicKey());
            statement.setBytes(5, wrapped.wrapped());
            statement.executeUpdate();
        }
        return made;
    }
}
