package org.maillage.web.badges.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.question.Award;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.web.badges.BadgesWorld;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.TestNetwork;

/** Awarding by hand, and looking again at what was awarded. */
class AwardPagesTest extends BadgesWorld {

    private static final String BOTH = """
        personne;badge;pourquoi
        Samir;Première contribution;Était là
        Nadia;Première contribution;Était là
        """;

    BadgeDefinitionId leading;

    @BeforeEach
    void a_badge_to_award() {
        leading = BadgeDefinitionId.shipped(made.network(), "lead.first-steps");
    }

    @Test
    void a_person_is_found_by_name_and_the_badge_is_theirs_once() {
        var path = "/coordination/badges/" + leading + "/attribution";
        var form = hand(made.nadia());
        form.remove("member");
        form.put("qui", "nad");
        form.put("act", "search");
        assertThat(claire.submit(path, form).body())
                .contains("value=\"" + made.nadia().member() + "\"", "Elle a tenu la permanence.");

        form = hand(made.nadia());
        assertThat(claire.submit(path, form).body())
                .contains("Le badge est attribué à Nadia", "Nadia", "Une personne".toLowerCase(java.util.Locale.ROOT));
        assertThat(claire.submit(path, form).body()).as("sent twice").contains("Le badge est attribué à Nadia");
        assertThat(nadia.open("/badges").body()).contains("À accepter", "Animer, premiers pas");

        form.put("key", key());
        var again = claire.submit(path, form);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("a déjà ce badge", "Elle a tenu la permanence.");
    }

