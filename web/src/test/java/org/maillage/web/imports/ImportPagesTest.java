package org.maillage.web.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.signin.SignIns;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningProgram
class ImportPagesTest {

    private static final String HEADER = "when,role,person,for_person,org,area,ref\n";
    private static final String ROWS = HEADER + """
        2026-01-02,author,ana,ana,o,a,r1
        2026-01-02,acked,bob,ana,o,a,r1
        2026-01-02,author,cleo,cleo,o,a,r2
        2026-01-02,integrate,cleo,cleo,o,a,r2
        2999-01-02,author,dan,dan,o,a,r3
        """;

    @LocalServerPort
    private int port;

    @Autowired
    private TestNetwork networks;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SignIns signIns;

    private TestNetwork.Made made;
    private Browser ali;

    @BeforeEach
    void signIn() {
        made = networks.make();
        ali = TestNetwork.signedIn(port, "fr", made.ali());
    }

    private static Map<String, String> form(String network, String name) {
        var form = new HashMap<String, String>();
        form.put("key", UUID.randomUUID().toString());
        form.put("mapping", "dpdk");
        form.put("network", network);
        form.put("name", name);
        return form;
    }

    private HttpResponse<String> send(Map<String, String> form, String file, String mapping) {
        return ali.upload("/administration/imports", form, Map.of("file", file, "mappingFile", mapping));
    }

    private long jobs() {
        return jdbc.sql("select count(*) from web.import_job").query(Long.class).single();
    }

