package org.maillage.web.notices;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.web.frame.Words;
import org.maillage.web.mail.Letter;
import org.maillage.web.mail.Post;
import org.maillage.web.mail.Retries;
import org.maillage.web.notices.BadgeNotice.What;
import org.maillage.web.signin.Correspondents;
import org.maillage.web.signin.Correspondents.Correspondent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is to be told about badges: all that waits for a member in one letter, in the transaction in which its rows go.
 * Where the letter is not taken, it is tried again as the others are.
 */
@Component
class BadgeLetters {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Correspondents correspondents;
    private final NoticeChoices choices;
    private final NoticeTexts texts;
    private final BadgeNews news;
    private final Words words;
    private final Post post;
    private final Clock clock;

    BadgeLetters(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Correspondents correspondents,
            NoticeChoices choices,
            NoticeTexts texts,
            BadgeNews news,
            Words words,
            Post post,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.correspondents = correspondents;
        this.choices = choices;
        this.texts = texts;
        this.news = news;
        this.words = words;
        this.post = post;
        this.clock = clock;
    }

    /** A notice in its row, and how often its letter was refused. */
    private record Waiting(long id, int tries, BadgeNotice notice) {}

    /** Sends the letter that waits longest of those whose time has come; false where there is none. */
    boolean send() {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var first = jdbc.sql("""
                select member from web.badge_notice where next_try <= ?
                order by next_try, id limit 1 for update skip locked
                """)
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .query((row, _) -> new MemberId(row.getObject(1, UUID.class)))
                    .optional();
            first.ifPresent(member -> send(member, waiting(member)));
            return first.isPresent();
        }));
    }

    private List<Waiting> waiting(MemberId member) {
        return jdbc.sql("""
            select id, tries, what, network, about from web.badge_notice where member = ?
            order by id for update skip locked
            """)
                .param(member.value())
                .query((row, _) -> new Waiting(
                        row.getLong(1),
                        row.getInt(2),
                        new BadgeNotice(
                                member,
                                What.valueOf(row.getString(3)),
                                new NetworkId(row.getObject(4, UUID.class)),
                                row.getObject(5, UUID.class))))
                .list();
    }

    private void send(MemberId member, List<Waiting> waiting) {
        var taken = correspondents
                .of(member)
                .filter(to -> choices.wants(to.person(), NoticeKind.BADGE))
                .flatMap(to -> letter(to, waiting))
                .map(post::send)
                .orElse(true);
        for (var one : waiting) {
            if (taken || one.tries() + 1 >= Retries.MOST) {
                jdbc.sql("delete from web.badge_notice where id = ?")
                        .param(one.id())
                        .update();
            } else {
                var next = clock.instant().plus(Retries.rest(one.tries()));
                jdbc.sql("update web.badge_notice set tries = tries + 1, next_try = ? where id = ?")
                        .params(next.atOffset(ZoneOffset.UTC), one.id())
                        .update();
            }
        }
    }

    /** One letter; empty where nothing of it is still so. */
    private Optional<Letter> letter(Correspondent to, List<Waiting> waiting) {
        var told = waiting.stream()
                .flatMap(one -> news.of(one.notice(), to.locale()).stream())
                .toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        var first = waiting.getFirst().notice();
        var about = told.size() == 1
                ? told.getFirst().subject()
                : words.say("notice.badge.subject.several", to.locale(), told.size());
        var parts = told.stream().map(BadgeNews.Told::part).toList();
        return Optional.of(texts.letter(to, first.network(), first.member(), about, parts));
    }
}
