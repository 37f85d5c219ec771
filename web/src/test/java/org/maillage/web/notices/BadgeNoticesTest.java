package org.maillage.web.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Origin;
import org.maillage.ledger.badge.AwardCommand.AskReview;
import org.maillage.ledger.badge.AwardCommand.AwardByHand;
import org.maillage.ledger.badge.AwardCommand.Revoke;
import org.maillage.ledger.badge.AwardCommand.Suspend;
import org.maillage.ledger.badge.DefinitionCommand.Define;
import org.maillage.ledger.event.AwardEvent.RevocationReason;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.BadgeText;
import org.maillage.ledger.value.BadgeTexts;
import org.maillage.web.frame.FormKey;
import org.maillage.web.signin.Correspondents;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.signin.SignIns;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.Patience;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What members are told about their badges, by letters; the program's own rounds send them. */
@RunningProgram
class BadgeNoticesTest {

    private static final Pattern ANSWER = Pattern.compile("(/coordination/badges/questions/[0-9a-f-]{36})");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Ledger ledger;

    @Autowired
    Badges badges;

    @Autowired
    BadgeNotices notices;

    @Autowired
    NoticeChoices choices;

    @Autowired
    Correspondents correspondents;

    @Autowired
    SignIns signIns;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private TestNetwork.Made made;
    private EmailAddress nadia;

    @BeforeEach
    void nadia_can_be_written_to() {
        made = network.make();
        nadia = EmailAddress.read(UUID.randomUUID() + "@exemple.fr").orElseThrow();
        signIns.allow(nadia, made.nadia().person());
        correspondents.keep(made.nadia().member(), nadia);
    }

    @Test
    void a_badge_that_the_ledger_awards_is_told_with_where_to_accept_it() {
        network.validate(made, network.claim(made, made.nadia()));

        var letter = letters(1).getFirst();
        assertThat(letter.subject()).isEqualTo("Un badge pour vous\u00a0: Première contribution");
        assertThat(letter.body())
                .startsWith("Bonjour Nadia,")
                .contains("Personne ne le voit avant que vous l’acceptiez", "/badges/" + first().award())
                .contains("/moi/notifications")
                .doesNotContain("{");
    }

    @Test
    void a_review_a_suspension_and_a_revocation_are_told_with_the_published_reason() {
        network.validate(made, network.claim(made, made.nadia()));
        letters(1);
        var award = first().award();
        var claire = made.claire().member();
        run(new AskReview(award, made.network(), claire, List.of()));
        assertThat(letters(2).getLast().body()).contains("Il reste valable tant que rien n’est décidé");
        run(new Suspend(award, made.network(), claire, null));
        assertThat(letters(3).getLast().subject()).contains("est suspendu");
        run(new Revoke(award, made.network(), claire, RevocationReason.OTHER, "L’atelier n’a pas eu lieu."));
        assertThat(letters(4).getLast().body())
                .contains("La coordination a retiré votre badge", "L’atelier n’a pas eu lieu.");
    }

    @Test
    void the_answer_to_a_question_about_a_badge_is_told_in_its_own_words() {
        var asking = TestNetwork.signedIn(port, "fr", made.nadia().person());
        var path = "/badges/questions/" + BadgeDefinitionId.shipped(made.network(), "lead.first-steps");
        asking.submit(path, Map.of("key", FormKey.next().toString(), "text", "Il manque mon atelier."));
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        var way = Browser.first(
                ANSWER, claire.open("/coordination/badges/a-revoir").body());
        claire.submit(way, Map.of("words", "Déclarez-le, je valide."));

        var letter = letters(1).getFirst();
        assertThat(letter.subject()).contains("La coordination vous répond", "Animer, premiers pas");
        assertThat(letter.body())
                .startsWith("Bonjour Nadia,")
                .contains("Déclarez-le, je valide.", path, "/moi/notifications")
                .doesNotContain("{");
        claire.submit(way, Map.of("words", "Encore."));
        assertThat(waiting()).isZero();
    }

    @Test
    void a_badge_that_ends_soon_is_told_once() {
        var id = BadgeDefinitionId.next();
        var text = new BadgeText("Veiller", "Veille.", "Une décision.");
        var content = new BadgeContent(
                null, BadgeStep.PRACTICE, new BadgeTexts(text, text), new BadgeRule.ByHand(), List.of(), 1);
        run(new Define(id, made.network(), made.claire().member(), content, null));
        run(new AwardByHand(
                id, made.network(), made.nadia().member(), made.claire().member(), "Elle veille.", null, false));
        assertThat(letters(1).getFirst().body()).contains("Veiller");
        TestNetwork.quiet(badges);
        jdbc.sql("update badge.award set expires = ? where network = ?")
                .params(
                        LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"))
                                .plusDays(20),
                        made.network().value())
                .update();

        notices.ending();
        assertThat(letters(2).getLast().body()).contains("est valable jusqu’au", "le prolongent d’elles-mêmes");
        notices.ending();
        assertThat(waiting()).isZero();
    }

    @Test
    void who_wants_no_letters_about_badges_receives_none() {
        choices.set(made.nadia().person(), NoticeKind.BADGE, false);
        network.validate(made, network.claim(made, made.nadia()));
        var until = badges.position();
        Patience.await()
                .until(() -> waiting() == 0
                        && jdbc.sql("select position from web.notice_feed")
                                        .query(Long.class)
                                        .single()
                                >= until);
        assertThat(sent()).isEmpty();
    }

    private void run(LedgerCommand command) {
        var done = ledger.execute(
                command,
                Origin.of(
                        Actor.person(made.claire().person()), UUID.randomUUID().toString(), Instant.now()));
        assertThat(badges.awaitPosition(done.position(), java.time.Duration.ofSeconds(30)))
                .isTrue();
    }

    private Award first() {
        return badges.awards()
                .of(made.network(), made.nadia().member(), LocalDate.now(ZoneId.of("Europe/Paris")))
                .getFirst();
    }

    private record Sent(String subject, String body) {}

    private List<Sent> letters(int count) {
        Patience.await().until(() -> sent().size() >= count && waiting() == 0);
        assertThat(sent()).hasSize(count);
        return sent();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from web.badge_notice where member = ?")
                .param(made.nadia().member().value())
                .query(Long.class)
                .single();
    }

    private List<Sent> sent() {
        return jdbc.sql("select subject, body from web.mailbox where recipient = ? order by id")
                .param(nadia.value())
                .query((row, _) -> new Sent(row.getString(1), row.getString(2)))
                .list();
    }
}
