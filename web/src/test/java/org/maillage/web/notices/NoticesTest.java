package org.maillage.web.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Origin;
import org.maillage.ledger.contribution.ContributionCommand.AskClarification;
import org.maillage.ledger.contribution.ContributionCommand.Decline;
import org.maillage.ledger.contribution.ContributionCommand.Undo;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;
import org.maillage.ledger.feed.JournalFeed;
import org.maillage.ledger.value.Actor;
import org.maillage.projection.Projections;
import org.maillage.web.signin.Correspondents;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.signin.SignIns;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Who is told what, once. The program's own rounds run as well, as another process would. */
@RunningProgram
class NoticesTest {

    @Autowired
    TestNetwork network;

    @Autowired
    Ledger ledger;

    @Autowired
    Projections views;

    @Autowired
    JournalFeed events;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    NoticeFeed feed;

    @Autowired
    NoticeLetters letters;

    @Autowired
    Digests digests;

    @Autowired
    NoticeChoices choices;

    @Autowired
    Correspondents correspondents;

    @Autowired
    SignIns signIns;

    private TestNetwork.Made made;
    private EmailAddress nadia;

    @BeforeEach
    void a_network_with_addresses() {
        made = network.make();
        nadia = reachable(made.nadia());
    }

    @Test
    void the_author_is_told_of_a_question_with_its_words_and_where_to_answer() {
        var claim = network.claim(made, made.nadia());
        asClaire(new AskClarification(claim, made.network(), made.claire().member(), "Avec qui était-ce ?"));

        var letter = only(nadia);
        assertThat(letter.subject()).isEqualTo("Une question sur «\u00a0Premiers pas\u00a0»");
        assertThat(letter.body())
                .startsWith("Bonjour Nadia,")
                .contains("Claire demande une précision", "Avec qui était-ce ?", "/contributions/" + claim)
                .contains("Val d’Arcelle", "/moi/notifications")
                .doesNotContain("{");
    }

    @Test
    void the_author_is_told_of_each_decision_in_their_language() {
        correspondents.speak(made.nadia().person(), Locale.ENGLISH);
        var claim = network.claim(made, made.nadia());
        asClaire(new Validate(claim, made.network(), made.claire().member(), List.of()));
        assertThat(only(nadia).body()).contains("Claire has validated", "It earns you 4\u00a0mailles.");

        asClaire(new Undo(claim, made.network(), made.claire().member()));
        assertThat(letters(nadia, 2).getLast().body()).contains("taken the decision back");
        asClaire(new Decline(
                claim, made.network(), made.claire().member(), DeclineReason.DUPLICATE, "Elle y est depuis mardi."));
        assertThat(letters(nadia, 3).getLast().body())
                .contains("Claire has declined", "Elle y est depuis mardi.", "second opinion");
    }

