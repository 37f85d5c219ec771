package org.maillage.web.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.MemberEvent.Via;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.vault.Vault;
import org.maillage.web.token.SecretToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links and codes with which somebody takes a membership as theirs: random, kept as hashes, used once. A membership has
 * one at a time: a new one ends those before it.
 */
@Component
class JoinSecrets {

    /** How long a link or a code works. */
    static final Duration LIFE = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    JoinSecrets(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** The link of a letter to an address, which opening it proves. */
    @Transactional
    public SecretToken invitation(NetworkId network, MemberId member, EmailAddress to) {
        endSecrets(member);
        var token = SecretToken.next("");
        keep(token.hash(), new Invitation(network, member, hex(to), Via.INVITATION), LIFE);
        return token;
    }

    /** Keeps a link that is handed over. */
    @Transactional
    public void link(NetworkId network, MemberId member, SecretToken token) {
        end(member);
        keep(token.hash(), new Invitation(network, member, null, Via.LINK), LIFE);
    }

    /** Keeps a code that is printed. */
    @Transactional
    public void code(NetworkId network, MemberId member, JoinCode code) {
        end(member);
        keep(code.hmac(vault), new Invitation(network, member, null, Via.CODE), LIFE);
    }

    /** The link of a letter with which the holder of a link or a code proves an address, within fifteen minutes. */
    SecretToken proof(Invitation held, EmailAddress of) {
        var token = SecretToken.next("");
        keep(token.hash(), new Invitation(held.network(), held.member(), hex(of), held.via()), OneTimeLinks.LIFE);
        return token;
    }

    /** What a link or a code is for; empty where it is unknown, used, replaced or too old. */
    Optional<Invitation> find(String typed) {
        return find(typed, true);
    }

    /** What a link or a code was for that works no more. */
    Optional<Invitation> findEnded(String typed) {
        return find(typed, false);
    }

    private Optional<Invitation> find(String typed, boolean works) {
        return jdbc.sql("""
            select network, member, email_hmac, via from web.invitation
            where token_hash = ? and (used_at is null and expires_at > ?) = ?
            """)
                .params(kept(typed), now(), works)
                .query((row, _) -> new Invitation(
                        new NetworkId(row.getObject(1, UUID.class)),
                        new MemberId(row.getObject(2, UUID.class)),
                        hex(row.getBytes(3)),
                        Via.valueOf(row.getString(4))))
                .optional();
    }

    /** Ends whatever lets somebody take a membership, and what would: a letter that waits to go. */
    void end(MemberId member) {
        jdbc.sql("delete from web.invitation_waiting where member = ?")
                .param(member.value())
                .update();
        endSecrets(member);
    }

    private void endSecrets(MemberId member) {
        jdbc.sql("update web.invitation set used_at = ? where member = ? and used_at is null")
                .params(now(), member.value())
                .update();
    }

    private void keep(byte[] hash, Invitation invitation, Duration life) {
        var hmac = invitation.emailHmac();
        jdbc.sql("""
            insert into web.invitation (token_hash, network, member, email_hmac, via, expires_at)
            values (:hash, :network, :member, :hmac, :via, :expires)
            """)
                .param("hash", hash)
                .param("network", invitation.network().value())
                .param("member", invitation.member().value())
                .param("hmac", hmac == null ? null : HexFormat.of().parseHex(hmac), java.sql.Types.BINARY)
                .param("via", invitation.via().name())
                .param("expires", now().plus(life))
                .update();
    }

    private byte[] kept(String typed) {
        return JoinCode.read(typed)
                .map(code -> code.hmac(vault))
                .orElseGet(() -> new SecretToken(typed.strip()).hash());
    }

    private String hex(EmailAddress address) {
        return HexFormat.of().formatHex(address.hmac(vault));
    }

    private static @Nullable String hex(byte @Nullable [] hmac) {
        return hmac == null ? null : HexFormat.of().formatHex(hmac);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * The membership that a link or a code is for.
     *
     * @param emailHmac the keyed hash, hex, of the address that it went to; null where its holder has to prove one
     */
    record Invitation(
            NetworkId network, MemberId member, @Nullable String emailHmac, Via via) {}
}
