package org.maillage.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maillage.badge.Badges;
import org.maillage.projection.Projections;
import org.maillage.relay.RelayStatus.State;
import org.maillage.web.MaillageApplication;
import org.maillage.web.testing.TestNetwork;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kafka is named, and nobody answers there. */
class KafkaAwayTest {

    @Test
    void the_program_serves_and_its_health_page_says_what_waits(@TempDir Path folder) {
        // A program of its own: a second context of the tests would stop the one that they share.
        try (var program = new SpringApplicationBuilder(MaillageApplication.class)
                .run(
                        "--server.port=0",
                        "--maillage.data=" + folder,
                        "--maillage.demonstrate=false",
                        "--maillage.connections=12",
                        "--maillage.kafka.servers=127.0.0.1:1")) {
            saysThatKafkaIsAway(program);
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
