package org.maillage.web.badges.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.maillage.badge.question.Definition;
import org.maillage.ledger.value.Alignment;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.Role;
import org.maillage.web.badges.BadgesWorld;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.TestNetwork;

class DefinitionPagesTest extends BadgesWorld {

    private static final Pattern DRAFT = Pattern.compile("brouillon=([0-9a-f-]{36})");
    private static final Pattern OWN = Pattern.compile("/coordination/badges/([0-9a-f-]{36})");

    @Test
    void the_list_has_every_badge_by_role_with_its_counts_and_nobodys_name() {
        network.validate(made, network.claim(made, made.nadia()));
        var list = claire.open("/coordination/badges").body();
        assertThat(list)
                .contains("Tous les rôles", "Première contribution", "Une personne l’a", "personne ne l’a accepté")
                .contains("Animer, premiers pas", "Équiper, transmission", "Personne ne l’a")
                .doesNotContain("Nadia");
        assertThat(OWN.matcher(list).results()).hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void a_badge_is_defined_with_a_rule_of_groups_and_is_awarded_by_itself() {
        network.validate(made, network.claim(made, made.nadia()));
        var answer = claire.submit("/coordination/badges/nouveau", complete());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Passer la main : le badge est défini.".replace(" :", "\u00a0:"), "24 mois")
                .contains("Une de ces conditions au moins", "Collaborer par le biais des technologies numériques")
                .contains("2\u00a0h de contributions\u00a0(animer)");
        var content = defined().content();
        assertThat(content.role()).isEqualTo(Role.LEAD);
        assertThat(content.step()).isEqualTo(BadgeStep.PRACTICE);
        assertThat(content.validMonths()).isEqualTo(24);
        assertThat(content.alignments()).containsExactly(new Alignment(Alignment.Framework.DIGCOMP_2_2, "2.4"));
        assertThat(content.rule()).isEqualTo(rule());
        TestNetwork.quiet(badges);
        assertThat(awards()).anySatisfy(award -> assertThat(award.content()).isEqualTo(content));
        var own = awards().stream()
                .filter(award -> award.content().equals(content))
                .findFirst()
                .orElseThrow();
        assertThat(nadia.open("/badges/" + own.award()).body())
                .as("it is of no family of the catalogue")
                .contains("Pourquoi je l’ai")
                .doesNotContain("L’étape d’après");
    }

    private static BadgeRule rule() {
        var leading = BadgeRule.Among.role(Role.LEAD);
        return new BadgeRule.AllOf(List.of(
                new BadgeRule.Hours(120, leading, BadgeRule.Window.months(6)),
                new BadgeRule.AnyOf(List.of(
                        new BadgeRule.Count(1, BadgeRule.Among.ALL, null), new BadgeRule.CompanionEndorsement(2)))));
    }

    @Test
    void rows_come_and_go_by_buttons_and_nothing_typed_is_lost() {
        var form = complete();
        form.put("act", "add:r-1");
        form.put("add-r-1", "PLACES");
        var more = claire.submit("/coordination/badges/nouveau", form);
        assertThat(more.statusCode()).isEqualTo(200);
        assertThat(more.body())
                .contains("name=\"wanted-r-1-2\"", "Lieux différents", "value=\"Passer la main\"", "data-focus");

        form.put("act", "remove:r-0");
        var less = claire.submit("/coordination/badges/nouveau", form).body();
        assertThat(less)
                .contains("name=\"wanted-r-0-0\"", "name=\"wanted-r-0-1\"")
                .doesNotContain("name=\"what-r-1\"");
        assertThat(badges.definitions().counted(made.network(), today())).hasSize(25);
    }

    @Test
    void a_draft_is_kept_as_it_was_typed_taken_up_by_another_coordinator_and_defined() {
        var form = complete();
        form.put("act", "keep");
        form.put("months", "vingt");
        assertThat(claire.submit("/coordination/badges/nouveau", form).body())
                .contains("Le brouillon est gardé.", "Brouillons", "Passer la main");
        assertThat(badges.definitions().counted(made.network(), today())).hasSize(25);

        var samir = TestNetwork.signedIn(
                port, "fr", network.coordinator(made, "Samir").person());
        var draft = Browser.first(DRAFT, samir.open("/coordination/badges").body());
        var taken =
                samir.open("/coordination/badges/nouveau?brouillon=" + draft).body();
        assertThat(taken)
                .contains("value=\"Passer la main\"", "value=\"vingt\"", "name=\"brouillon\" value=\"" + draft)
                .contains("name=\"wanted-r-1-1\"");
        form.put("brouillon", draft);
        form.put("key", key());
        form.put("nameFr", "Passer le relais");
        samir.submit("/coordination/badges/nouveau", form);
        assertThat(samir.open("/coordination/badges").body())
                .contains("Passer le relais")
                .doesNotContain("Passer la main");

        form.remove("act");
        form.put("months", "24");
        assertThat(samir.submit("/coordination/badges/nouveau", form).body()).contains("le badge est défini");
        assertThat(claire.open("/coordination/badges").body()).doesNotContain("Brouillons");
    }

    @Test
    void a_change_is_kept_as_a_draft_which_says_when_others_published_meanwhile_until_it_is_published() {
        claire.submit("/coordination/badges/nouveau", complete());
        var path = "/coordination/badges/" + defined().definition();
        var form = complete();
        form.put("version", "2");
        form.put("act", "keep");
        form.put("months", "bientôt");
        assertThat(claire.submit(path + "/revision", form).body())
                .contains("Le brouillon est gardé.", "Prochaine version de", path + "/revision?brouillon=");
        assertThat(defined().newest().number()).isEqualTo(1);
        var draft = Browser.first(DRAFT, claire.open(path).body());
        assertThat(claire.open("/coordination/badges/nouveau?brouillon=" + draft)
                        .body())
                .as("no new badge of it")
                .doesNotContain("Passer la main");
        assertThat(claire.open(path + "/revision?brouillon=" + draft).body())
                .contains("value=\"bientôt\"", "name=\"brouillon\" value=\"" + draft)
                .doesNotContain("publiée depuis");

        var other = complete();
        other.put("version", "2");
        other.put("months", "12");
        claire.submit(path + "/revision", other);
        TestNetwork.quiet(badges);
        var behind = claire.open(path + "/revision?brouillon=" + draft).body();
        assertThat(behind)
                .contains("La version 2 a été publiée depuis ce brouillon", "name=\"version\" value=\"3\"")
                .contains("value=\"bientôt\"");

        form.put("brouillon", draft);
        form.put("key", key());
        form.put("version", "3");
        form.put("months", "36");
        form.remove("act");
        assertThat(claire.submit(path + "/revision", form).body()).contains("36 mois", "Version 3");
        assertThat(claire.open("/coordination/badges").body()).doesNotContain("Brouillons");
    }

    @Test
    void a_draft_is_thrown_away_and_is_of_its_network_alone() {
        var form = complete();
        form.put("act", "keep");
        claire.submit("/coordination/badges/nouveau", form);
        var draft = Browser.first(DRAFT, claire.open("/coordination/badges").body());
        var elsewhere = TestNetwork.signedIn(port, "fr", network.make().claire().person());
        assertThat(elsewhere
                        .open("/coordination/badges/nouveau?brouillon=" + draft)
                        .body())
                .doesNotContain("Passer la main");
        elsewhere.submit("/coordination/badges/brouillons/" + draft + "/retrait", Map.of());
        form.put("brouillon", draft);
        form.put("key", key());
        assertThat(elsewhere.submit("/coordination/badges/nouveau", form).statusCode())
                .isEqualTo(422);
        assertThat(claire.open("/coordination/badges").body()).contains("Passer la main");
        assertThat(claire.submit("/coordination/badges/brouillons/" + draft + "/retrait", Map.of())
                        .body())
                .contains("Le brouillon est jeté.")
                .doesNotContain("Passer la main");
    }

    @Test
    void a_rule_in_the_making_says_how_many_would_have_it_and_how_many_are_near() {
        network.validate(made, network.claim(made, made.nadia()));
        var form = complete();
        assertThat(claire.submit("/coordination/badges/apercu", form).body())
                .contains("Une personne l’aurait aujourd’hui.", "Sur une personne qui a une contribution validée.")
                .doesNotContain("<html", "Nadia");
        form.put("wanted-r-0", "3,5");
        form.put("act", "preview");
        assertThat(claire.submit("/coordination/badges/nouveau", form).body())
                .contains("Personne ne l’aurait aujourd’hui.", "Une personne en est à une contribution.")
                .contains("value=\"Passer la main\"");
        form.put("wanted-r-0", "beaucoup");
        assertThat(claire.submit("/coordination/badges/apercu", form).body()).contains("La règle ne se lit pas encore");
    }

    @Test
    void what_cannot_be_read_is_said_beside_its_field_and_nothing_is_stored() {
        var form = complete();
        form.put("nameEn", " ");
        form.put("months", "121");
        form.put("wanted-r-0", "1e999999999");
        form.put("length-r-0", "0");
        form.put("what-r-2", "ANY");
        form.put("esco", "https://exemple.fr/competence");
        form.put("alignments", "PIX 9.9");
        var back = claire.submit("/coordination/badges/nouveau", form);
        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(back.body())
                .contains("nameEn-erreur", "months-erreur", "wanted-r-0-erreur", "length-r-0-erreur", "what-r-2-erreur")
                .contains("esco-erreur", "alignments-erreur", "value=\"Passer la main\"", "resume-erreurs");
        form.put("months", "0");
        assertThat(claire.submit("/coordination/badges/nouveau", form).body())
                .contains("months-erreur", "Écrivez un nombre de mois de 1 à 120, ou rien.");
        form.put("nameEn", "x".repeat(81));
        assertThat(claire.submit("/coordination/badges/nouveau", form).body()).contains("80 signes au plus", "81");
        assertThat(badges.definitions().counted(made.network(), today())).hasSize(25);
    }

    @Test
    void a_new_version_takes_the_badge_from_nobody_and_nobody_writes_over_somebody_elses() {
        network.validate(made, network.claim(made, made.nadia()));
        claire.submit("/coordination/badges/nouveau", complete());
        TestNetwork.quiet(badges);
        var path = "/coordination/badges/" + defined().definition();
        assertThat(claire.open(path + "/revision").body())
                .contains(
                        "Personne ne perd ce badge",
                        "value=\"Passer la main\"",
                        "value=\"2\"",
                        "name=\"wanted-r-1-1\"");

        var form = complete();
        form.put("version", "2");
        form.put("definition", defined().definition().toString());
        var unchanged = claire.submit(path + "/revision", form);
        assertThat(unchanged.statusCode()).isEqualTo(400);
        assertThat(unchanged.body())
                .contains("href=\"#version\">Rien n’a changé depuis la version en vigueur", "<h1 id=\"version\"")
                .doesNotContainPattern("(?s)(Rien n’a changé.*){2}");
        form.put("wanted-r-0", "200");
        assertThat(claire.submit(path + "/revision", form).body())
                .contains("Personne ne perd le badge.", "Version 2", "Attribué à", "une personne");
        TestNetwork.quiet(badges);
        assertThat(defined().newest().number()).isEqualTo(2);
        assertThat(claire.open(path).body()).contains("une personne");

        form.put("key", key());
        form.put("wanted-r-0", "100");
        var late = claire.submit(path + "/revision", form);
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("href=\"#version\"", "value=\"100\"");
        form.remove("version");
        assertThat(claire.submit(path + "/revision", form).statusCode())
                .as("no version that was read")
                .isEqualTo(400);
        assertThat(defined().newest().number()).isEqualTo(2);
    }

    @Test
    void a_badge_that_is_retired_is_awarded_no_more() {
        claire.submit("/coordination/badges/nouveau", complete());
        var path = "/coordination/badges/" + defined().definition();
        assertThat(claire.submit(path + "/fin", Map.of("key", key())).body())
                .contains("il ne s’attribue plus", "Le réseau n’attribue plus ce badge.")
                .doesNotContain("Attribuer à la main");
        assertThat(claire.open(path + "/revision").statusCode()).isEqualTo(409);
        assertThat(claire.open(path + "/attribution").statusCode()).isEqualTo(409);
    }

    @Test
    void nobody_else_defines_and_a_badge_of_elsewhere_is_not_there() {
        var other = network.make();
        claire.submit("/coordination/badges/nouveau", complete());
        var path = "/coordination/badges/" + defined().definition();
        var elsewhere = TestNetwork.signedIn(port, "fr", other.claire().person());
        assertThat(elsewhere.open(path).statusCode()).isEqualTo(404);
        var nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        assertThat(nadia.open("/coordination/badges").statusCode()).isEqualTo(403);
        assertThat(nadia.submit("/coordination/badges/nouveau", complete()).statusCode())
                .isEqualTo(403);
    }

    /** Two hours of leading within six months, and one contribution or the endorsement of two companions. */
    static Map<String, String> complete() {
        var form = new LinkedHashMap<String, String>();
        form.put("key", key());
        form.put("nameFr", "Passer la main");
        form.put("descriptionFr", "Anime et laisse la place.");
        form.put("criteriaFr", "Deux heures d’atelier.");
        form.put("nameEn", "Handing over");
        form.put("descriptionEn", "Leads, and makes room.");
        form.put("criteriaEn", "Two hours of workshop.");
        form.put("role", "LEAD");
        form.put("step", "PRACTICE");
        form.put("months", "24");
        form.put("alignments", "DIGCOMP_2_2 2.4");
        form.put("what-r", "ALL");
        form.put("what-r-0", "HOURS");
        form.put("wanted-r-0", "2");
        form.put("roles-r-0", "LEAD");
        form.put("length-r-0", "6");
        form.put("unit-r-0", "MONTHS");
        form.put("what-r-1", "ANY");
        form.put("what-r-1-0", "COUNT");
        form.put("wanted-r-1-0", "1");
        form.put("what-r-1-1", "COMPANIONS");
        form.put("wanted-r-1-1", "2");
        return form;
    }

    private Definition defined() {
        return badges.definitions().counted(made.network(), today()).stream()
                .map(org.maillage.badge.question.Definitions.Counted::definition)
                .filter(definition -> definition.shipped() == null)
                .findFirst()
                .orElseThrow();
    }
}
