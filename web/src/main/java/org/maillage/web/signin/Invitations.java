package org.maillage.web.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.vault.Vault;
import org.maillage.web.mail.Letter;
import org.maillage.web.mail.Post;
import org.maillage.web.token.SecretToken;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links with which somebody takes a membership as theirs: random, kept as hashes, thirty days. */
@Component
public final class Invitations {

    private static final Duration LIFE = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Post post;
    private final PublicAddress address;
    private final MessageSource messages;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Vault vault, Post post, PublicAddress address, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.post = post;
        this.address = address;
        this.messages = messages;
        this.clock = clock;
    }

    /** Sends somebody the link with which they take a membership. */
    public void send(NetworkId network, String networkName, MemberId member, EmailAddress to, Locale locale) {
        var token = SecretToken.next("");
        jdbc.sql("""
            insert into web.invitation (token_hash, network, member, email_hmac, expires_at) values (?, ?, ?, ?, ?)
            """)
                .params(
                        token.hash(),
                        network.value(),
                        member.value(),
                        to.hmac(vault),
                        clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC))
                .update();
        var link = address.of("/rejoindre?jeton=" + token.text());
        post.send(new Letter(
                to.value(),
                messages.getMessage("signin.invitation.subject", new Object[] {networkName}, locale),
                messages.getMessage(
                        "signin.invitation.body", new Object[] {networkName, link, LIFE.toDays()}, locale)));
    }

    /** What a link is for; empty where it is unknown, used or too old. */
    Optional<Invitation> find(SecretToken token) {
        return jdbc.sql("""
            select network, member, email_hmac from web.invitation
            where token_hash = ? and used_at is null and expires_at > ?
            """)
                .params(token.hash(), clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Invitation(
                        new NetworkId(row.getObject(1, UUID.class)),
                        new MemberId(row.getObject(2, UUID.class)),
                        HexFormat.of().formatHex(row.getBytes(3))))
                .optional();
    }

    /** Uses a link up. */
    void used(SecretToken token) {
        jdbc.sql("update web.invitation set used_at = ? where token_hash = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), token.hash())
                .update();
    }

    /** The membership that a link is for, and the keyed hash, hex, of the address that it went to. */
    record Invitation(NetworkId network, MemberId member, String emailHmac) {}
}
