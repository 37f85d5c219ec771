package org.maillage.web.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.event.MemberEvent.Origin;
import org.maillage.ledger.member.MemberCommand.Enter;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Quantity;
import org.maillage.projection.contribution.Share;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.springframework.beans.factory.annotation.Autowired;

/** How those whom a claim cites answer without an account, and how the link reaches them. */
@RunningProgram
class CitedAnswerTest extends GroupClaimScene {

    @Autowired
    Ledger ledger;

    @Test
    void somebody_without_account_confirms_by_the_link_of_a_letter_and_once() {
        var claim = claimed(nadia.submit("/declarer", citing("Jeanne Roux")));
        assertThat(claim.shares()).hasSize(2);
        var link = link();

        var visitor = new Browser(port);
        assertThat(visitor.open(link).body())
                .contains("Nadia dit que vous avez animé 2\u00a0h ensemble.", "Jeanne Roux");
        visitor.open(link);
        assertThat(answer(claim)).as("opening it changes nothing").isEqualTo(Share.Answer.WAITING);

        assertThat(answer(visitor, link, Map.of("answer", "EXACT")).body()).contains("Merci, c’est noté");
        assertThat(answer(claim)).isEqualTo(Share.Answer.CONFIRMED);

        assertThat(visitor.open(link).statusCode()).isEqualTo(410);
        var again = answer(visitor, link, Map.of("answer", "ABSENT"));
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("Vous avez déjà répondu par ce lien");
        assertThat(answer(claim)).isEqualTo(Share.Answer.CONFIRMED);
    }

