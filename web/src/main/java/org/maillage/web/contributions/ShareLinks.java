package org.maillage.web.contributions;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.vault.Vault;
import org.maillage.web.token.SecretToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links with which somebody answers for one share without an account (rule 1): not to be guessed, kept as hashes, thirty
 * days, one answer. A link is written together with the letter that is due: its own row says so until it went.
 */
@Component
class ShareLinks {

    static final Duration LIFE = Duration.ofDays(30);

    /** How long whoever took a letter has to send it. */
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Vault vault;
    private final Clock clock;

    ShareLinks(JdbcClient jdbc, PlatformTransactionManager transactions, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.vault = vault;
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

    /** A link whose letter is due, in the language that it is written in. */
    record Due(NetworkId network, ContributionId contribution, ShareId share, MemberId member, Locale language) {}

    /**
     * Writes the link of a share down, whose letter is due from now on. While none was sent, it is for whom it was written
     * last.
     */
    void make(Due due) {
        jdbc.sql("""
            insert into web.share_link (token_hash, network, contribution, share, member, language, expires_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (share) do update
                set member = excluded.member, language = excluded.language, expires_at = excluded.expires_at
                where share_link.sent_at is null
            """)
                .params(
                        secret(due.share()).hash(),
                        due.network().value(),
                        due.contribution().value(),
                        due.share().value(),
                        due.member().value(),
                        due.language().toLanguageTag(),
                        now().plus(LIFE))
                .update();
    }

    /** The secret of a share's link: it follows from the share, so that it can be written again and need not be kept. */
    SecretToken secret(ShareId share) {
        return SecretToken.of(vault.hmac(("share link " + share).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Takes the letters that are due, for whoever asks alone for a while; what is not said to be sent by then is due again.
     *
     * @param claim the claim that they are about; null for all
     */
    List<Due> take(@Nullable ContributionId claim) {
        return jdbc.sql("""
            update web.share_link set tried_at = :now
            where token_hash in (
                select token_hash from web.share_link
                where sent_at is null and expires_at > :now and (tried_at is null or tried_at < :before)
                    and (contribution = cast(:claim as uuid) or cast(:claim as uuid) is null)
                limit 100 for update skip locked)
            returning network, contribution, share, member, language
            """)
                .param("now", now())
                .param("before", now().minus(BETWEEN_TRIES))
                .param("claim", claim == null ? null : claim.value(), Types.OTHER)
                .query((row, _) -> new Due(
                        new NetworkId(row.getObject("network", UUID.class)),
                        new ContributionId(row.getObject("contribution", UUID.class)),
                        new ShareId(row.getObject("share", UUID.class)),
                        new MemberId(row.getObject("member", UUID.class)),
                        Locale.forLanguageTag(row.getString("language"))))
                .list();
    }

    /** Leaves a letter due, for whoever asks next. */
    void release(ShareId share) {
        jdbc.sql("update web.share_link set tried_at = null where share = ?")
                .param(share.value())
                .update();
    }

    /** Says that a letter went. */
    void sent(ShareId share) {
        jdbc.sql("update web.share_link set sent_at = ? where share = ?")
                .params(now(), share.value())
                .update();
    }

    /** Deletes a link that no letter is to bring. */
    void forget(ShareId share) {
        jdbc.sql("delete from web.share_link where share = ? and sent_at is null")
                .param(share.value())
                .update();
    }

    /** Deletes the links whose claim was not made within a day: nobody has them. */
    void forgetUnmade() {
        jdbc.sql("delete from web.share_link where sent_at is null and expires_at < ?")
                .param(now().plus(LIFE).minusDays(1))
                .update();
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

    /**
     * Gives the one answer that a link is for, and uses it up; of two at the same moment the second waits, and is not given.
     *
     * @return whether it was given; false where another one was
     */
    boolean answer(SecretToken token, Runnable answer) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            var open = jdbc.sql("select used_at is null from web.share_link where token_hash = ? for update")
                    .param(token.hash())
                    .query(Boolean.class)
                    .optional()
                    .orElse(false);
            if (open) {
                answer.run();
                jdbc.sql("update web.share_link set used_at = ? where token_hash = ?")
                        .params(now(), token.hash())
                        .update();
            }
            return open;
        }));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
