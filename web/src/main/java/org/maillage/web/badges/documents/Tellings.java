package org.maillage.web.badges.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.maillage.badge.credential.HashedIdentity;
import org.maillage.badge.issue.IssuedBadge.Telling;
import org.maillage.badge.question.Award;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.vault.Vault;
import org.maillage.web.profile.KeptOfMembers;
import org.maillage.web.signin.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For which of their badges members asked that it tell a platform their e-mail address, hashed. */
@Component
final class Tellings implements KeptOfMembers {

    private static final int SALT = 16;
    private static final int SECRET = 16;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tellings(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** What a badge tells; empty where its member did not ask for it. */
    Optional<Telling> of(Award award) {
        return jdbc.sql("select hash, salt from web.badge_telling where award = ? and member = ?")
                .params(award.award().value(), award.member().value())
                .query((row, _) -> new HashedIdentity(row.getString(1), row.getString(2)))
                .optional()
                .map(identity -> new Telling(identity, secret(award, identity)));
    }

    /** What a badge tells to whoever has the end of its address; empty for any other end. */
    Optional<Telling> opened(Award award, String secret) {
        return of(award)
                .filter(telling -> MessageDigest.isEqual(telling.secret().getBytes(UTF_8), secret.getBytes(UTF_8)));
    }

    /** Lets a badge tell an address, by a salt of its own; again with another address, by another. */
    void ask(Award award, EmailAddress address) {
        var known = of(award);
        if (known.isPresent() && known.get().identity().isOf(address.value())) {
            return;
        }
        var salt = new byte[SALT];
        random.nextBytes(salt);
        var identity = HashedIdentity.ofEmail(address.value(), HexFormat.of().formatHex(salt));
        jdbc.sql("""
            insert into web.badge_telling (award, member, hash, salt, asked_at) values (?, ?, ?, ?, ?)
            on conflict (award) do update set hash = excluded.hash, salt = excluded.salt, asked_at = excluded.asked_at
            """)
                .params(
                        award.award().value(),
                        award.member().value(),
                        identity.hash(),
                        identity.salt(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends it: the hosted document is gone, and no file is made any more. */
    void end(Award award) {
        jdbc.sql("delete from web.badge_telling where award = ?")
                .param(award.award().value())
                .update();
    }

    @Override
    public void forget(MemberId member) {
        jdbc.sql("delete from web.badge_telling where member = ?")
                .param(member.value())
                .update();
    }

    private String secret(Award award, HashedIdentity identity) {
        var hash = vault.hmac(("badge-telling:" + award.award() + ":" + identity.salt()).getBytes(UTF_8));
        return HexFormat.of().formatHex(hash, 0, SECRET);
    }
}