    @Test
    void a_share_is_corrected_by_the_link_and_what_cannot_be_read_is_said() {
        var claim = claimed(nadia.submit("/declarer", citing("Jeanne Roux")));
        var visitor = new Browser(port);
        var wrong = answer(visitor, link(), Map.of("answer", "CORRECTED", "hours", "30"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("jusqu’à 24 h", "value=\"30\"");

        answer(visitor, link(), Map.of("answer", "CORRECTED", "hours", "1", "minutes", "30"));
        assertThat(answer(claim)).isEqualTo(Share.Answer.CORRECTED);
    }

    @Test
    void a_link_that_is_unknown_too_old_or_of_a_closed_claim_says_so_in_its_own_words() {
        var visitor = new Browser(port);
        var unknown = visitor.open("/ma-part?jeton=nothing");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("Ce lien n’est pas connu ici");

        var claim = claimed(nadia.submit("/declarer", citing("Jeanne Roux")));
        jdbc.sql("update web.share_link set expires_at = now() - interval '1 day' where contribution = ?")
                .param(claim.contribution().value())
                .update();
        assertThat(visitor.open(link()).body()).contains("Ce lien ne sert plus", "trente jours");
        jdbc.sql("update web.share_link set expires_at = now() + interval '1 day' where contribution = ?")
                .param(claim.contribution().value())
                .update();
        nadia.submit("/contributions/" + claim.contribution() + "/retrait", Map.of("key", key()));
        assertThat(visitor.open(link()).body()).contains("n’attend plus de réponse");
    }

    @Test
    void a_link_of_a_share_that_lapsed_says_that_it_can_be_claimed_anew() {
        var claim = claimed(nadia.submit("/declarer", citing("Jeanne Roux")));
        var coordinator = made.claire().member();
        run(new Validate(claim.contribution(), made.network(), coordinator, List.of()));

        var late = new Browser(port).open(link());

        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(late.body())
                .contains("Cette contribution a été validée sans votre part", "peut être déclarée de nouveau");
    }

    @Test
    void a_letter_that_a_stop_left_out_goes_when_the_form_is_sent_again_and_once() {
        var fields = citing("Jeanne Roux");
        var claim = claimed(nadia.submit("/declarer", fields));
        assertThat(letters()).hasSize(1);
        jdbc.sql("delete from web.share_link where contribution = ?")
                .param(claim.contribution().value())
                .update();

        claimed(nadia.submit("/declarer", fields));
        assertThat(letters()).hasSize(2);
        claimed(nadia.submit("/declarer", fields));
        assertThat(letters()).hasSize(2);
        assertThat(new Browser(port).open(link()).body()).contains("Jeanne Roux");
    }

    /** The links are written before the claim is sent; a program that stops then leaves letters that are due. */
    @Test
    void a_stop_before_the_letter_leaves_it_due_and_it_goes_with_the_link_of_the_first_try() {
        var claim = claimed(nadia.submit("/declarer", citing("Jeanne Roux")));
        var first = link();
        var stopped = "update web.share_link set sent_at = null, tried_at = now() - interval '3 minutes'"
                + " where contribution = ?";
        assertThat(jdbc.sql(stopped).param(claim.contribution().value()).update())
                .isEqualTo(1);

        letters.sendLeft();

        assertThat(letters()).hasSize(2);
        assertThat(link()).isEqualTo(first);
        assertThat(new Browser(port).open(first).body()).contains("Jeanne Roux");
        letters.sendLeft();
        assertThat(letters()).as("once it went it is no longer due").hasSize(2);
    }

    /** As the page does it up to the stop: the rows are written, then the claim, and nothing was sent. */
    @Test
    void a_stop_between_the_row_and_the_letter_loses_no_letter() {
        var jeanne = MemberId.next();
        run(new Enter(jeanne, made.network(), made.claire().member(), Origin.COORDINATOR, "Jeanne Roux", null));
        var submit = together(jeanne);
        letters.prepare(submit, Map.of(jeanne, EmailAddress.read(email).orElseThrow()), Locale.FRENCH);
        letters.sendLeft();
        assertThat(letters())
                .as("nothing is told of a claim that is not there yet")
                .isEmpty();

        run(submit);
        letters.sendLeft();

        assertThat(letters()).hasSize(1);
        assertThat(new Browser(port).open(link()).body()).contains("Jeanne Roux");
        letters.sendLeft();
        assertThat(letters()).as("once it went it is no longer due").hasSize(1);
    }

    @Test
    void of_two_answers_at_the_same_moment_one_wins_and_the_other_is_told() throws Exception {
        var claim = claimed(nadia.submit("/declarer", citing("Jeanne Roux")));
        var link = link();
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var exact = threads.submit(() -> answerTogether(together, link, "EXACT"));
            var absent = threads.submit(() -> answerTogether(together, link, "ABSENT"));
            var codes = List.of(exact.get().statusCode(), absent.get().statusCode());

            assertThat(codes).containsExactlyInAnyOrder(200, 410);
            var told = exact.get().statusCode() == 410 ? exact.get() : absent.get();
            assertThat(told.body()).contains("Vous avez déjà répondu par ce lien");
            assertThat(answer(claim))
                    .isEqualTo(exact.get().statusCode() == 200 ? Share.Answer.CONFIRMED : Share.Answer.DENIED);
        }
    }

    private Submit together(MemberId jeanne) {
        var shares = Stream.of(made.nadia().member(), jeanne)
                .map(member -> ClaimedShare.plain(
                        AccountId.of(member),
                        new KindCode("workshop-led"),
                        Quantity.minutes(120),
                        LocalDate.parse("2026-01-15")))
                .toList();
        return new Submit(
                ContributionId.next(),
                made.network(),
                made.nadia().member(),
                shares,
                null,
                null,
                List.of(),
                Set.of(),
                null,
                null);
    }

    private void run(LedgerCommand command) {
        var origin =
                org.maillage.ledger.Origin.of(Actor.SYSTEM, UUID.randomUUID().toString(), Instant.now());
        views.awaitPosition(ledger.execute(command, origin).position());
    }

    private HttpResponse<String> answerTogether(CyclicBarrier together, String link, String answer) throws Exception {
        var visitor = new Browser(port);
        visitor.open(link);
        together.await();
        return answer(visitor, link, Map.of("answer", answer));
    }
}
