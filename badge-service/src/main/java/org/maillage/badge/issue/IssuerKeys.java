package org.maillage.badge.issue;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.proof.KeptKey;
import org.maillage.badge.proof.KeyKind;
import org.maillage.badge.proof.Signer;
import org.maillage.badge.proof.SigningKey;
import org.maillage.badge.question.Reading;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.Origin;
import org.maillage.ledger.Outcome;
import org.maillage.ledger.badge.IssuerCommand;
import org.maillage.ledger.badge.IssuerCommand.AddIssuerKey;
import org.maillage.ledger.badge.IssuerCommand.RetireIssuerKey;
import org.maillage.ledger.event.IssuerEvent.KeyAlgorithm;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.IssuerKeyId;
import org.maillage.ledger.value.NetworkId;

/**
 * The keys of networks. The journal says which there are; the private halves stand beside it, wrapped by the master key,
 * and are made once, when a network's first badge is to be signed.
 */
public final class IssuerKeys {

    private static final String SCOPE = "issuer-keys";
    private static final UUID NAMESPACE = UUID.fromString("0c8f2f39-2f4e-5d6c-8c53-6a6b1f2d9a41");

    // No key was stolen before there was it, whatever an older version of this program let somebody report.
    private static final String KNOWN = """
        select k.key, k.network, k.algorithm, k.public_key, k.added_at, k.retired_at,
               case when k.compromised_since < k.added_at then k.added_at else k.compromised_since end
                   as compromised_since,
               exists (select from badge.kept_key s where s.key = k.key) as kept
          from badge.issuer_key k where k.network = ? order by k.added_at, k.key
        """;

    private static final String KNOWN_HELD = KNOWN + " for share of k";

    private static final String LACKING = """
        select k.network from badge.issuer_key k left join badge.kept_key s on s.key = k.key group by k.network
        having count(distinct k.algorithm) filter
               (where s.key is not null and k.retired_at is null and k.compromised_since is null) < ?
        """;

    private static final String UNTOLD = """
        select distinct s.network from badge.kept_key s
         where not exists (select from badge.issuer_key k where k.key = s.key)
        """;

    private static final String REPLACED = """
        select old.key, old.network from badge.issuer_key old
         where old.retired_at is null and old.compromised_since is null and exists
               (select from badge.issuer_key k join badge.kept_key s on s.key = k.key
                 where k.network = old.network and k.algorithm = old.algorithm
                   and k.retired_at is null and k.compromised_since is null
                   and (k.added_at, k.key) > (old.added_at, old.key))
         order by old.added_at, old.key
        """;

    private final DataSource dataSource;
    private final SecretKeys secrets;
    private final Ledger ledger;
    private final Clock clock;
    private final Map<IssuerKeyId, SigningKey> opened = new ConcurrentHashMap<>();

