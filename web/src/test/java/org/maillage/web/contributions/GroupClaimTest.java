package org.maillage.web.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.AsOf;
import org.maillage.projection.contribution.Share;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.MemberFilter;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;

/** Claims of several people: who is cited, by what name, and once. */
@RunningProgram
class GroupClaimTest extends GroupClaimScene {

    @Autowired
    CitedPeople cited;

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
    void whether_a_claim_is_the_same_is_asked_with_what_ones_own_share_of_the_other_says() {
        var fields = filled();
        fields.put("with", made.claire().member().toString());
        fields.put("minutes-" + made.claire().member(), "90");
        var other = claimed(nadia.submit("/declarer", fields));
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        var own = filled();
        own.put("duration", "60");

        var asked = claire.submit("/declarer", own);

        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body())
                .contains("Vous avez déjà déclaré 1\u00a0h\u00a030", "/contributions/" + other.contribution())
                .doesNotContain("déclaré 2\u00a0h");
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
    void the_same_form_sent_twice_is_one_claim_one_member_and_one_letter() {
        var fields = citing("Jeanne Roux");
        var first = nadia.submit("/declarer", fields);
        var second = nadia.submit("/declarer", fields);
        assertThat(second.uri()).isEqualTo(first.uri());
        assertThat(letters()).hasSize(1);
        assertThat(claims()).isEqualTo(1);
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

    @Test
    void an_address_of_somebody_cited_that_is_none_is_said_beside_it() {
        var fields = citing("Jeanne Roux");
        fields.put("email-new-1", "jeanne");
        var asked = nadia.submit("/declarer", fields);
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("href=\"#email-new-1\"", "Cette adresse e-mail n’est pas complète");
        assertThat(claims()).isZero();
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

    private int claims() {
        return views.contributions()
                .ofMember(made.network(), made.nadia().member(), AsOf.NOW, null, 50)
                .items()
                .size();
    }
}
