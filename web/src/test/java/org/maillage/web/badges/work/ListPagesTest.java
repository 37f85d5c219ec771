package org.maillage.web.badges.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maillage.web.badges.BadgesWorld;
import org.maillage.web.testing.TestNetwork;

class ListPagesTest extends BadgesWorld {

    private static final String LIST = """
        personne;badge;pourquoi;preuve
        nadia;Animer, premiers pas;Trois ateliers;https://exemple.fr/a
        NADIA;lead.first-steps;La même;
        Claire;Animer, premiers pas;Moi-même;
        Personne;Animer, premiers pas;Qui;
        Nadia;Tisser;Un badge qui n’est pas;
        Nadia;Tester, premiers pas;;
        Nadia;Relire, premiers pas;=1+1;javascript:alert(1)
        """;

    @Test
    void a_list_is_read_over_then_awarded_and_what_was_refused_comes_back() {
        var read = send(LIST);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body())
                .contains("Un badge sera attribué.", "Une ligne n’ajoute rien", "5 lignes sont laissées de côté.")
                .contains(
                        "vous ne pouvez pas vous attribuer",
                        "aucun membre du réseau ne porte ce nom",
                        "un seul badge de ce nom")
                .contains("dites pourquoi", "déjà plus haut dans la liste", "la preuve n’est pas une adresse");
        assertThat(awards()).isEmpty();

        var page = read.uri().getPath();
        var done = claire.submit(page + "/attribution", Map.of());
        assertThat(done.body()).contains("Un badge a été attribué.", "attribué", "5 lignes sont laissées de côté.");
        for (var told : List.of(read, done)) {
            assertThat(told.body()).as("it is nobody's yet").contains("déjà plus haut dans la liste.");
        }
        assertThat(read.body()).doesNotContain("a déjà ce badge");
        assertThat(claire.submit(page + "/attribution", Map.of()).body()).contains("Un badge a été attribué.");
        assertThat(awards())
                .singleElement()
                .satisfies(award -> assertThat(award.narrative()).isEqualTo("Trois ateliers"));

        var refused = claire.open(page + "/refusees.csv");
        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(refused.body().lines()).hasSize(6);
        assertThat(refused.body())
                .startsWith("\ufeffpersonne;badge;pourquoi;preuve;ligne;motif")
                .contains("Claire;Animer, premiers pas;Moi-même;;4;", "'=1+1");
    }

    @Test
    void the_same_list_sent_again_adds_nothing() {
        var page = send(LIST).uri().getPath();
        claire.submit(page + "/attribution", Map.of());
        var again = send(LIST);
        assertThat(again.body())
                .contains("Aucun badge ne sera attribué.", "2 lignes n’ajoutent rien", "cette personne l’a déjà")
                .contains("pour une, la personne a déjà ce badge", "une est déjà plus haut dans la liste")
                .doesNotContain("/attribution\"");
        assertThat(awards()).hasSize(1);
    }

    @Test
    void a_file_that_is_no_list_is_refused_with_its_reason() {
        assertThat(send("").body()).contains("file-erreur", "aucune ligne à attribuer");
        assertThat(send("personne;badge;pourquoi\n").body()).contains("aucune ligne à attribuer");
        assertThat(send("nom;chose\na;b\n").body()).contains("doit nommer les colonnes");
        assertThat(send("personne;badge;pourquoi\n\"ouvert;b;c\n" + "x".repeat(20))
                        .statusCode())
                .isIn(200, 422);
        assertThat(send("personne;badge;pourquoi\n" + "a;b;c\n".repeat(501)).body())
                .contains("plus de 500 lignes");
        var large = send("personne;badge;pourquoi\na;b;" + "x".repeat(300_000));
        assertThat(large.statusCode()).isEqualTo(422);
        assertThat(large.body()).contains("dépasse 256");
        assertThat(claire.open("/coordination/badges/listes/modele.csv").body()).contains("personne;badge;pourquoi");
    }

    @Test
    void a_list_is_its_senders_alone() {
        var page = send(LIST).uri().getPath();
        var samir = TestNetwork.signedIn(
                port, "fr", network.coordinator(made, "Samir").person());
        assertThat(samir.open(page).statusCode()).isEqualTo(404);
        assertThat(samir.open(page + "/refusees.csv").statusCode()).isEqualTo(404);
        assertThat(samir.submit(page + "/attribution", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_row_that_is_shorter_or_longer_than_the_line_of_names_says_so_of_itself_alone() {
        var read = send("""
            personne;badge;pourquoi;preuve
            Nadia;Animer, premiers pas;Trois ateliers
            Nadia;Tester, premiers pas;Trois essais; puis un autre;https://exemple.fr/a
            Nadia;Relire, premiers pas
            """);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body())
                .contains("Un badge sera attribué.", "2 lignes sont laissées de côté.")
                .contains("plus de cellules que de colonnes", "dites pourquoi");
    }

    @Test
    void another_file_by_the_key_of_the_first_is_refused() {
        var key = key();
        var first = send(key, LIST);
        assertThat(send(key, LIST).uri()).isEqualTo(first.uri());
        assertThat(send(key, "personne;badge;pourquoi\nNadia;Tester, premiers pas;Un essai\n")
                        .statusCode())
                .isEqualTo(422);
        assertThat(claire.open(first.uri().getPath()).body()).contains("Animer, premiers pas");
    }

    @Test
    void whoever_calls_themselves_by_the_id_of_another_is_named_by_it_nowhere() {
        // Members are read by name: this one before whoever takes the id for a name.
        var zero = network.coordinator(made, "0").member();
        network.coordinator(made, zero.toString());
        var read = send("personne;badge;pourquoi\n" + zero + ";Animer, premiers pas;Un atelier\n");
        assertThat(read.statusCode()).isEqualTo(200);
        claire.submit(read.uri().getPath() + "/attribution", Map.of());
        assertThat(badges.awards().of(made.network(), zero, today())).hasSize(1);
    }

    private HttpResponse<String> send(String list) {
        return send(key(), list);
    }

    private HttpResponse<String> send(String key, String list) {
        return claire.upload("/coordination/badges/listes", Map.of("key", key), Map.of("file", list));
    }
}
