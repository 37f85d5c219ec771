package org.maillage.web.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.event.MemberEvent.Origin;
import org.maillage.ledger.member.MemberCommand.Enter;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Quantity;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.contribution.Share;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.MemberFilter;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claims of several people, and how those who are cited answer without an account. */
@RunningProgram
class GroupClaimTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("/ma-part\\?jeton=(\\S+)");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Projections views;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CitedPeople cited;

    @Autowired
    ShareLetters letters;

    @Autowired
    Ledger ledger;

    private TestNetwork.Made made;
    private Browser nadia;
    private final String email = UUID.randomUUID() + "@exemple.fr";

    @BeforeEach
    void nadia_has_signed_in() {
        made = network.make();
        nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
    }

    @Test
    void a_member_is_found_by_name_and_has_a_share_of_their_own() {
        var fields = filled();
        fields.put("who", "clair");
        var found = nadia.submit("/declarer", with(fields, "act", "search"));
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("value=\"add:" + made.claire().member() + "\"", ">Claire</span>");

        var added = nadia.submit(
                "/declarer", with(fields, "act", "add:" + made.claire().member()));
        assertThat(added.body())
                .contains("name=\"with\" value=\"" + made.claire().member() + "\"");

        fields.put("who", "");
        fields.put("with", made.claire().member().toString());
        fields.put("kind-" + made.claire().member(), "welcome");
        fields.put("minutes-" + made.claire().member(), "45");
        fields.put("payment-" + made.claire().member(), "PAID");
        var shares = claimed(nadia.submit("/declarer", fields)).shares();
        assertThat(shares).hasSize(2);
        assertThat(shares)
                .filteredOn(share ->
                        share.contributor().equals(AccountId.of(made.claire().member())))
                .singleElement()
                .satisfies(share -> {
                    assertThat(share.kind().value()).isEqualTo("welcome");
                    assertThat(share.claimed().creditedMinutes()).isEqualTo(45);
                    assertThat(share.payment().name()).isEqualTo("PAID");
                    assertThat(share.answer()).isEqualTo(Share.Answer.WAITING);
                });
    }

    @Test
    void a_search_while_typing_answers_with_the_part_of_the_page_alone() {
        var found = nadia.open("/declarer/personnes?who=CLA");
        assertThat(found.body()).contains("Claire").doesNotContain("<html");
        var named =
                nadia.open("/declarer/personnes?who=CLA&with=" + made.claire().member());
        assertThat(named.body()).contains("Aucun membre de ce nom").doesNotContain(">Claire<");
    }

    @Test
    void a_name_that_is_nobody_yet_is_asked_about_and_never_lost() {
        var fields = filled();
        fields.put("who", "Jeanne");
        var asked = nadia.submit("/declarer", fields);
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("href=\"#who\"", "value=\"Jeanne\"", "qui n’est pas membre");
        assertThat(claims()).isZero();
    }

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
    void the_same_form_sent_twice_is_one_claim_one_member_and_one_letter() {
        var fields = citing("Jeanne Roux");
        var first = nadia.submit("/declarer", fields);
        var second = nadia.submit("/declarer", fields);
        assertThat(second.uri()).isEqualTo(first.uri());
        assertThat(letters()).hasSize(1);
        assertThat(claims()).isEqualTo(1);
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

    private HttpResponse<String> answerTogether(CyclicBarrier together, String link, String answer) throws Exception {
        var visitor = new Browser(port);
        visitor.open(link);
        together.await();
        return answer(visitor, link, Map.of("answer", answer));
    }

    @Test
    void a_form_that_is_refused_enters_nobody_and_who_is_named_then_is_who_is_cited() {
        var fields = citing("Jeanne Roux");
        fields.put("day", "2100-01-01");
        var refused = nadia.submit("/declarer", fields);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("href=\"#day\"");
        assertThat(named("Jeanne Roux")).isEmpty();

        fields.put("day", "2026-01-15");
        fields.put("with", "new-1");
        fields.put("name-new-1", "Paul Petit");
        var claim = claimed(nadia.submit("/declarer", fields));

        assertThat(named("Jeanne Roux")).isEmpty();
        assertThat(named("Paul Petit"))
                .singleElement()
                .satisfies(paul -> assertThat(claim.shares())
                        .anyMatch(share -> share.contributor().equals(AccountId.of(paul))));
        assertThat(new Browser(port).open(link()).body()).contains("Paul Petit");
    }

    @Test
    void a_claim_that_is_sent_again_with_another_name_stays_who_it_cited_and_writes_to_nobody_else() {
        var fields = citing("Jeanne Roux");
        var claim = claimed(nadia.submit("/declarer", fields));
        fields.put("name-new-1", "Paul Petit");

        nadia.submit("/declarer", fields);

        assertThat(named("Paul Petit")).isEmpty();
        assertThat(find(claim.contribution())).isEqualTo(claim);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void whoever_is_named_otherwise_or_reached_elsewhere_is_somebody_else() {
        var fields = citing("Jeanne Roux");
        var jeanne = cited.member(form(fields), "new-1");
        assertThat(cited.member(form(with(fields, "name-new-1", " Jeanne   Roux")), "new-1"))
                .isEqualTo(jeanne);
        assertThat(cited.member(form(with(fields, "name-new-1", "Paul Petit")), "new-1"))
                .isNotEqualTo(jeanne);
        assertThat(cited.member(form(with(fields, "email-new-1", "autre@exemple.fr")), "new-1"))
                .isNotEqualTo(jeanne);
    }

    private static ClaimForm form(Map<String, String> fields) {
        var sent = new HashMap<String, String[]>();
        fields.forEach((name, value) -> sent.put(name, new String[] {value}));
        return ClaimForm.of(sent);
    }

    private List<MemberId> named(String name) {
        return views
                .members()
                .all(made.network(), new MemberFilter(name, null, null), AsOf.NOW, null, 9)
                .items()
                .stream()
                .map(Member::member)
                .toList();
    }

    @Test
    void an_address_of_somebody_cited_that_is_none_is_said_beside_it() {
        var fields = citing("Jeanne Roux");
        fields.put("email-new-1", "jeanne");
        var asked = nadia.submit("/declarer", fields);
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("href=\"#email-new-1\"", "Cette adresse e-mail n’est pas complète");
        assertThat(claims()).isZero();
    }

    private Map<String, String> citing(String name) {
        var fields = filled();
        var typed = with(fields, "who", name);
        assertThat(nadia.submit("/declarer", with(typed, "act", "new")).body())
                .contains("name=\"with\" value=\"new-1\"");
        fields.putAll(Map.of("with", "new-1", "name-new-1", name, "email-new-1", email));
        return fields;
    }

    private HttpResponse<String> answer(Browser visitor, String link, Map<String, String> fields) {
        var sent = new HashMap<>(fields);
        sent.put("jeton", link.substring(link.indexOf('=') + 1));
        return visitor.submit("/ma-part", sent);
    }

    private Share.Answer answer(Contribution claim) {
        return find(claim.contribution()).shares().stream()
                .filter(share ->
                        !share.contributor().equals(AccountId.of(made.nadia().member())))
                .findFirst()
                .orElseThrow()
                .answer();
    }

    private Contribution claimed(HttpResponse<String> sent) {
        assertThat(sent.body()).contains("C’est envoyé");
        var path = sent.uri().getPath();
        return find(ContributionId.of(path.substring(path.lastIndexOf('/') + 1)));
    }

    private Contribution find(ContributionId claim) {
        return views.contributions().find(made.network(), claim, AsOf.NOW).orElseThrow();
    }

    private String link() {
        return "/ma-part?jeton=" + Browser.first(LINK, letters().getLast());
    }

    private List<String> letters() {
        return jdbc.sql("select body from web.mailbox where recipient = ? order by id")
                .param(email)
                .query(String.class)
                .list();
    }

    private int claims() {
        return views.contributions()
                .ofMember(made.network(), made.nadia().member(), AsOf.NOW, null, 50)
                .items()
                .size();
    }

    private Map<String, String> filled() {
        return new HashMap<>(Map.of(
                "key",
                key(),
                "role",
                "LEAD",
                "kind-LEAD",
                "workshop-led",
                "duration",
                "120",
                "payment",
                "UNPAID",
                "day",
                "2026-01-15"));
    }

    private String key() {
        return Browser.first(KEY, nadia.open("/declarer").body());
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }
}
