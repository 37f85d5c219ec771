package org.maillage.web.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Personal tokens: shown once, kept as hashes, ended by their date or by their owner. */
@Component
public final class ApiTokens {

    /** What every token starts with, so that one that was left somewhere is recognised. */
    public static final String PREFIX = "maillage_";

    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @param id made by whoever asks, so that asking again makes no second one
     * @param name what its owner calls it, 1 to 80 characters
     * @param writes whether it may change anything
     * @return its text, which is nowhere else; empty where one of this id was made before
     */
    public Optional<SecretToken> make(UUID id, PersonId person, String name, boolean writes, Duration life) {
        var token = SecretToken.next(PREFIX);
        int made = jdbc.sql("""
            insert into web.api_token (id, token_hash, person, name, writes, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """)
                .params(id, token.hash(), person.value(), name, writes, now(), now().plus(life))
                .update();
        return made == 0 ? Optional.empty() : Optional.of(token);
    }

    /** Whose token it is and what it may do, noting its use; empty where unknown, revoked or expired. */
    Optional<TokenAuthentication> authenticate(SecretToken token) {
        var found = jdbc.sql("""
            select id, person, writes, last_used_at from web.api_token
            where token_hash = ? and revoked_at is null and expires_at > ?
            """)
                .params(token.hash(), now())
                .query((row, _) -> new Found(
                        row.getObject(1, UUID.class),
                        new PersonId(row.getObject(2, UUID.class)),
                        row.getBoolean(3),
                        row.getObject(4, OffsetDateTime.class)))
                .optional();
        found.filter(f -> f.usedBefore(now().minus(USE_IS_NOTED_EVERY)))
                .ifPresent(f -> jdbc.sql("update web.api_token set last_used_at = ? where id = ?")
                        .params(now(), f.id())
                        .update());
        return found.map(f -> new TokenAuthentication(f.person(), f.writes()));
    }

    /** A person's tokens that still work, newest first. */
    public List<ApiToken> of(PersonId person) {
        return jdbc.sql("""
            select id, name, writes, created_at, expires_at, last_used_at from web.api_token
            where person = ? and revoked_at is null and expires_at > ? order by created_at desc
            """)
                .params(person.value(), now())
                .query((row, _) -> new ApiToken(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        instant(row.getObject(6, OffsetDateTime.class))))
                .list();
    }

    /** Ends a token of a person's; another's is left alone. */
    public void revoke(PersonId person, UUID id) {
        jdbc.sql("update web.api_token set revoked_at = ? where id = ? and person = ? and revoked_at is null")
                .params(now(), id, person.value())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** A token as its owner sees it; {@code lastUsedAt} is null where it was never used. */
    public record ApiToken(
            UUID id,
            String name,
            boolean writes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    private record Found(
            UUID id,
            PersonId person,
            boolean writes,
            @Nullable OffsetDateTime lastUsedAt) {

        boolean usedBefore(OffsetDateTime time) {
            return lastUsedAt == null || lastUsedAt.isBefore(time);
        }
    }
}
