package org.maillage.web.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.value.StreamId;
import org.maillage.projection.Progress;
import org.maillage.projection.Projections;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningProgram
class JournalPagesTest {

    private static final Pattern EVENT = Pattern.compile("href=\"/administration/journal/([0-9]+)\"");
    private static final Pattern OLDER = Pattern.compile("href=\"(/administration/journal\\?[^\"]*avant=[^\"]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Journal journal;

    @Autowired
    Projections views;

    private TestNetwork.Made made;
    private Browser ali;

    @BeforeEach
    void something_happened() {
        made = network.make();
        network.validate(made, network.claim(made, made.nadia()));
        ali = TestNetwork.signedIn(port, "fr", made.ali());
    }

    @Test
    void the_newest_event_comes_first_and_pages_go_on_to_the_oldest() {
        var first = ali.open("/administration/journal?reseau=" + made.network() + "&nom=network.coordinator-appointed");
        assertThat(first.body()).contains("network.coordinator-appointed.1", "Val d’Arcelle");
        var all = ali.open("/administration/journal").body();
        long newest = Long.parseLong(Browser.first(EVENT, all));
        assertThat(newest).isGreaterThan(5);
        var from = ali.open("/administration/journal?numero=" + (newest - 1)).body();
        assertThat(Long.parseLong(Browser.first(EVENT, from))).isEqualTo(newest - 1);
        if (newest > 50) {
            var older = ali.open(Browser.first(OLDER, all).replace("&amp;", "&"));
            assertThat(Long.parseLong(Browser.first(EVENT, older.body()))).isEqualTo(newest - 50);
        }
    }

    @Test
    void a_stream_is_found_by_its_name_or_by_its_id_alone() {
        var stream = StreamId.of(made.nadia().member()).value();
        for (var asked : new String[] {stream, made.nadia().member().toString()}) {
            assertThat(ali.open("/administration/journal?flux=" + asked).body())
                    .contains("member.joined.1", stream)
                    .doesNotContain("network.created.1");
        }
        var wrong = ali.open("/administration/journal?flux=nadia&du=hier&numero=zéro".replace("é", "%C3%A9"));
        assertThat(wrong.statusCode()).isEqualTo(200);
        assertThat(wrong.body()).contains("Écrivez un flux entier", "Choisissez un jour", "Écrivez un numéro");
    }

    @Test
    void an_event_shows_its_payload_with_personal_texts_sealed_and_what_the_same_command_recorded() {
        var submitted = ali.open("/administration/journal?nom=contribution.submitted&reseau=" + made.network());
        var page = ali.open("/administration/journal/" + Browser.first(EVENT, submitted.body()))
                .body();
        assertThat(page)
                .contains(
                        "contribution.submitted.1",
                        "workshop-led",
                        "texte scellé",
                        made.nadia().member().toString())
                .doesNotContain("Premiers pas", "Nadia", "??");
        var validated = ali.open("/administration/journal?nom=contribution.validated&reseau=" + made.network());
        var event = ali.open("/administration/journal/" + Browser.first(EVENT, validated.body()))
                .body();
        assertThat(event).contains("credit.issued.1", "le programme", "Ce n’est pas une réaction");
        var english = TestNetwork.signedIn(port, "en", made.ali());
        assertThat(english.open("/administration/journal/1").body())
                .contains("Event no. 1")
                .doesNotContain("??");
    }

    @Test
    void an_event_that_is_none_is_said_so_and_nobody_else_looks_in() {
        assertThat(ali.open("/administration/journal/" + (journal.position() + 1_000))
                        .statusCode())
                .isEqualTo(404);
        assertThat(ali.open("/administration/journal?avant=-5").statusCode()).isEqualTo(200);
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        assertThat(claire.open("/administration/journal").statusCode()).isEqualTo(403);
        assertThat(claire.open("/administration/journal/1").statusCode()).isEqualTo(403);
    }

    @Test
    void health_is_said_in_words_and_a_rebuild_is_followed_to_its_end() {
        var started = ali.submit("/administration/reconstruction", Map.of());
        assertThat(started.uri().getPath()).isEqualTo("/administration/sante");
        assertThat(started.body()).contains("La reconstruction a commencé", "<progress");
        var done = views.rebuild().join();
        assertThat(done.stage()).isEqualTo(Progress.Stage.DONE);
        assertThat(ali.open("/administration/sante").body())
                .contains(
                        "Reconstruites",
                        "Aucun événement n’est mis de côté",
                        "ce qui est sur les comptes est ce qui a été émis")
                .doesNotContain("http-equiv=\"refresh\"", "??");
    }
}
