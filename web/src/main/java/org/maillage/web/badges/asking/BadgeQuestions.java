package org.maillage.web.badges.asking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.vault.KeyDestroyed;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.member.Standing;
import org.maillage.web.profile.KeptOfMembers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Questions of members about a badge, one at a time for each badge, and what they were answered. */
@Component
public final class BadgeQuestions implements KeptOfMembers {

    private static final String COLUMNS = """
        select id, member, definition, words, asked_at, answer, answered_at from web.badge_question
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher others;
    private final Vault vault;
    private final Clock clock;

    BadgeQuestions(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher others,
            Vault vault,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.others = others;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * A question.
     *
     * @param words empty where the key is destroyed
     * @param answer null while nobody has answered
     */
    public record Question(
            UUID id,
            MemberId member,
            BadgeDefinitionId definition,
            String words,
            Instant askedAt,
            @Nullable String answer,
            @Nullable Instant answeredAt) {}

    /** Asks; where one's question about the badge still waits, these words take the place of the earlier ones. */
    void ask(UUID id, BadgeDefinitionId definition, String words, Standing standing) {
        jdbc.sql("""
            insert into web.badge_question (id, network, member, definition, words, asked_at) values (?, ?, ?, ?, ?, ?)
            on conflict (member, definition) where answered_at is null do update set words = excluded.words
            """)
                .params(
                        id,
                        standing.network().value(),
                        standing.member().value(),
                        definition.value(),
                        seal(words, standing.member(), "words"),
                        now())
                .update();
    }

    /** One's own questions about a badge, the newest first. */
    List<Question> of(Standing standing, BadgeDefinitionId definition) {
        return jdbc.sql(COLUMNS + "where member = ? and definition = ? order by asked_at desc limit 20")
                .params(standing.member().value(), definition.value())
                .query((row, _) -> question(row))
                .list();
    }

    /** One's own questions of the last while: those that wait, and those that were answered. */
    public List<Question> of(Standing standing) {
        return jdbc.sql(COLUMNS + "where member = ? order by asked_at desc limit 20")
                .param(standing.member().value())
                .query((row, _) -> question(row))
                .list();
    }

    /** Those of a network that wait, the longest waiting first. */
    public List<Question> waiting(NetworkId network) {
        return jdbc.sql(COLUMNS + "where network = ? and answered_at is null order by asked_at, id limit 200")
                .param(network.value())
                .query((row, _) -> question(row))
                .list();
    }

    /** How many of a network wait. */
    public long count(NetworkId network) {
        return jdbc.sql("select count(*) from web.badge_question where network = ? and answered_at is null")
                .param(network.value())
                .query(Long.class)
                .single();
    }

    /** One of a network that waits; empty where it was answered meanwhile, or there is none. */
    public Optional<Question> waiting(UUID id, NetworkId network) {
        return jdbc.sql(COLUMNS + "where id = ? and network = ? and answered_at is null")
                .params(id, network.value())
                .query((row, _) -> question(row))
                .optional();
    }

    /** A question was answered. */
    public record Answered(UUID question, MemberId member, NetworkId network) {}

    /** Answers a question, and lets others know in the same transaction; returns false where somebody else did first. */
    public boolean answer(Question question, String answer, Standing by) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean first = jdbc.sql("""
                update web.badge_question set answer = ?, answered_by = ?, answered_at = ?
                 where id = ? and answered_at is null
                """)
                            .params(
                                    seal(answer, question.member(), "answer"),
                                    by.member().value(),
                                    now(),
                                    question.id())
                            .update()
                    == 1;
            if (first) {
                others.publishEvent(new Answered(question.id(), question.member(), by.network()));
            }
            return first;
        }));
    }

    /** One that was answered; empty where it was not, or is gone with its member. */
    public Optional<Question> answered(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ? and answered_at is not null")
                .param(id)
                .query((row, _) -> question(row))
                .optional();
    }

    @Override
    public void forget(MemberId member) {
        jdbc.sql("delete from web.badge_question where member = ?")
                .param(member.value())
                .update();
    }

    private Question question(ResultSet row) throws SQLException {
        var member = new MemberId(row.getObject("member", UUID.class));
        var answer = row.getString("answer");
        var at = row.getObject("answered_at", OffsetDateTime.class);
        return new Question(
                row.getObject("id", UUID.class),
                member,
                new BadgeDefinitionId(row.getObject("definition", UUID.class)),
                open(row.getString("words"), member, "words"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                answer == null ? null : open(answer, member, "answer"),
                at == null ? null : at.toInstant());
    }

    private String seal(String text, MemberId about, String field) {
        try {
            return vault.seal(text, List.of(about), place(about, field)).envelope();
        } catch (KeyDestroyed _) {
            return ""; // whoever was erased asks nothing more
        }
    }

    private String open(String sealed, MemberId about, String field) {
        return sealed.isEmpty()
                ? ""
                : vault.open(new SealedText(sealed), place(about, field)).orElse("");
    }

    private static Vault.Place place(MemberId member, String field) {
        return new Vault.Place(StreamId.of(member), "web.badge-question", field);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