    private ImportJob ended(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        var path = page.uri().getPath();
        var id = ImportId.of(path.substring(path.lastIndexOf('/') + 1));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> imports.find(id).orElseThrow().state().ended());
        return imports.find(id).orElseThrow();
    }

    @Test
    void a_file_is_imported_and_its_page_says_what_was_not_taken_and_why() {
        var job = ended(send(form("", "Importé"), ROWS, ""));

        assertThat(job.state()).isEqualTo(ImportState.DONE);
        var page = ali.open("/administration/imports/" + job.id()).body();
        assertThat(page).contains("Terminé", "personne d’autre n’a relu, approuvé ni intégré ce travail");
        assertThat(page).contains("Télécharger les lignes refusées");
        assertThat(ali.open("/administration/imports/" + job.id() + "/refuses.csv")
                        .body()
                        .lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("2999-01-02,author,dan,dan,o,a,r3,6,"));
    }

    @Test
    void what_was_not_chosen_is_said_beside_each_field() {
        var form = form("", "");
        form.put("mapping", "own");
        long before = jobs();

        var answer = send(form, "", "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("file-erreur", "Choisissez le fichier à importer.")
                .contains("mappingFile-erreur", "Choisissez le fichier de votre correspondance");
        assertThat(jobs()).isEqualTo(before);
    }

    @Test
    void a_form_that_is_not_sent_in_parts_is_refused_with_a_page() {
        long before = jobs();

        var answer = ali.submit("/administration/imports", form("", "Sans fichier"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<h1", "Cette demande ne peut pas être comprise");
        assertThat(jobs()).isEqualTo(before);
    }

    @Test
    void a_form_whose_parts_break_off_is_refused_with_a_page() {
        long before = jobs();
        var begun = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + ali.csrf() + "\r\n";

        for (var body : List.of(begun + "--x\r\nContent-Disposition: form-data; name=\"na", begun)) {
            for (var path : List.of("/administration/imports", "/declarer", "/connexion")) {
                var answer = ali.inParts(path, "x", body);

                assertThat(answer.statusCode()).as(path + body).isEqualTo(400);
                assertThat(answer.body()).as(path + body).contains("<h1", "Cette demande ne peut pas être comprise");
            }
        }
        assertThat(jobs()).isEqualTo(before);
    }

    @Test
    void importing_again_adds_nothing_and_calls_no_line_refused_that_was_known() {
        var rows = HEADER + "2026-01-02,author,ana,ana,o,a,r1\n";
        var first = ended(send(form("", "Deux fois"), rows, ""));
        var again = ended(send(form(first.network().toString(), ""), rows, ""));

        assertThat(first.figures().claims()).isEqualTo(1);
        assertThat(again.figures().claims()).isZero();
        assertThat(again.figures().known()).isEqualTo(1);
        assertThat(imports.refused(again.id(), Refusal.What.ROW)).isEmpty();
        assertThat(ali.open("/administration/imports/" + again.id()).body())
                .doesNotContain("Télécharger les lignes refusées");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Deux\nlignes", "", "   "})
    void a_name_that_is_not_one_line_is_refused_beside_its_field_before_anything_is_stored(String name) {
        long before = jobs();
        var page = send(form("", name), ROWS, "");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("name-erreur", "Nouvel import");
        assertThat(jobs()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nom\u0000coupé", "Nom\u202eretourné"})
    void a_name_that_cannot_be_shown_is_refused_before_any_page_reads_it(String name) {
        long before = jobs();
        var page = send(form("", name), ROWS, "");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).doesNotContain("\u0000", "\u202e");
        assertThat(jobs()).isEqualTo(before);
    }

    @Test
    void a_new_network_of_a_name_that_is_there_is_refused_beside_the_name() {
        var rows = HEADER + "2026-01-02,author,ana,ana,o,a,r1\n";
        ended(send(form("", "Deux réseaux"), rows, ""));
        long before = jobs();
        var again = send(form("", " deux RÉSEAUX "), rows, "");

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("name-erreur", "Choisissez-le au-dessus", "deux RÉSEAUX");
        assertThat(jobs()).isEqualTo(before);
    }

    @Test
    void the_page_of_an_import_that_made_a_network_says_that_it_must_be_handed_over() {
        var job = ended(send(form("", "À confier"), ROWS, ""));
        var next = "/administration/reseaux/" + job.network() + "/coordination";

        assertThat(ali.open("/administration/imports/" + job.id()).body())
                .contains(next, "Confier ce réseau", "ce qui y attend ne peut être validé par personne");
        assertThat(ali.open(next).body()).contains("Confier le réseau", "À confier", "Faire un lien pour");
    }

    @Test
    void no_page_of_an_import_warns_of_what_waits_where_nothing_does() {
        var form = form("", "Sans attente");
        form.put("mapping", "own");
        var mapping = """
            {"format": "CSV", "source": "csv:test", "identity": "OPAQUE",
             "key": ["n"], "person": "who", "day": "when", "dayFormat": "yyyy-MM-dd",
             "kind": {"constant": "led"}, "minutes": {"column": "minutes"}, "validator": "by",
             "network": {"validatorsCoordinate": true, "kinds": [
               {"code": "led", "label": "Atelier", "measure": "TIME", "rate": 200, "weights": {"LEAD": 10000}}]}}
            """;
        var job = ended(send(form, "n,who,when,minutes,by\n1,ana,2026-01-02,60,bob\n", mapping));

        assertThat(job.figures().claims()).isEqualTo(1);
        assertThat(job.figures().waiting()).isZero();
        assertThat(ali.open("/administration/imports/" + job.id()).body())
                .contains("Confier ce réseau", "Rien n’y attend")
                .doesNotContain("ce qui y attend", "message-attention");
    }

    @Test
    void an_unknown_network_is_refused_at_once() {
        long before = jobs();
        var page = send(form(NetworkId.next().toString(), ""), ROWS, "");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("network-erreur");
        assertThat(jobs()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "'', file-erreur, Choisissez le fichier",
        "'\u0000\u0001\u0002\u0003', file-erreur, Le fichier n’est pas un texte lisible",
        "'when,who\n1,2\n', file-erreur, manque dans l’en-tête"
    })
    void a_file_that_cannot_be_read_is_refused_beside_its_field_and_what_was_typed_stays(
            String file, String field, String words) {
        long before = jobs();
        var page = send(form("", "Réseau gardé"), file, "");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains(field, words, "Réseau gardé");
        assertThat(jobs()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | ce n’est pas un objet JSON",
                "{x | mal formé à la ligne 1",
                "{\"format\": \"CSV\"} | le champ «\u00a0source\u00a0»",
                "{\"format\": \"OSM\", \"source\": \"osm\", \"kind\": {\"constant\": \"a\"}} | avec quels genres"
            })
    void what_is_wrong_with_a_mapping_is_said_in_words(String mapping, String words) {
        var form = form("", "Réseau gardé");
        form.put("mapping", "own");
        var page = send(form, ROWS, mapping);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("mappingFile-erreur", words).doesNotContain("(missing)", "({})", "(line 1)");
    }

    @Test
    void whoever_asked_for_it_is_written_to_at_the_end_and_their_address_is_forgotten() {
        var address =
                EmailAddress.read("ali-" + UUID.randomUUID() + "@example.org").orElseThrow();
        var form = form("", "Avec lettre");
        form.put("letter", address.value());
        assertThat(send(form, ROWS, "").statusCode()).isEqualTo(400);

        signIns.allow(address, made.ali());
        var job = ended(send(form, ROWS, ""));
        var letters =
                jdbc.sql("select body from web.mailbox where recipient = ?").param(address.value());
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !letters.query(String.class).list().isEmpty());

        assertThat(letters.query(String.class).list())
                .singleElement()
                .asString()
                .contains("/administration/imports/" + job.id());
        assertThat(imports.willWrite(job)).isFalse();
    }

    @Test
    void an_import_that_has_ended_stays_as_it_is_when_it_is_stopped() {
        var job = ended(send(form("", "Fini"), ROWS, ""));
        var page = ali.submit("/administration/imports/" + job.id() + "/arret", Map.of());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("avait déjà pris fin");
        assertThat(imports.find(job.id()).orElseThrow().state()).isEqualTo(ImportState.DONE);
    }

    @Test
    void an_import_that_is_stopped_keeps_what_it_brought_and_goes_on_when_asked() {
        var rows = new StringBuilder(HEADER);
        for (int i = 0; i < 20_000; i++) {
            rows.append("2026-01-02,author,ana,ana,o,a,s").append(i).append('\n');
        }
        var page = send(form("", "Arrêté"), rows.toString(), "");
        var stopped = ali.submit(page.uri().getPath() + "/arret", Map.of());
        var says = Pattern.compile("<strong>(En train de s’arrêter|Arrêté)</strong>")
                .matcher(stopped.body());
        assertThat(says.find()).isTrue();
        assertThat(stopped.body().contains("Il s’arrête"))
                .isEqualTo(says.group(1).startsWith("En train"));
        assertThat(stopped.body()).doesNotContain("Arrêter l’import", "message-succes");
        var job = ended(stopped);

        assertThat(job.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(job.figures().lines()).isLessThan(20_000);
        var path = "/administration/imports/" + job.id();
        assertThat(ali.open(path).body())
                .contains("<strong>Arrêté</strong>", "Ce qu’il avait repris reste.", "Reprendre l’import")
                .doesNotContain("s’arrête", "En train");
        var resumed = ali.submit(path + "/reprise", Map.of());
        assertThat(resumed.body())
                .contains("Arrêter l’import", "L’import a repris là où il en était")
                .doesNotContain("Reprendre l’import");
        assertThat(ended(ali.submit(path + "/arret", Map.of())).state()).isEqualTo(ImportState.CANCELLED);
    }

    @Test
    void a_member_who_does_not_administer_imports_nothing() {
        long before = jobs();
        var nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());

        assertThat(nadia.open("/administration/imports").statusCode()).isIn(403, 404);
        assertThat(nadia.upload("/administration/imports", form("", "Importé"), Map.of("file", ROWS, "mappingFile", ""))
                        .statusCode())
                .isIn(403, 404);
        assertThat(jobs()).isEqualTo(before);
    }
}
