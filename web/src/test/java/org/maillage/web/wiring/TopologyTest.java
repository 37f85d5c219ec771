package org.maillage.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maillage.ledger.event.ContributionEvent;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.journal.Journal;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.web.MaillageApplication;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.signin.SignIns;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.TestNetwork;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Two web processes and two of the views on one PostgreSQL and the real broker, and one after the other is killed. */
class TopologyTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/connexion/lien\\?jeton=\\S+)");
    private static final Pattern TOKEN = Pattern.compile("jeton=(\\S+)");
    private static final Duration TAKEN_OVER = Duration.ofSeconds(90);

    @TempDir
    static Path folder;

    private final List<String> titles = new ArrayList<>();

    @Test
    void whoever_is_killed_nothing_that_was_acknowledged_is_lost_or_counted_twice() throws Exception {
        var post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        try (var topology = new Topology(folder)) {
            var views = topology.views("views-1");
            // The first web process has the relay's lease.
            var web = topology.web("web-1");
            try (var here = here(topology, post)) {
                var network = here.getBean(TestNetwork.class);
                var made = network.make();
                var nadia = signedIn(here, made.nadia(), post);
                int port = ((WebServerApplicationContext) here).getWebServer().getPort();
                claimed(nadia, web.port(), "tout va bien");

                topology.views("views-2");
                views.kill();
                claimed(nadia, web.port(), "un processus des vues est mort");

                web.kill();
                claimed(nadia, port, "un processus du web est mort");

                topology.broker().kill();
                sent(nadia, port, "le courtier est mort");
                topology.broker().start();
                awaitShown(nadia, port);

                assertNothingIsLostOrDouble(here, made);
            }
        } finally {
            post.stop();
            org.maillage.relay.Broker.running();
        }
    }

    private void claimed(Browser nadia, int port, String title) {
        sent(nadia, port, title);
        awaitShown(nadia, port);
    }

    private void sent(Browser nadia, int port, String title) {
        var form = Map.of(
                "key",
                Browser.first(KEY, nadia.open(site(port, "/declarer")).body()),
                "kind",
                "workshop-led",
                "hours",
                "2",
                "title",
                title,
                "day",
                LocalDate.now(ZoneId.of("Europe/Paris"))
                        .minusDays(titles.size())
                        .toString(),
                "payment",
                "UNPAID");
        assertThat(nadia.submit(site(port, "/declarer"), form).statusCode()).isEqualTo(200);
        titles.add(title);
    }

    /** Every claim so far, on a page whose views come from Kafka. */
    private void awaitShown(Browser nadia, int port) {
        Awaitility.await()
                .atMost(TAKEN_OVER)
                .untilAsserted(() -> assertThat(
                                nadia.open(site(port, "/contributions")).body())
                        .contains(titles));
    }

    private void assertNothingIsLostOrDouble(ConfigurableApplicationContext here, TestNetwork.Made made) {
        var views = here.getBean(Projections.class);
        var journal = here.getBean(Journal.class);
        assertThat(views.awaitPosition(journal.position(), TAKEN_OVER)).isTrue();
        var events = journal.after(0, Integer.MAX_VALUE);
        assertThat(events)
                .extracting(Recorded::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(events.stream().filter(recorded -> recorded.event() instanceof ContributionEvent.Submitted))
                .hasSize(titles.size());
        assertThat(views.contributions()
                        .ofMember(made.network(), made.nadia().member(), AsOf.NOW, null, 20)
                        .items())
                .hasSize(titles.size());
        assertThat(new HashSet<>(titles)).hasSize(4);
        assertThat(views.figures().conservation(made.network(), AsOf.NOW).holds())
                .isTrue();
        assertThat(views.parked()).isEmpty();
    }

    /** One of the web processes is this one, so that the test can make people. */
    private static ConfigurableApplicationContext here(Topology topology, GreenMail post) {
        var told = topology.environment("web-2").entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue());
        var own = java.util.stream.Stream.of(
                "--server.port=0",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + post.getSmtp().getPort());
        return new SpringApplicationBuilder(MaillageApplication.class)
                .run(java.util.stream.Stream.concat(told, own).toArray(String[]::new));
    }

    private static Browser signedIn(ConfigurableApplicationContext here, TestNetwork.Someone someone, GreenMail post)
            throws Exception {
        var email = UUID.randomUUID() + "@exemple.fr";
        here.getBean(SignIns.class).allow(EmailAddress.read(email).orElseThrow(), someone.person());
        var browser =
                new Browser(((WebServerApplicationContext) here).getWebServer().getPort());
        browser.submit("/connexion", Map.of("email", email));
        Awaitility.await().until(() -> post.getReceivedMessages().length > 0);
        MimeMessage letter =
                Arrays.stream(post.getReceivedMessages()).findFirst().orElseThrow();
        var link = Browser.first(LINK, letter.getContent().toString());
        browser.open(link);
        browser.submit("/connexion/lien", Map.of("jeton", Browser.first(TOKEN, link)));
        assertThat(browser.open("/moi").statusCode()).isEqualTo(200);
        return browser;
    }

    private static String site(int port, String path) {
        return "http://localhost:" + port + path;
    }
}
