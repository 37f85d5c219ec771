package org.maillage.web.notices;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.Award.Acceptance;
import org.maillage.badge.question.Award.Standing;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.AsOf;
import org.maillage.web.badges.BadgeWords;
import org.maillage.web.frame.Words;
import org.maillage.web.mail.Letter;
import org.maillage.web.mail.Post;
import org.maillage.web.mail.Retries;
import org.maillage.web.notices.BadgeNotice.What;
import org.maillage.web.signin.Correspondents;
import org.maillage.web.signin.Correspondents.Correspondent;
import org.maillage.web.wiring.PublicAddress;
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
    private final Badges badges;
    private final Correspondents correspondents;
    private final NoticeChoices choices;
    private final NoticeTexts texts;
    private final BadgeWords said;
    private final Words words;
    private final PublicAddress address;
    private final Post post;
    private final Clock clock;

    BadgeLetters(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Badges badges,
            Correspondents correspondents,
            NoticeChoices choices,
            NoticeTexts texts,
            BadgeWords said,
            Words words,
            PublicAddress address,
            Post post,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.badges = badges;
        this.correspondents = correspondents;
        this.choices = choices;
        this.texts = texts;
        this.said = said;
        this.words = words;
        this.address = address;
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
            select id, tries, what, network, award from web.badge_notice where member = ?
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
                                new AwardId(row.getObject(5, UUID.class)))))
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
        var locale = to.locale();
        var parts = new ArrayList<String>();
        var subject = "";
        for (var one : waiting) {
            var notice = one.notice();
            var award = badges.awards()
                    .find(notice.network(), notice.award(), AsOf.NOW)
                    .filter(found -> isStillSo(notice.what(), found));
            if (award.isPresent()) {
                var name = BadgeWords.text(award.get().content(), locale).name();
                subject = words.say("notice.badge.subject." + notice.what(), locale, name);
                parts.add(part(notice.what(), award.get(), name, locale));
            }
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var first = waiting.getFirst().notice();
        var about = parts.size() == 1 ? subject : words.say("notice.badge.subject.several", locale, parts.size());
        return Optional.of(texts.letter(to, first.network(), first.member(), about, parts));
    }

    // What was undone before its letter left is told by what stands now.
    private static boolean isStillSo(What what, Award award) {
        return switch (what) {
            case AWARDED -> award.acceptance() == Acceptance.WAITING && award.standing() != Standing.REVOKED;
            case REVIEWED -> award.review() != null;
            case SUSPENDED -> award.standing() == Standing.SUSPENDED;
            case REINSTATED -> award.standing() == Standing.VALID;
            case REVOKED -> award.standing() == Standing.REVOKED;
            case ENDING -> award.standing() == Standing.VALID && award.expires() != null;
        };
    }

    private String part(What what, Award award, String name, Locale locale) {
        var page = address.of("/badges/" + award.award());
        return switch (what) {
            case AWARDED, REVIEWED, SUSPENDED, REINSTATED -> words.say("notice.badge.part." + what, locale, name, page);
            case REVOKED -> words.say("notice.badge.part.REVOKED", locale, name, published(award, locale), page);
            case ENDING -> words.say("notice.badge.part.ENDING", locale, name, lastDay(award, locale), page);
        };
    }

    private String published(Award award, Locale locale) {
        var published = Objects.requireNonNull(award.revocation()).published();
        return published == null || published.isBlank() ? "" : " " + words.say("words.quote", locale, published);
    }

    private String lastDay(Award award, Locale locale) {
        return said.day(Objects.requireNonNull(award.expires()), locale);
    }
}
