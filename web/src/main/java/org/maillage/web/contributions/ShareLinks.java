package org.maillage.web.contributions;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.ShareId;
import org.maillage.web.token.SecretToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Links with which somebody answers for one share without an account (rule 1): random, kept as hashes, thirty days, one
 * answer.
 */
@Component
class ShareLinks {

    static final Duration LIFE = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    ShareLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where a link stands. */
    enum Standing {
        OPEN,
        USED,
        EXPIRED
    }

    /**
     * What a link is for.
     *
     * @param key names the answers that are given by it, so that the same one sent twice is one
     */
    record Link(
            NetworkId network,
            ContributionId contribution,
            ShareId share,
            MemberId member,
            Standing standing,
            String key) {}

    /** Whether a share has had its link. */
    boolean isMade(ShareId share) {
        return jdbc.sql("select exists (select 1 from web.share_link where share = ?)")
                .param(share.value())
                .query(Boolean.class)
                .single();
    }

    /** A new link for a share; empty where it has had one. */
    Optional<SecretToken> make(NetworkId network, ContributionId contribution, ShareId share, MemberId member) {
        var token = SecretToken.next("");
        int made = jdbc.sql("""
            insert into web.share_link (token_hash, network, contribution, share, member, expires_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (share) do nothing
            """)
                .params(
                        token.hash(),
                        network.value(),
                        contribution.value(),
                        share.value(),
                        member.value(),
                        now().plus(LIFE))
                .update();
        return made == 1 ? Optional.of(token) : Optional.empty();
    }

    /** What a link is for; empty where there is none. */
    Optional<Link> find(SecretToken token) {
        return jdbc.sql("""
            select network, contribution, share, member, used_at is not null as used, expires_at <= ? as expired
            from web.share_link where token_hash = ?
            """)
                .params(now(), token.hash())
                .query((row, _) -> new Link(
                        new NetworkId(row.getObject("network", UUID.class)),
                        new ContributionId(row.getObject("contribution", UUID.class)),
                        new ShareId(row.getObject("share", UUID.class)),
                        new MemberId(row.getObject("member", UUID.class)),
                        standing(row.getBoolean("used"), row.getBoolean("expired")),
                        "share-link:" + HexFormat.of().formatHex(token.hash(), 0, 16)))
                .optional();
    }

    private static Standing standing(boolean used, boolean expired) {
        if (used) {
            return Standing.USED;
        }
        return expired ? Standing.EXPIRED : Standing.OPEN;
    }

    /** Uses a link up. */
    void use(SecretToken token) {
        jdbc.sql("update web.share_link set used_at = ? where token_hash = ? and used_at is null")
                .params(now(), token.hash())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