    @Test
    void two_processes_send_one_letter() throws InterruptedException {
        var claims = IntStream.range(0, 5)
                .mapToObj(i -> network.claim(made, made.nadia(), "Un " + i))
                .toList();
        try (var processes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var claim : claims) {
                asClaire(new Validate(claim, made.network(), made.claire().member(), List.of()));
            }
            for (int i = 0; i < 4; i++) {
                processes.execute(() -> {
                    var other = new NoticeFeed(jdbc, transactions, events, views, clock);
                    while (other.gather()) {
                        letters.send();
                    }
                    while (letters.send()) {
                        letters.send();
                    }
                });
            }
        }
        Awaitility.await().until(() -> bodies(nadia).contains("Un 4") && waiting() == 0);
        for (var claim : claims) {
            assertThat(bodies(nadia).split("/contributions/" + claim, -1))
                    .as("once")
                    .hasSize(2);
        }
    }

    @Test
    void history_of_the_program_and_of_imports_is_told_to_nobody() {
        var old = network.claim(made, made.nadia(), "Ancienne");
        network.validate(made, old);
        var claim = network.claim(made, made.nadia(), "Nouvelle");
        asClaire(new Validate(claim, made.network(), made.claire().member(), List.of()));

        assertThat(only(nadia).body()).contains("Nouvelle").doesNotContain("Ancienne");
    }

    @Test
    void letters_begin_where_the_journal_stands() {
        var position = jdbc.sql("select position from web.notice_feed")
                .query(Long.class)
                .single();
        feed.begin();
        assertThat(jdbc.sql("select position from web.notice_feed")
                        .query(Long.class)
                        .single())
                .as("a second start goes on where the first came to")
                .isGreaterThanOrEqualTo(position);
        assertThat(feed.since()).isBefore(clock.instant());
    }

    @Test
    void who_wants_no_letters_of_a_kind_receives_none_of_it() {
        choices.set(made.nadia().person(), NoticeKind.DECISION, false);
        var claim = network.claim(made, made.nadia());
        asClaire(new Validate(claim, made.network(), made.claire().member(), List.of()));
        asClaire(new Undo(claim, made.network(), made.claire().member()));
        asClaire(new AskClarification(claim, made.network(), made.claire().member(), "Où ?"));

        assertThat(only(nadia).subject()).contains("Une question");
    }

    @Test
    void the_digest_comes_once_a_day_and_only_where_something_waits() {
        var claire = reachable(made.claire());
        var held = views.members().membershipsOf(made.claire().person()).getFirst();
        var morning =
                clock.instant().atZone(java.time.ZoneId.of("Europe/Paris")).toLocalDate();
        var late = Clock.fixed(
                morning.atTime(23, 0)
                        .atZone(java.time.ZoneId.of("Europe/Paris"))
                        .toInstant(),
                clock.getZone());
        var early = Clock.fixed(
                morning.atTime(6, 0).atZone(java.time.ZoneId.of("Europe/Paris")).toInstant(), clock.getZone());
        network.claim(made, made.nadia());

        digests(late).send(held);
        assertThat(bodies(claire)).as("history alone").isEmpty();
        jdbc.sql("delete from web.notice_digest where member = ?")
                .param(held.member().value())
                .update();
        jdbc.sql("insert into web.notice_network (network, stirred_at) values (?, now())")
                .param(made.network().value())
                .update();
        digests(early).send(held);
        assertThat(bodies(claire)).as("too early").isEmpty();
        digests(late).send(held);
        digests(late).send(held);

        assertThat(only(claire).body()).contains("Une contribution est prête à valider", "/coordination/valider");
    }

    @Autowired
    org.maillage.web.frame.Words words;

    @Autowired
    org.maillage.web.wiring.PublicAddress address;

    @Autowired
    org.maillage.web.mail.Post post;

    @Autowired
    NoticeTexts texts;

    private Digests digests(Clock at) {
        return new Digests(jdbc, transactions, feed, views, correspondents, choices, texts, words, address, post, at);
    }

    private EmailAddress reachable(TestNetwork.Someone someone) {
        var email = EmailAddress.read(UUID.randomUUID() + "@exemple.fr").orElseThrow();
        signIns.allow(email, someone.person());
        correspondents.keep(someone.member(), email);
        return email;
    }

    private void asClaire(LedgerCommand command) {
        var actor = Actor.person(made.claire().person());
        ledger.execute(command, Origin.of(actor, UUID.randomUUID().toString(), clock.instant()));
    }

    private record Sent(String subject, String body) {}

    private Sent only(EmailAddress to) {
        var sent = letters(to, 1);
        assertThat(sent).hasSize(1);
        return sent.getFirst();
    }

    private List<Sent> letters(EmailAddress to, int count) {
        Awaitility.await().until(() -> sent(to).size() >= count && waiting() == 0);
        return sent(to);
    }

    private long waiting() {
        return jdbc.sql("select count(*) from web.notice where member = ?")
                .param(made.nadia().member().value())
                .query(Long.class)
                .single();
    }

    private String bodies(EmailAddress to) {
        return String.join("\n", sent(to).stream().map(Sent::body).toList());
    }

    private List<Sent> sent(EmailAddress to) {
        return jdbc.sql("select subject, body from web.mailbox where recipient = ? order by id")
                .param(to.value())
                .query((row, _) -> new Sent(row.getString(1), row.getString(2)))
                .list();
    }
}
