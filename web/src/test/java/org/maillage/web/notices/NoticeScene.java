package org.maillage.web.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.Origin;
import org.maillage.ledger.contribution.ContributionCommand.AskClarification;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.ContributionId;
import org.maillage.projection.Projections;
import org.maillage.web.mail.Post;
import org.maillage.web.signin.Correspondents;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.signin.SignIns;
import org.maillage.web.testing.Patience;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A network of which some can be written to, and what they were written. */
abstract class NoticeScene {

    @Autowired
    TestNetwork network;

    @Autowired
    Ledger ledger;

    @Autowired
    Projections views;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    BadgeNotices badges;

    @Autowired
    NoticeFeed feed;

    @Autowired
    NoticeLetters letters;

    @Autowired
    NoticeChoices choices;

    @Autowired
    Correspondents correspondents;

    @Autowired
    SignIns signIns;

    TestNetwork.Made made;
    EmailAddress nadia;

    @Autowired
    NoticeTexts texts;

    @BeforeEach
    void a_network_with_addresses() {
        made = network.make();
        nadia = reachable(made.nadia());
        // Letters about badges are told apart in BadgeNoticesTest.
        choices.set(made.nadia().person(), NoticeKind.BADGE, false);
    }

    // A claim with a question, of which the program's own rounds tell nobody.
    ContributionId asked(TestNetwork.Someone by) {
        var claim = network.claim(made, by);
        var outcome = ledger.execute(
                new AskClarification(claim, made.network(), made.claire().member(), "Où ?"),
                Origin.of(Actor.SYSTEM, UUID.randomUUID().toString(), clock.instant()));
        assertThat(views.awaitPosition(outcome.position(), Duration.ofSeconds(60)))
                .isTrue();
        return claim;
    }

    void waits(TestNetwork.Someone member, ContributionId claim, Instant until) {
        jdbc.sql("""
            insert into web.notice (event, member, kind, what, network, contribution, position, next_try)
            values (?, ?, 'QUESTION', 'ASKED', ?, ?, 1, ?)
            """)
                .params(
                        UUID.randomUUID(),
                        member.member().value(),
                        made.network().value(),
                        claim.value(),
                        until.atOffset(ZoneOffset.UTC))
                .update();
    }

    NoticeLetters letters(Instant at, Post by) {
        return new NoticeLetters(
                jdbc, transactions, correspondents, choices, texts, by, Clock.fixed(at, ZoneOffset.UTC));
    }

    EmailAddress reachable(TestNetwork.Someone someone) {
        var email = EmailAddress.read(UUID.randomUUID() + "@exemple.fr").orElseThrow();
        signIns.allow(email, someone.person());
        correspondents.keep(someone.member(), email);
        return email;
    }

    record Sent(String subject, String body) {}

    Sent only(EmailAddress to) {
        var sent = letters(to, 1);
        assertThat(sent).hasSize(1);
        return sent.getFirst();
    }

    List<Sent> letters(EmailAddress to, int count) {
        Patience.await().until(() -> sent(to).size() >= count && waiting() == 0);
        return sent(to);
    }

    long waiting() {
        return jdbc.sql("select count(*) from web.notice where member = ?")
                .param(made.nadia().member().value())
                .query(Long.class)
                .single();
    }

    String bodies(EmailAddress to) {
        return String.join("\n", sent(to).stream().map(Sent::body).toList());
    }

    List<Sent> sent(EmailAddress to) {
        return jdbc.sql("select subject, body from web.mailbox where recipient = ? order by id")
                .param(to.value())
                .query((row, _) -> new Sent(row.getString(1), row.getString(2)))
                .list();
    }
}
