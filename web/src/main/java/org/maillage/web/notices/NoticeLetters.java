package org.maillage.web.notices;

import java.util.List;
import java.util.UUID;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.web.mail.Post;
import org.maillage.web.signin.Correspondents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is to be told: all that waits for a member of one kind in one letter. A notice goes in the transaction in
 * which its letter is handed over, so that two processes never take the same one.
 */
@Component
class NoticeLetters {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Correspondents correspondents;
    private final NoticeChoices choices;
    private final NoticeTexts texts;
    private final Post post;

    NoticeLetters(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Correspondents correspondents,
            NoticeChoices choices,
            NoticeTexts texts,
            Post post) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.correspondents = correspondents;
        this.choices = choices;
        this.texts = texts;
        this.post = post;
    }

    /** Sends the letter that waits longest; false where none waits. */
    boolean send() {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var first = jdbc.sql("select member, kind from web.notice order by id limit 1 for update skip locked")
                    .query((row, _) ->
                            new Pile(new MemberId(row.getObject(1, UUID.class)), NoticeKind.valueOf(row.getString(2))))
                    .optional();
            first.ifPresent(pile -> send(pile, take(pile)));
            return first.isPresent();
        }));
    }

    private List<Notice> take(Pile pile) {
        return jdbc.sql("""
            with taken as (
                delete from web.notice where id in (
                    select id from web.notice where member = ? and kind = ? for update skip locked)
                returning id, member, what, network, contribution)
            select member, what, network, contribution from taken order by id
            """)
                .params(pile.member().value(), pile.kind().name())
                .query((row, _) -> new Notice(
                        new MemberId(row.getObject(1, UUID.class)),
                        Notice.What.valueOf(row.getString(2)),
                        new NetworkId(row.getObject(3, UUID.class)),
                        new ContributionId(row.getObject(4, UUID.class))))
                .list();
    }

    private void send(Pile pile, List<Notice> notices) {
        correspondents
                .of(pile.member())
                .filter(to -> choices.wants(to.person(), pile.kind()))
                .flatMap(to -> texts.letter(to, notices))
                .ifPresent(post::send);
    }

    /** Whom one letter is for, and of which kind. */
    private record Pile(MemberId member, NoticeKind kind) {}
}
