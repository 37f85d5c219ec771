package org.maillage.web.notices;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.PersonId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.State;
import org.maillage.projection.contribution.TimelineFilter;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.Membership;
import org.maillage.projection.queue.Tab;
import org.maillage.web.frame.Words;
import org.maillage.web.mail.Letter;
import org.maillage.web.mail.Post;
import org.maillage.web.signin.Correspondents;
import org.maillage.web.signin.Correspondents.Correspondent;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Once a day, what waits: for the coordination, and for each member what no letter of its own has told. */
@Component
class Digests {

    /** Nobody is written to earlier in the day of their network. */
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private static final int A_PAGE = 50;
    private static final TimelineFilter ASKED = new TimelineFilter(Set.of(State.CLARIFICATION_ASKED), Set.of());

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final NoticeFeed feed;
    private final Projections views;
    private final Correspondents correspondents;
    private final NoticeChoices choices;
    private final NoticeTexts texts;
    private final Words words;
    private final PublicAddress address;
    private final Post post;
    private final Clock clock;

    Digests(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            NoticeFeed feed,
            Projections views,
            Correspondents correspondents,
            NoticeChoices choices,
            NoticeTexts texts,
            Words words,
            PublicAddress address,
            Post post,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.feed = feed;
        this.views = views;
        this.correspondents = correspondents;
        this.choices = choices;
        this.texts = texts;
        this.words = words;
        this.address = address;
        this.post = post;
        this.clock = clock;
    }

    /** Writes to everybody whose morning has come and who was not written to today. */
    void send() {
        var people = jdbc.sql("""
            select distinct s.person from web.sign_in s join web.letter_address a on a.email_hmac = s.email_hmac
            """)
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
        for (var person : people) {
            views.members().membershipsOf(person).forEach(this::send);
        }
    }

    /** Writes to one member, if their morning has come and they were not written to today. */
    void send(Membership held) {
        var network = views.networks().find(held.network());
        if (network.isEmpty()) {
            return;
        }
        var now = clock.instant().atZone(network.get().zone());
        if (!now.toLocalTime().isBefore(MORNING)) {
            once(held, NoticeKind.DIGEST, now.toLocalDate());
            once(held, NoticeKind.COORDINATION_DIGEST, now.toLocalDate());
        }
    }

    // The day of a letter that is not taken stays free: it is written at the next round.
    private void once(Membership held, NoticeKind kind, LocalDate day) {
        transaction.executeWithoutResult(status -> {
            if (takes(held, kind, day) && !write(held, kind)) {
                status.setRollbackOnly();
            }
        });
    }

    // Of two processes at once, the second waits for the first, and finds the day taken.
    private boolean takes(Membership held, NoticeKind kind, LocalDate day) {
        return jdbc.sql("""
            insert into web.notice_digest (member, kind, day) values (?, ?, ?)
            on conflict (member, kind) do update set day = excluded.day where web.notice_digest.day < excluded.day
            """).params(held.member().value(), kind.name(), day).update() == 1;
    }

    // False where there was something to say and its letter was not taken.
    private boolean write(Membership held, NoticeKind kind) {
        return views.members()
                .find(held.network(), held.member(), AsOf.NOW)
                .filter(member -> member.status() == Member.Status.JOINED)
                .filter(member -> kind != NoticeKind.COORDINATION_DIGEST || member.coordinator())
                .flatMap(_ -> correspondents.of(held.member()))
                .filter(to -> choices.wants(to.person(), kind))
                .flatMap(to -> letter(held, to, kind))
                .map(post::send)
                .orElse(true);
    }

    private Optional<Letter> letter(Membership held, Correspondent to, NoticeKind kind) {
        var coordination = kind == NoticeKind.COORDINATION_DIGEST;
        var subject = words.say(coordination ? "notice.coordination.subject" : "notice.digest.subject", to.locale());
        var parts = coordination ? coordination(held, to.locale()) : own(held, to);
        return parts.map(said -> texts.letter(to, held.network(), held.member(), subject, said));
    }

    private Optional<List<String>> own(Membership held, Correspondent to) {
        var since = feed.since();
        var locale = to.locale();
        var parts = new ArrayList<String>();
        long shares = views.contributions().waitingFor(held.network(), held.member()).stream()
                .filter(claim -> !claim.submittedAt().isBefore(since))
                .count();
        if (shares > 0) {
            parts.add(words.say("notice.digest.shares", locale, shares, address.of("/contributions")));
        }
        long questions = questions(held, since);
        if (questions > 0) {
            parts.add(words.say("notice.digest.questions", locale, questions, address.of("/contributions")));
        }
        views.contributions().entrustedTo(held.member()).stream()
                .filter(claim -> !claim.submittedAt().isBefore(since))
                .forEach(claim -> parts.add(words.say(
                        "notice.digest.entrusted", locale, address.of("/contributions/" + claim.contribution()))));
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    }

    // Asked by state: a question about an old claim waits behind any number of newer claims.
    private long questions(Membership held, Instant since) {
        long count = 0;
        @Nullable String cursor = null;
        do {
            var page = views.contributions().timeline(held.network(), held.member(), ASKED, cursor, A_PAGE);
            count += page.items().stream()
                    .filter(claim -> claim.by().equals(held.member())
                            && !claim.submittedAt().isBefore(since))
                    .count();
            cursor = page.next();
        } while (cursor != null);
        return count;
    }

    // A network in which nobody has stirred since letters began waits with nothing but its history.
    private Optional<List<String>> coordination(Membership held, Locale locale) {
        var stirred = jdbc.sql("select count(*) from web.notice_network where network = ?")
                .param(held.network().value())
                .query(Long.class)
                .single();
        var waiting = views.queue().waiting(held.network());
        long ready = waiting.getOrDefault(Tab.READY, 0L);
        long closer = waiting.getOrDefault(Tab.LOOK_CLOSER, 0L);
        if (stirred == 0 || ready + closer == 0) {
            return Optional.empty();
        }
        return Optional.of(List.of(
                words.say("notice.coordination.waiting", locale, ready, closer, address.of("/coordination/valider"))));
    }
}