    @Test
    void what_is_missing_and_whom_one_may_not_choose_is_said_beside_the_field() {
        var path = "/coordination/badges/" + leading + "/attribution";
        var form = hand(made.claire());
        var own = claire.submit(path, form);
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(own.body()).contains("member-erreur", "propres badges");
        form = hand(made.nadia());
        form.put("narrative", " ");
        form.put("member", "nobody");
        var blank = claire.submit(path, form);
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.body()).contains("narrative-erreur", "member-erreur");
        form = hand(made.nadia());
        form.put("evidence", "javascript:alert(1)");
        assertThat(claire.submit(path, form).body()).contains("evidence-erreur", "Elle a tenu la permanence.");
        nadia.submit("/moi/depart", Map.of("key", key(), "sure", "yes"));
        assertThat(badges.awards().known(made.network(), leading, today(), null, 10))
                .isEmpty();
    }

    @Test
    void a_badge_that_its_member_has_not_accepted_is_counted_and_named_to_nobody() {
        network.validate(made, network.claim(made, made.nadia()));
        var first = first();
        var path = "/coordination/badges/" + first.definition();
        assertThat(claire.open(path).body()).contains("elle seule le sait").doesNotContain("Nadia");
        assertThat(claire.open(sheet(first)).statusCode()).isEqualTo(404);
        nadia.submit("/badges/" + first.award() + "/acceptation", Map.of("key", key()));
        assertThat(claire.open(path).body()).contains("Nadia");
        assertThat(claire.open(sheet(first)).body())
                .contains("Sa règle était remplie", "Premiers pas", "ne se montre qu’à cette personne");
    }

    @Test
    void whoever_awards_what_its_member_alone_knows_of_reads_what_they_would_read_of_anybody() {
        network.validate(made, network.claim(made, made.nadia()));
        var samir = network.coordinator(made, "Samir");
        var path = "/coordination/badges/" + first().definition();
        var earlier = first();
        assertThat(send(BOTH).body()).contains("2 badges seront attribués.").doesNotContain("l’a déjà");
        assertThat(claire.open(path).body()).contains("elle seule le sait").doesNotContain("Nadia", "Samir");

        var list = send(BOTH);
        assertThat(claire.submit(list.uri().getPath() + "/attribution", Map.of())
                        .body())
                .contains("2 badges ont été attribués.");
        assertThat(send(BOTH).body()).as("sent again").contains("2 lignes n’ajoutent rien");
        assertThat(claire.open(path).body()).contains("Nadia", "Samir", "elle seule le sait", "3 personnes");
        var his = badges.awards().of(made.network(), samir.member(), today()).getFirst();
        assertThat(claire.open(path).body()).as("as listed").containsSubsequence(sheet(his), sheet(earlier));
        assertThat(claire.open(path + "?apres=" + his.award()).body())
                .contains(sheet(earlier))
                .doesNotContain(sheet(his));
        assertThat(claire.open(path + "?apres=" + earlier.award()).body())
                .doesNotContain(sheet(earlier), sheet(his), "rel=\"next\"");
        assertThat(read(earlier, "Nadia")).isEqualTo(read(his, "Samir"));
        assertThat(claire.submit(path + "/attribution", hand(made.nadia())).statusCode())
                .isEqualTo(409);
        decide(earlier, "revue", Map.of());
        decide(his, "revue", Map.of());
        assertThat(read(earlier, "Nadia")).isEqualTo(read(his, "Samir"));

        assertThat(first().narrative()).isEqualTo("Était là");
        assertThat(first().earned()).isEqualTo(earlier.earned());
        assertThat(first().code()).isEqualTo(earlier.code());
        nadia.submit("/badges/" + first().award() + "/acceptation", Map.of("key", key()));
        assertThat(claire.open(sheet(first())).body()).contains("Sa règle était remplie");
        assertThat(claire.open(path).body()).contains("2 personnes").doesNotContain("elle seule le sait");
    }

    private HttpResponse<String> send(String list) {
        return claire.upload("/coordination/badges/listes", Map.of("key", key()), Map.of("file", list));
    }

    /** The sheet of an award as it is read, without what is of each person and each reading. */
    private String read(Award award, String name) {
        var body = claire.open(sheet(award)).body();
        assertThat(body).contains(name, "Était là");
        return body.substring(body.indexOf("<main"), body.indexOf("</main>"))
                .replace(name, "…")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "…")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…");
    }

    @Test
    void a_reversal_puts_the_badge_up_for_review_and_a_coordinator_lets_it_stand() {
        var first = broken();
        var list = claire.open("/coordination/badges/a-revoir").body();
        assertThat(list).contains("Première contribution, de Nadia", "ne compte plus", "class=\"compte\"");
        var page = claire.open(sheet(first)).body();
        assertThat(page).contains("À revoir depuis", "Sa règle n’est plus remplie", "Le laisser");
        for (var hers : List.of("/badges", "/badges/" + first.award())) {
            assertThat(nadia.open(hers).body())
                    .as("before she accepts it")
                    .contains("La coordination le regarde de nouveau", "Accepter");
        }

        var upheld = decide(first, "maintien", Map.of("words", "Elle y était, le reçu le montre."));
        assertThat(upheld.body()).contains("Le badge reste.").doesNotContain("À revoir depuis");
        assertThat(claire.open("/coordination/badges/a-revoir").body()).contains("Rien à revoir");
        assertThat(first().standing()).isEqualTo(Award.Standing.VALID);
    }

    @Test
    void a_badge_is_suspended_reinstated_and_revoked_for_good_with_a_published_reason() {
        var first = broken();
        nadia.submit("/badges/" + first.award() + "/acceptation", Map.of("key", key()));
        nadia.submit("/badges/" + first.award() + "/publication", Map.of("key", key()));
        var visitor = new Browser(port);
        var open = "/b/" + first.code().shown();

        assertThat(decide(first, "suspension", Map.of()).body()).contains("suspendu", "Lever la suspension");
        assertThat(visitor.open(open).body()).contains("Ce badge ne compte pas pour le moment");
        assertThat(nadia.open("/badges").body()).contains("Suspendus", "il ne compte pas pour le moment");
        assertThat(nadia.open("/badges/" + first.award()).body()).contains("Ce badge ne compte pas pour le moment");
        assertThat(decide(first, "reprise", Map.of()).body()).contains("Le badge compte de nouveau.");

        var blank = decide(first, "retrait", Map.of("reason", "", "published", ""));
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.body()).contains("reason-erreur", "published-erreur");
        var tooLong = decide(first, "retrait", Map.of("reason", "OTHER", "published", "a".repeat(501)));
        assertThat(tooLong.body()).contains("published-erreur", "a".repeat(501));
        var revoked = decide(
                first,
                "retrait",
                Map.of("reason", "CONTRIBUTIONS_TAKEN_BACK", "published", "L’atelier n’a pas eu lieu."));
        assertThat(revoked.body())
                .contains("L’atelier n’a pas eu lieu.", "Claire")
                .doesNotContain("Le suspendre");
        assertThat(visitor.open(open).body()).contains("n’est plus valable depuis", "L’atelier n’a pas eu lieu.");
        var form = hand(made.nadia());
        assertThat(claire.submit("/coordination/badges/" + first.definition() + "/attribution", form)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_coordinator_asks_for_a_review_and_decides_nothing_of_their_own() {
        network.validate(made, network.claim(made, made.nadia()));
        nadia.submit("/badges/" + first().award() + "/acceptation", Map.of("key", key()));
        assertThat(decide(first(), "revue", Map.of()).body())
                .contains("Le badge est à revoir.", "La coordination demande");

        var samir = network.coordinator(made, "Samir");
        claire.submit("/coordination/badges/" + leading + "/attribution", hand(samir));
        var own = badges.awards().of(made.network(), samir.member(), today()).getFirst();
        var his = TestNetwork.signedIn(port, "fr", samir.person());
        assertThat(his.open(sheet(own)).body()).contains("C’est votre badge").doesNotContain("Le suspendre");
        assertThat(his.submit(sheet(own) + "/suspension", Map.of("key", key())).statusCode())
                .isEqualTo(403);
        assertThat(nadia.open(sheet(own)).statusCode()).isEqualTo(403);
    }

    /** The badge of a first contribution whose validation was taken back. */
    private Award broken() {
        ContributionId claim = network.claim(made, made.nadia());
        network.validate(made, claim);
        var reversed = claire.submit(
                "/contributions/" + claim + "/validation-annulee",
                Map.of("key", key(), "reason", "MISTAKE", "words", "Deux fois la même."));
        assertThat(reversed.statusCode()).isEqualTo(200);
        TestNetwork.quiet(badges);
        var award = first();
        assertThat(award.review()).isNotNull();
        return award;
    }

    private HttpResponse<String> decide(Award award, String deed, Map<String, String> typed) {
        var form = new LinkedHashMap<>(typed);
        form.put("key", key());
        return claire.submit(sheet(award) + "/" + deed, form);
    }

    private static String sheet(Award award) {
        return "/coordination/badges/attributions/" + award.award();
    }

    private Map<String, String> hand(TestNetwork.Someone someone) {
        var form = new LinkedHashMap<String, String>();
        form.put("key", key());
        form.put("qui", "");
        form.put("member", someone.member().toString());
        form.put("narrative", "Elle a tenu la permanence.");
        form.put("evidence", "https://exemple.fr/permanence");
        return form;
    }

    private Award first() {
        return awards().getFirst();
    }
}
