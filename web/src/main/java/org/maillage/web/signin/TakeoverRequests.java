package org.maillage.web.signin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.vault.Vault;
import org.maillage.web.signin.Takeovers.Form;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Links and codes that were asked for under a key of the requester's, so that the same request is answered alike. The
 * secret follows from the key and a secret of the installation; it is not kept.
 */
@Component
class TakeoverRequests {

    private final JdbcClient jdbc;
    private final Vault vault;

    TakeoverRequests(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** What a request was for. */
    record Request(NetworkId network, MemberId member, Form form, Instant until) {

        boolean isFor(MemberId other, Form asked) {
            return member.equals(other) && form == asked;
        }
    }

    /** The secret of a request, 32 bytes. */
    byte[] secret(String principal, String key) {
        return vault.hmac(("takeover " + principal + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** What was asked for under a key; empty where nothing was. */
    Optional<Request> find(String principal, String key) {
        return jdbc.sql("""
            select network, member, via, expires_at from web.takeover_request where principal = ? and key = ?
            """)
                .params(principal, key)
                .query((row, _) -> new Request(
                        new NetworkId(row.getObject(1, UUID.class)),
                        new MemberId(row.getObject(2, UUID.class)),
                        Form.valueOf(row.getString(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Keeps what is asked for; false where the key is taken. */
    boolean keep(String principal, String key, Request request) {
        return jdbc.sql("""
            insert into web.takeover_request (principal, key, network, member, via, expires_at)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
                        .params(
                                principal,
                                key,
                                request.network().value(),
                                request.member().value(),
                                request.form().name(),
                                request.until().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
