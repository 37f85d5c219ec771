package org.maillage.web.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.MemberFilter;
import org.maillage.web.frame.FormKey;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.Letters;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningProgram
class MemberPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Projections views;

    @Autowired
    JdbcClient jdbc;

    private TestNetwork.Made made;
    private Browser claire;

    @BeforeEach
    void a_network() {
        made = network.make();
        claire = TestNetwork.signedIn(port, "fr", made.claire().person());
    }

    @Test
    void a_search_as_its_form_sends_it_finds_people_in_both_lists() {
        for (var list : List.of("/coordination/membres?statut=&", "/membres?")) {
            var found = claire.open(list + "text=nadia&structure=");
            assertThat(found.statusCode()).as(list).isEqualTo(200);
            assertThat(found.body()).as(list).contains("Nadia");
            assertThat(claire.open(list + "text=&structure=nothing").statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void several_people_are_invited_at_once_and_each_gets_a_letter() {
        var one = UUID.randomUUID() + "@exemple.fr";
        var two = UUID.randomUUID() + "@exemple.fr";
        var fields = Map.of("key", FormKey.next().toString(), "lines", "Rosa Modèle, " + one + "\nAli <" + two + ">\n");

        var answer = claire.submit("/coordination/membres/invitations/lignes", fields);

        assertThat(answer.body()).contains("2 personnes sont invitées", "Rosa Modèle", "Ali");
        assertThat(letters(one)).isEqualTo(1);
        assertThat(letters(two)).isEqualTo(1);
        assertThat(claire.submit("/coordination/membres/invitations/lignes", fields)
                        .body())
                .as("the same form again")
                .contains("2 personnes sont invitées")
                .doesNotContain("Invitées de nouveau");
        assertThat(letters(one)).isEqualTo(1);
        assertThat(invited()).hasSize(2);
    }

    @Test
    void people_of_a_list_who_were_invited_before_are_not_counted_as_new_and_each_line_is_answered() {
        var known = UUID.randomUUID() + "@exemple.fr";
        var same = UUID.randomUUID() + "@exemple.fr";
        var first = Map.of("key", FormKey.next().toString(), "lines", "Rosa, " + known + "\nZoé, " + same);
        assertThat(claire.submit("/coordination/membres/invitations/lignes", first)
                        .body())
                .contains("2 personnes sont invitées")
                .doesNotContain("Invitées de nouveau");
        var lines = "Rosa Modèle, %s\nZoé, %s\nAli, %s@exemple.fr\nRosa encore, %s"
                .formatted(known, same, UUID.randomUUID(), known);

        var answer = claire.submit(
                "/coordination/membres/invitations/lignes",
                Map.of("key", FormKey.next().toString(), "lines", lines));

        assertThat(answer.body())
                .contains("1 personne est invitée", "Invitées de nouveau")
                .contains("L’adresse de Rosa Modèle était déjà invitée au nom de Rosa, qui reste")
                .contains("L’adresse de Zoé était déjà invitée\u00a0:")
                .contains("Rosa encore\u00a0: une ligne d’avant a la même adresse");
        assertThat(letters(known)).isEqualTo(2);
        assertThat(invited()).extracting(Member::name).containsExactlyInAnyOrder("Ali", "Rosa", "Zoé");
    }

    @Test
    void a_guest_comes_back_with_what_is_wrong_with_the_name_and_the_address() {
        var wrong = Map.of("key", FormKey.next().toString(), "name", "R".repeat(121), "email", "rosa");

        var back = claire.submit("/coordination/membres/invitations", wrong);

        assertThat(back.statusCode()).isEqualTo(400);
        assertThat(back.body())
                .contains("120 caractères au plus", "id=\"email-erreur\"", "R".repeat(121), "value=\"rosa\"");
        var entered = Map.of("key", FormKey.next().toString(), "entered", "R".repeat(121));
        assertThat(claire.submit("/coordination/membres", entered).body()).contains("120 caractères au plus");
        assertThat(invited()).isEmpty();
    }

    @Test
    void lines_that_cannot_be_read_come_back_and_nobody_is_invited() {
        var address = UUID.randomUUID() + "@exemple.fr";
        var back = claire.submit(
                "/coordination/membres/invitations/lignes",
                Map.of("key", FormKey.next().toString(), "lines", "Rosa, " + address + "\nAli sans adresse"));
        assertThat(back.statusCode()).isEqualTo(400);
        assertThat(back.body()).contains("La ligne 2 n’a pas d’adresse complète", "Ali sans adresse");
        assertThat(letters(address)).isZero();
        assertThat(invited()).isEmpty();
    }

    @Test
    void a_mistyped_invitation_comes_back_as_it_was_typed() {
        var back = claire.submit(
                "/coordination/membres/invitations",
                Map.of("key", FormKey.next().toString(), "name", "", "email", "rosa@"));
        assertThat(back.statusCode()).isEqualTo(400);
        assertThat(back.body()).contains("Écrivez un nom", "Cette adresse n’est pas complète", "value=\"rosa@\"");
        var unreadable = claire.submit(
                "/coordination/membres", Map.of("key", FormKey.next().toString(), "entered", "a\u202Eb"));
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(invited()).isEmpty();
    }

    @Test
    void a_member_is_appointed_and_dismissed_from_their_page() {
        var nadia = "/coordination/membres/" + made.nadia().member();
        assertThat(claire.open(nadia).body())
                .contains("Nommer Nadia à la coordination", "ne se montrent qu’à cette personne")
                .doesNotContain("??");
        claire.submit(nadia + "/coordination", Map.of("key", FormKey.next().toString()));
        assertThat(isCoordinator(made.nadia().member())).isTrue();
        assertThat(claire.submit(
                                nadia + "/retrait", Map.of("key", FormKey.next().toString()))
                        .body())
                .contains("ne fait plus partie de la coordination");
        assertThat(isCoordinator(made.nadia().member())).isFalse();
        var dismissed = TestNetwork.signedIn(port, "fr", made.nadia().person()).open("/coordination/membres");
        assertThat(dismissed.statusCode()).isEqualTo(403);
        assertThat(dismissed.body())
                .contains("demandez à la coordination de votre réseau")
                .doesNotContain("recommencez");
        var last = claire.submit(
                "/coordination/membres/" + made.claire().member() + "/retrait",
                Map.of("key", FormKey.next().toString()));
        assertThat(last.statusCode()).isEqualTo(409);
    }

    @Test
    void the_coordination_says_the_organisation_of_who_has_no_account_and_of_nobody_else() {
        claire.submit(
                "/reseau/structures", Map.of("key", FormKey.next().toString(), "name", "Maison du lien", "siret", ""));
        claire.submit("/coordination/membres", Map.of("key", FormKey.next().toString(), "entered", "Rosa Marin"));
        var rosa = views.members()
                .all(made.network(), new MemberFilter("Rosa", null, null), AsOf.NOW, null, 9)
                .items()
                .getFirst()
                .member();
        var house = views.networks()
                .organisations(made.network(), AsOf.NOW)
                .getFirst()
                .organisation();
        var page = "/coordination/membres/" + rosa;
        assertThat(claire.open(page).body()).contains("Structure de Rosa Marin", "Maison du lien");

        assertThat(organise(page, house.toString()).body()).contains("La structure de Rosa Marin est gardée.");
        assertThat(views.members()
                        .find(made.network(), rosa, AsOf.NOW)
                        .orElseThrow()
                        .organisationName())
                .isEqualTo("Maison du lien");
        for (var wrong : List.of("x", UUID.randomUUID().toString())) {
            var refused = organise(page, wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).contains("Choisissez une structure du réseau, ou aucune.");
        }
        var nadia = "/coordination/membres/" + made.nadia().member();
        assertThat(claire.open(nadia).body()).doesNotContain("Structure de Nadia");
        assertThat(organise(nadia, house.toString()).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> organise(String page, String organisation) {
        return claire.submit(page + "/structure", Map.of("key", FormKey.next().toString(), "structure", organisation));
    }

    @Test
    void a_member_of_another_network_has_no_page_here() {
        var elsewhere = network.make().nadia().member();
        assertThat(claire.open("/coordination/membres/" + elsewhere).statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_list_is_searched_and_downloaded_by_name_without_any_amount() {
        network.validate(made, network.claim(made, made.nadia()));
        claire.submit("/coordination/membres", Map.of("key", FormKey.next().toString(), "entered", "=Émile;\"Essai\""));
        assertThat(claire.open("/coordination/membres?text=emile&statut=ENTERED")
                        .body())
                .contains("Émile")
                .doesNotContain(">Nadia<");

        var csv = claire.open("/coordination/membres/membres.csv");

        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body().lines())
                .containsExactly(
                        "\uFEFFNom;Statut;Structure;Coordination;Version de la charte signée",
                        "\"'=Émile;\"\"Essai\"\"\";sans compte;;;",
                        "Claire;membre;;oui;",
                        "Nadia;membre;;;");
    }

    @Test
    void in_english_commas_separate_and_no_blank_hides_a_formula() {
        claire.submit("/coordination/membres", Map.of("key", FormKey.next().toString(), "entered", "＝1+1, Émile"));
        var english = TestNetwork.signedIn(port, "en", made.claire().person());

        var csv = english.open("/coordination/membres/membres.csv");

        assertThat(csv.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
        assertThat(csv.body()).startsWith("\uFEFFName,").contains("\"'＝1+1, Émile\",");
    }

    @Test
    void members_find_who_is_listed_and_nobody_else() {
        claire.submit("/coordination/membres", Map.of("key", FormKey.next().toString(), "entered", "Émile"));
        claire.submit(
                "/coordination/membres/invitations",
                Map.of("key", FormKey.next().toString(), "name", "Rosa", "email", UUID.randomUUID() + "@exemple.fr"));
        var nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        assertThat(nadia.open("/membres").body())
                .contains("Claire", "Nadia", "Émile", "coordination")
                .doesNotContain("Rosa", "mailles de", "/coordination/membres/");
        assertThat(nadia.open("/membres?text=cla").body()).contains("Claire").doesNotContain("Émile");
        assertThat(nadia.open("/coordination/membres").statusCode()).isEqualTo(403);
    }

    private boolean isCoordinator(MemberId member) {
        return views.members()
                .find(made.network(), member, AsOf.NOW)
                .orElseThrow()
                .coordinator();
    }

    private List<Member> invited() {
        var filter = new MemberFilter(null, Member.Status.INVITED, null);
        return views.members().all(made.network(), filter, AsOf.NOW, null, 10).items();
    }

    private long letters(String email) {
        return Letters.to(email, jdbc).size();
    }
}