    IssuerKeys(DataSource dataSource, SecretKeys secrets, Ledger ledger, Clock clock) {
        this.dataSource = dataSource;
        this.secrets = secrets;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The keys of a network that the tables know, the earliest first. */
    List<KnownKey> of(NetworkId network) {
        return new Reading(dataSource).list(KNOWN, IssuerKeys::known, network.value());
    }

    /** As {@link #of(NetworkId)}; none of them is reported as stolen before the transaction ends. */
    static List<KnownKey> held(Connection connection, NetworkId network) throws SQLException {
        try (var statement = connection.prepareStatement(KNOWN_HELD)) {
            statement.setObject(1, network.value());
            try (var row = statement.executeQuery()) {
                var keys = new ArrayList<KnownKey>();
                while (row.next()) {
                    keys.add(known(row));
                }
                return keys;
            }
        }
    }

    /**
     * Networks that have signed, and have no key any more of some kind: it was stolen. And those with a private half of
     * which the journal does not know: whoever made it was stopped before telling it.
     */
    Set<NetworkId> lacking() {
        var reading = new Reading(dataSource);
        var lacking = new LinkedHashSet<NetworkId>();
        lacking.addAll(reading.list(LACKING, IssuerKeys::network, KeyKind.values().length));
        lacking.addAll(reading.list(UNTOLD, IssuerKeys::network));
        return lacking;
    }

    private static NetworkId network(ResultSet row) throws SQLException {
        return new NetworkId(Reading.uuid(row, "network"));
    }

    /**
     * Lets keys sign no more in whose place a newer one signs: whoever renewed them was stopped before saying so.
     *
     * @return how many the ledger let retire now; none where it had, and the tables have yet to follow
     */
    int retireReplaced() {
        int retired = 0;
        var replaced = new Reading(dataSource)
                .list(
                        REPLACED,
                        row -> new RetireIssuerKey(new IssuerKeyId(Reading.uuid(row, "key")), network(row), null));
        for (var command : replaced) {
            retired += appended(ledger.execute(command, origin("retired " + command.key())));
        }
        return retired;
    }

    /** Whether a network has a key of each kind that signs. */
    static boolean complete(List<KnownKey> keys) {
        for (var kind : KeyKind.values()) {
            if (keys.stream().noneMatch(key -> key.kind() == kind && key.signs())) {
                return false;
            }
        }
        return true;
    }

    /** The private half under the name by which others find the public one. */
    Signer signer(KnownKey key, Addresses at) {
        var secret = opened.computeIfAbsent(
                key.id(), id -> secrets.issuerKey(id).orElseThrow().open(secrets.wrapping()));
        return new Signer(at.key(key.network(), key.id()), at.issuer(key.network()), secret);
    }

    /**
     * Sees to it that a network has keys that sign. Of several processes one makes them, and each asks the ledger for
     * the same.
     *
     * @return of how many the ledger was told now; none where it knew, and the tables have yet to follow
     */
    int make(NetworkId network) {
        int told = 0;
        for (var kept : secrets.usable(network)) {
            told += appended(ledger.execute(add(network, kept), origin(kept.id().toString())));
        }
        return told;
    }

    // The tables of a network may stand still: what is asked for again then is nothing that was done.
    private static int appended(Outcome outcome) {
        return outcome.repeated() || outcome.events() == 0 ? 0 : 1;
    }

    /**
     * What lets new keys sign in place of those that do: to be asked of the ledger in this order. The private halves are
     * kept already; from there on whoever signs goes on with it, should whoever asks be stopped.
     *
     * @param names of the new keys, one of each kind: asked again with the same, there are no further ones
     */
    public List<IssuerCommand> rotation(NetworkId network, Function<KeyKind, IssuerKeyId> names) {
        var commands = new ArrayList<IssuerCommand>();
        for (var kind : KeyKind.values()) {
            commands.add(add(network, secrets.issuerKey(names.apply(kind), network, kind)));
        }
        var fresh = commands.stream().map(IssuerCommand::key).toList();
        of(network).stream()
                .filter(key -> key.retired() == null && !fresh.contains(key.id()))
                .forEach(key -> commands.add(new RetireIssuerKey(key.id(), network, null)));
        return commands;
    }

    private static AddIssuerKey add(NetworkId network, SecretKeys.Kept kept) {
        var algorithm = switch (kept.kind()) {
            case ED25519 -> KeyAlgorithm.ED25519;
            case RSA -> KeyAlgorithm.RSA;
        };
        return new AddIssuerKey(kept.id(), network, null, algorithm, kept.publicKey());
    }

    private Origin origin(String key) {
        return new Origin(Id.named(NAMESPACE, key), SCOPE, key, Actor.SYSTEM, null, clock.instant());
    }

    private static KnownKey known(ResultSet row) throws SQLException {
        var kind = switch (KeyAlgorithm.valueOf(row.getString("algorithm"))) {
            case ED25519 -> KeyKind.ED25519;
            case RSA -> KeyKind.RSA;
        };
        return new KnownKey(
                new IssuerKeyId(Reading.uuid(row, "key")),
                new NetworkId(Reading.uuid(row, "network")),
                kind,
                PublicKeyText.read(kind, row.getString("public_key")),
                row.getBoolean("kept"),
                Reading.time(row, "added_at"),
                timeOrNull(row, "retired_at"),
                timeOrNull(row, "compromised_since"));
    }

    private static java.time.@Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The name that a kept key is bound to: the same wherever the site is moved. */
    static URI name(UUID key) {
        return URI.create("urn:uuid:" + key);
    }

    static KeptKey kept(UUID key, KeyKind kind, byte[] wrapped) {
        return new KeptKey(name(key), kind, wrapped);
    }
}
