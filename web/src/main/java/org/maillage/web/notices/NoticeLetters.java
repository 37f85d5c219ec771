package org.maillage.web.notices;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.web.mail.Post;
import org.maillage.web.mail.Retries;
import org.maillage.web.signin.Correspondents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is to be told: all that waits for a member of one kind in one letter. A notice goes in the transaction in
 * which its letter is handed over, so that two processes never take the same one; where the letter is not taken, the
 * notice stays and is tried again, later each time, for about three days.
 */
@Component
class NoticeLetters {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeLetters.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Correspondents correspondents;
    private final NoticeChoices choices;
    private final NoticeTexts texts;
    private final Post post;
    private final Clock clock;

    NoticeLetters(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Correspondents correspondents,
            NoticeChoices choices,
            NoticeTexts texts,
            Post post,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.correspondents = correspondents;
        this.choices = choices;
        this.texts = texts;
        this.post = post;
        this.clock = clock;
    }

    /** Sends the letter that waits longest of those whose time has come; false where there is none. */
    boolean send() {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var first = jdbc.sql("""
                select member, kind from web.notice where next_try <= ?
                order by next_try, id limit 1 for update skip locked
                """)
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .query((row, _) ->
                            new Pile(new MemberId(row.getObject(1, UUID.class)), NoticeKind.valueOf(row.getString(2))))
                    .optional();
            first.ifPresent(pile -> send(pile, waiting(pile)));
            return first.isPresent();
        }));
    }

    private List<Waiting> waiting(Pile pile) {
        return jdbc.sql("""
            select member, what, network, contribution, id, tries from web.notice where member = ? and kind = ?
            order by id for update skip locked
            """)
                .params(pile.member().value(), pile.kind().name())
                .query((row, _) -> new Waiting(
                        row.getLong(5),
                        row.getInt(6),
                        new Notice(
                                new MemberId(row.getObject(1, UUID.class)),
                                Notice.What.valueOf(row.getString(2)),
                                new NetworkId(row.getObject(3, UUID.class)),
                                new ContributionId(row.getObject(4, UUID.class)))))
                .list();
    }

    private void send(Pile pile, List<Waiting> waiting) {
        var taken = correspondents
                .of(pile.member())
                .filter(to -> choices.wants(to.person(), pile.kind()))
                .flatMap(to ->
                        texts.letter(to, waiting.stream().map(Waiting::notice).toList()))
                .map(post::send)
                .orElse(true);
        for (var one : waiting) {
            if (taken || one.tries() + 1 >= Retries.MOST) {
                jdbc.sql("delete from web.notice where id = ?").param(one.id()).update();
            } else {
                keep(one);
            }
        }
        if (!taken && waiting.stream().anyMatch(one -> one.tries() + 1 >= Retries.MOST)) {
            LOG.warn("a letter of kind {} was given up after {} tries", pile.kind(), Retries.MOST);
        }
    }

    private void keep(Waiting one) {
        var next = clock.instant().plus(Retries.rest(one.tries()));
        jdbc.sql("update web.notice set tries = tries + 1, next_try = ? where id = ?")
                .params(next.atOffset(ZoneOffset.UTC), one.id())
                .update();
    }

    /** Whom one letter is for, and of which kind. */
    private record Pile(MemberId member, NoticeKind kind) {}

    /** A notice in its row, and how often its letter was refused. */
    private record Waiting(long id, int tries, Notice notice) {}
}
