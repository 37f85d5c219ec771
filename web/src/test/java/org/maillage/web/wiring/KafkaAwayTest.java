package org.maillage.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maillage.badge.Badges;
import org.maillage.ledger.journal.TestDatabase;
import org.maillage.ledger.value.Id;
import org.maillage.projection.Projections;
import org.maillage.relay.RelayStatus.State;
import org.maillage.web.MaillageApplication;
import org.maillage.web.frame.FormKey;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.TestNetwork;
import org.maillage.web.token.ApiTokens;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kafka is named, and nobody answers there; then the database of the views goes away for a while. */
@ExtendWith(OutputCaptureExtension.class)
class KafkaAwayTest {

    @Test
    void the_program_serves_and_its_health_page_says_what_waits(@TempDir Path folder, CapturedOutput output) {
        var views = TestDatabase.fresh();
        // A program of its own: a second context of the tests would stop the one that they share.
        try (var program = new SpringApplicationBuilder(MaillageApplication.class)
                .run(
                        "--server.port=0",
                        "--maillage.data=" + folder,
                        "--maillage.demonstrate=false",
                        "--maillage.connections=12",
                        "--maillage.views.database-url=" + views.getUrl() + "?user=" + views.getUser(),
                        "--maillage.kafka.servers=127.0.0.1:1")) {
            assertThat(output).contains("Maillage is ready").doesNotContain("outOfOrder");
            saysThatKafkaIsAway(program);
            saysThatTheViewsAreAway(program, views);
            saysThatItIsOlderThanTheJournal(program);
        }
    }

    private static void saysThatKafkaIsAway(ConfigurableApplicationContext program) {
        int port = ((WebServerApplicationContext) program).getWebServer().getPort();
        var network = program.getBean(TestNetwork.class);
        var copying = program.getBean(Copying.class);
        var made = network.make();
        network.validate(made, network.claim(made, made.nadia()));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (copying.status().orElseThrow().state() != State.AWAY) {
            assertThat(System.nanoTime()).as("it says so").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }

        var page = TestNetwork.signedIn(port, "fr", made.ali()).open("/administration/sante");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .containsPattern(
                        "Kafka ne répond pas\u00a0: [0-9\u202f]+\u00a0événements attendent, et la copie reprendra")
                .contains("à réparer", "La cause\u00a0:");
        assertThat(TestNetwork.signedIn(port, "en", made.ali())
                        .open("/administration/sante")
                        .body())
                .contains("Kafka does not answer: ", "the copy will go on by itself");
    }

    private static void saysThatTheViewsAreAway(ConfigurableApplicationContext program, PGSimpleDataSource views) {
        int port = ((WebServerApplicationContext) program).getWebServer().getPort();
        var made = program.getBean(TestNetwork.class).make();
        var ali = TestNetwork.signedIn(port, "fr", made.ali());
        var nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        var token = program.getBean(ApiTokens.class)
                .make(Id.nextUuid(), made.nadia().person(), "essai", true, Duration.ofHours(1))
                .orElseThrow()
                .text();
        assertThat(nadia.open("/").statusCode()).isEqualTo(200);
        var claim = program.getBean(TestNetwork.class).claim(made, made.nadia());
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        var question = "/contributions/" + claim + "/precision";
        var form = new HashMap<>(Map.of("words", "Combien de personnes\u00a0?", "_auteur", claire.author()));
        form.put("key", FormKey.next().toString());
        open(views, false);
        try {
            var home = nadia.open("/");
            assertThat(home.statusCode()).isEqualTo(503);
            assertThat(home.headers().firstValue("Retry-After")).hasValue("60");
            assertThat(home.body()).contains("leur base de données ne répond pas", "Attendez une minute");
            var away = claire.submit(question, form);
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.headers().firstValue("Retry-After")).hasValue("60");
            assertThat(away.body())
                    .contains("Ce que vous aviez écrit", "value=\"Combien de personnes\u00a0?\"", "Envoyer de nouveau")
                    .contains("action=\"" + question, form.get("key"), form.get("_auteur"));
            assertThat(nadia.submit(question, form).body())
                    .as("a form that was shown to somebody else")
                    .contains("leur base de données ne répond pas")
                    .doesNotContain("Combien de personnes");
            assertThat(nadia.open("/aide").statusCode()).isEqualTo(200);
            assertThat(new Browser(port, "fr").open("/connexion").statusCode()).isEqualTo(200);
            assertThat(nadia.open("/administration/sante").statusCode()).isEqualTo(503);
            var health = ali.open("/administration/sante");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).contains("La base de données des vues ne répond pas\u00a0:", "à réparer");
            var problem = me(port, token);
            assertThat(problem.statusCode()).isEqualTo(503);
            assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(problem.headers().firstValue("Retry-After")).hasValue("60");
            assertThat(problem.body()).contains("\"reason\":\"database-away\"", "rien de ce qui est enregistré");
        } finally {
            open(views, true);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(nadia.open("/").statusCode()).isEqualTo(200));
        assertThat(me(port, token).statusCode()).isEqualTo(200);
        assertThat(claire.submit(question, form).body()).contains("Combien de personnes");
    }

    private static void open(PGSimpleDataSource database, boolean open) {
        // A database closes itself to nobody: it is done from another.
        var other = TestDatabase.fresh();
        TestDatabase.execute(other, "alter database \"" + database.getDatabaseName() + "\" allow_connections " + open);
        TestDatabase.ask(
                other,
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '"
                        + database.getDatabaseName() + "'");
    }

    private static HttpResponse<String> me(int port, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/me"))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .join();
    }

    /** In a rolling upgrade a newer program writes what this one cannot read: it stops there, and sets nothing aside. */
    private static void saysThatItIsOlderThanTheJournal(ConfigurableApplicationContext program) {
        int port = ((WebServerApplicationContext) program).getWebServer().getPort();
        var made = program.getBean(TestNetwork.class).make();
        var ali = TestNetwork.signedIn(port, "fr", made.ali());
        program.getBean(JdbcClient.class).sql("""
            insert into journal.event
            select max(position) + 1, 'member/' || gen_random_uuid(), 0, gen_random_uuid(), 'member.teleported.1',
                   null, 'system', null, gen_random_uuid(), max(recorded_at), '{}' from journal.event
            """).update();

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(ali.open("/administration/sante").body())
                                .contains(
                                        "Les vues sont arrêtées\u00a0: les pages montrent ce qui était enregistré"
                                                + " jusque-là.",
                                        "Les badges sont arrêtés\u00a0: ceux qui sont gagnés attendent.",
                                        "installez-la ici aussi",
                                        "unknown event member.teleported.1",
                                        "Aucun événement n’est mis de côté."));
        assertThat(program.getBean(Projections.class).parked()).isEmpty();
        assertThat(program.getBean(Badges.class).parked()).isEmpty();
    }
}
