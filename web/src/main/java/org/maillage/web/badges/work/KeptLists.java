package org.maillage.web.badges.work;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.member.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists that coordinators have sent, for a week: read over, then awarded, then looked up. */
@Component
final class KeptLists {

    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    KeptLists(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * A list as it was sent.
     *
     * @param outcomes what became of each row, in order; null before it was awarded
     */
    record Kept(UUID id, String text, @Nullable List<String> outcomes) {}

    /** Keeps a list; sent again, it stays as it is. Those of more than a week ago go. @throws Refused for another file */
    void keep(UUID id, String text, Standing standing) {
        var now = clock.instant();
        jdbc.sql("delete from web.badge_list where sent_at < ?")
                .param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
            insert into web.badge_list (id, network, member, sealed, sent_at) values (?, ?, ?, ?, ?)
            on conflict do nothing
            """)
                .params(
                        id,
                        standing.network().value(),
                        standing.member().value(),
                        vault.seal(text, List.of(standing.member()), place(id)).envelope(),
                        now.atOffset(ZoneOffset.UTC))
                .update();
        Refused.when(find(id, standing).filter(kept -> kept.text().equals(text)).isEmpty(), Reason.KEY_REUSED);
    }

    /** One's own list; empty where it is somebody else's, of another network, or no longer kept. */
    Optional<Kept> find(UUID id, Standing standing) {
        return jdbc.sql("select sealed, outcomes from web.badge_list where id = ? and network = ? and member = ?")
                .params(id, standing.network().value(), standing.member().value())
                .query((row, _) -> new Stored(new SealedText(row.getString(1)), row.getString(2)))
                .optional()
                .flatMap(stored -> vault.open(stored.sealed(), place(id))
                        .map(text -> new Kept(id, text, outcomes(stored.outcomes()))));
    }

    private record Stored(SealedText sealed, @Nullable String outcomes) {}

    private static @Nullable List<String> outcomes(@Nullable String text) {
        return text == null ? null : List.of(text.split(",", -1));
    }

    /** Keeps what became of each row, the first time. */
    void done(UUID id, List<String> outcomes) {
        jdbc.sql("update web.badge_list set outcomes = ? where id = ? and outcomes is null")
                .params(String.join(",", outcomes), id)
                .update();
    }

    private static Vault.Place place(UUID id) {
        return new Vault.Place(new StreamId("badge-list/" + id), "badge-list.sent", "text");
    }
}
