package org.maillage.badge.question;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.IssuerEvent.KeyAlgorithm;
import org.maillage.ledger.value.IssuerKeyId;
import org.maillage.ledger.value.NetworkId;

/** The public keys with which networks sign and have signed. */
public final class IssuerKeys {

    private final Reading reading;

    public IssuerKeys(Reading reading) {
        this.reading = reading;
    }

    /**
     * A key.
     *
     * @param publicKey DER of a SubjectPublicKeyInfo in base64url without padding
     * @param retired since when it signs no more; null while it signs
     * @param compromised since when what it signed proves nothing, never before it was added; null where all of it does
     */
    public record Key(
            IssuerKeyId key,
            KeyAlgorithm algorithm,
            String publicKey,
            Instant added,
            @Nullable Instant retired,
            @Nullable Instant compromised) {

        /** What tells it apart for people: the first 16 hexadecimal digits of the public key's SHA-256. */
        public String print() {
            return HexFormat.of().formatHex(sha256(Base64.getUrlDecoder().decode(publicKey)), 0, 8);
        }

        private static byte[] sha256(byte[] bytes) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(bytes);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("this Java has no SHA-256", e);
            }
        }
    }

    /** The keys of a network, the earliest first, those of the past too. */
    public List<Key> of(NetworkId network) {
        return reading.list("""
            select key, algorithm, public_key, added_at, retired_at,
                   case when compromised_since < added_at then added_at else compromised_since end as compromised_since
              from badge.issuer_key
             where network = ? order by added_at, key
            """, IssuerKeys::key, network.value());
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                new IssuerKeyId(Reading.uuid(row, "key")),
                KeyAlgorithm.valueOf(row.getString("algorithm")),
                row.getString("public_key"),
                Reading.time(row, "added_at"),
                timeIfAny(row, "retired_at"),
                timeIfAny(row, "compromised_since"));
    }

    private static @Nullable Instant timeIfAny(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
