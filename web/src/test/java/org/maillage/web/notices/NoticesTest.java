package org.maillage.web.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Origin;
import org.maillage.ledger.contribution.ContributionCommand.AskClarification;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Decline;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.contribution.ContributionCommand.Undo;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.event.ContributionEvent.ClarificationAnswered;
import org.maillage.ledger.event.ContributionEvent.ClarificationAsked;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;
import org.maillage.ledger.event.ContributionEvent.Question;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.feed.JournalFeed;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.SealedText;
import org.maillage.web.testing.Patience;
import org.maillage.web.testing.RunningProgram;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Who is told what, once. The program's own rounds run as well, as another process would. */
@RunningProgram
class NoticesTest extends NoticeScene {

    @Autowired
    JournalFeed events;

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
                    var other = new NoticeFeed(jdbc, transactions, events, views, badges, clock);
                    while (other.gather()) {
                        letters.send();
                    }
                    while (letters.send()) {
                        letters.send();
                    }
                });
            }
        }
        Patience.await().until(() -> bodies(nadia).contains("Un 4") && waiting() == 0);
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
    void whoever_a_claim_cites_is_told_to_answer_for_their_share_unless_they_do_without() {
        var claire = reachable(made.claire());
        choices.set(made.nadia().person(), NoticeKind.SHARE, false);
        var unwanted = claimTogether();
        choices.set(made.nadia().person(), NoticeKind.SHARE, true);
        var wanted = claimTogether();

        var letter = only(nadia);
        assertThat(letter.subject()).isEqualTo("Votre part de «\u00a0Ensemble\u00a0» est à confirmer");
        assertThat(letter.body())
                .contains("Claire a déclaré", "/contributions/" + wanted)
                .doesNotContain(unwanted.toString());
        assertThat(sent(claire)).as("the author").isEmpty();
    }

    @Test
    void an_event_that_cannot_be_read_is_set_aside_and_those_after_it_are_told() {
        var own = new NoticeFeed(jdbc, transactions, events, views, badges, clock);
        var claim = network.claim(made, made.nadia());
        asClaire(new AskClarification(claim, made.network(), made.claire().member(), "Où ?"));
        assertThat(only(nadia).subject()).contains("Une question");
        var asked = last(ClarificationAsked.class);
        // No database holds this time, so that what stirs the network cannot be kept.
        var answered =
                new ClarificationAnswered(claim, made.network(), made.nadia().member(), new SealedText("scellé"));
        var odd = recorded(asked, asked.position() - 1, Instant.parse("+400000-01-01T00:00:00Z"), answered);
        var after = recorded(asked, asked.position(), asked.recordedAt(), asked.event());

        for (int tries = 0; tries < OddEvents.MOST_TRIES; tries++) {
            assertThatThrownBy(() -> own.read(List.of(odd, after))).isInstanceOf(DataAccessException.class);
        }
        own.read(List.of(odd, after));

        assertThat(letters(nadia, 2)).as("what came after it").hasSize(2);
        assertThat(aside(odd)).isEqualTo(1);
        own.readAside();
        assertThat(aside(odd)).as("read at last, as the journal holds it").isZero();
    }

    private Recorded last(Class<?> type) {
        return events.after(Math.max(0, events.position() - 100), 100).stream()
                .filter(recorded -> type.isInstance(recorded.event()))
                .reduce((_, newer) -> newer)
                .orElseThrow();
    }

    private static Recorded recorded(Recorded like, long position, Instant at, LedgerEvent event) {
        return new Recorded(
                position, like.stream(), 0, UUID.randomUUID(), at, like.actor(), null, like.commandId(), event);
    }

    private long aside(Recorded odd) {
        return jdbc.sql("select count(*) from web.notice_aside where position = ?")
                .param(odd.position())
                .query(Long.class)
                .single();
    }

    // Claire claims a workshop that she held with Nadia; returns once nothing waits to be told of it.
    private ContributionId claimTogether() {
        var claim = ContributionId.next();
        var day =
                clock.instant().atZone(ZoneId.of("Europe/Paris")).toLocalDate().minusDays(1);
        var shares = Stream.of(made.claire(), made.nadia())
                .map(one -> ClaimedShare.plain(
                        AccountId.of(one.member()), new KindCode("workshop-led"), Quantity.minutes(120), day))
                .toList();
        var claire = made.claire().member();
        asClaire(new Submit(
                claim,
                made.network(),
                claire,
                shares,
                "Ensemble",
                null,
                List.of(),
                Set.of(Question.values()),
                null,
                null));
        var position = events.position();
        Patience.await()
                .until(() -> jdbc.sql("select position from web.notice_feed")
                                        .query(Long.class)
                                        .single()
                                >= position
                        && waiting() == 0);
        return claim;
    }

    private void asClaire(LedgerCommand command) {
        var actor = Actor.person(made.claire().person());
        ledger.execute(command, Origin.of(actor, UUID.randomUUID().toString(), clock.instant()));
    }
}
