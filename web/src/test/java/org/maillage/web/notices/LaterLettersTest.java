package org.maillage.web.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maillage.web.mail.Post;
import org.maillage.web.mail.Retries;
import org.maillage.web.testing.RunningProgram;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters that come later: the digest of a day, and those that were refused. */
@RunningProgram
class LaterLettersTest extends NoticeScene {

    @Autowired
    Digests digests;

    @Autowired
    org.maillage.web.frame.Words words;

    @Autowired
    org.maillage.web.wiring.PublicAddress address;

    @Autowired
    Post post;

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

    @Test
    void a_digest_that_is_not_taken_is_written_again_on_the_same_day() {
        var claire = reachable(made.claire());
        var held = views.members().membershipsOf(made.claire().person()).getFirst();
        var zone = ZoneId.of("Europe/Paris");
        var late = Clock.fixed(
                clock.instant()
                        .atZone(zone)
                        .toLocalDate()
                        .atTime(23, 0)
                        .atZone(zone)
                        .toInstant(),
                zone);
        network.claim(made, made.nadia());
        jdbc.sql("insert into web.notice_network (network, stirred_at) values (?, now())")
                .param(made.network().value())
                .update();

        digests(late, _ -> false).send(held);
        assertThat(sent(claire)).isEmpty();
        digests(late).send(held);
        digests(late).send(held);

        assertThat(only(claire).body()).contains("Une contribution est prête à valider");
    }

    @Test
    void the_digest_counts_a_question_behind_any_number_of_newer_claims() {
        choices.set(made.nadia().person(), NoticeKind.QUESTION, false);
        var held = views.members().membershipsOf(made.nadia().person()).getFirst();
        var zone = ZoneId.of("Europe/Paris");
        var late = Clock.fixed(
                clock.instant()
                        .atZone(zone)
                        .toLocalDate()
                        .atTime(23, 0)
                        .atZone(zone)
                        .toInstant(),
                zone);
        asked(made.nadia());
        for (int i = 0; i < 51; i++) {
            network.claim(made, made.nadia(), "Plus récente " + i);
        }

        digests(late).send(held);

        assertThat(only(nadia).body()).contains("Une question attend votre réponse.");
    }

    @Test
    void a_letter_that_is_refused_is_tried_again_later_and_keeps_nobody_waiting() {
        var claire = reachable(made.claire());
        // So far ahead that the program's own rounds leave them alone.
        var far = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1000));
        var claim = asked(made.nadia());
        waits(made.nadia(), claim, far);
        waits(made.claire(), claim, far);

        sendAll(letters(far, letter -> !letter.recipient().equals(nadia.value()) && post.send(letter)));
        assertThat(sent(nadia)).isEmpty();
        assertThat(sent(claire)).hasSize(1);
        assertThat(waiting()).isEqualTo(1);

        sendAll(letters(far.plusSeconds(59), post));
        assertThat(sent(nadia)).as("too early").isEmpty();
        sendAll(letters(far.plusSeconds(60), post));
        assertThat(sent(nadia)).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void a_letter_is_given_up_after_three_days_of_refusals() {
        var tried = IntStream.range(0, Retries.MOST - 1).mapToObj(Retries::rest).reduce(Duration.ZERO, Duration::plus);
        assertThat(tried).isBetween(Duration.ofDays(2), Duration.ofDays(4));
        var far = clock.instant().plus(Duration.ofDays(1000));
        waits(made.nadia(), asked(made.nadia()), far);
        jdbc.sql("update web.notice set tries = ? where member = ?")
                .params(Retries.MOST - 1, made.nadia().member().value())
                .update();
        assertThat(waiting()).isEqualTo(1);

        sendAll(letters(far, _ -> false));

        assertThat(waiting()).isZero();
    }

    private static void sendAll(NoticeLetters letters) {
        var more = true;
        while (more) {
            more = letters.send();
        }
    }

    private Digests digests(Clock at) {
        return digests(at, post);
    }

    private Digests digests(Clock at, Post by) {
        return new Digests(jdbc, transactions, feed, views, correspondents, choices, texts, words, address, by, at);
    }
}
