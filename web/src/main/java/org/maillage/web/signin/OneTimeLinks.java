package org.maillage.web.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.token.SecretToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links that open a session once, within fifteen minutes. */
@Component
class OneTimeLinks {

    static final Duration LIFE = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new link's token for a person. */
    SecretToken make(PersonId person) {
        var token = SecretToken.next("");
        jdbc.sql("insert into web.one_time_link (token_hash, person, expires_at) values (?, ?, ?)")
                .params(token.hash(), person.value(), clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    /** Uses a token up; empty where it is unknown, used or too old. The person's other links end with it. */
    @Transactional
    Optional<PersonId> use(SecretToken token) {
        var person = jdbc.sql("delete from web.one_time_link where token_hash = ? and expires_at > ? returning person")
                .params(token.hash(), clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
        jdbc.sql("delete from web.one_time_link where person = ? or expires_at <= ?")
                .params(person.orElse(new UUID(0, 0)), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return person.map(PersonId::new);
    }
}
