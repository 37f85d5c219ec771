package org.maillage.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.maillage.badge.Badges;
import org.maillage.ledger.event.ContributionEvent;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.journal.TestDatabase;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Mailles;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.relay.Broker;
import org.maillage.web.MaillageApplication;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.signin.SignIns;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.TestNetwork;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Two web processes and two of the views on one PostgreSQL and the real broker, and one after the other is killed. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class TopologyTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/connexion/lien\\?jeton=\\S+)");
    private static final Pattern TOKEN = Pattern.compile("jeton=(\\S+)");
    private static final Pattern TRACE = Pattern.compile("name=\"trace\" value=\"([^\"]+)\"");
    private static final String PDF = "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n";
    private static final Pattern CLAIM = Pattern.compile("/contributions/([0-9a-f-]{36})");
    private static final Duration TAKEN_OVER = Duration.ofMinutes(2);
    private static final int AT_ONCE = 6;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final List<String> titles = new ArrayList<>();

    @Test
    void whoever_is_killed_nothing_that_was_acknowledged_is_lost_or_counted_twice() throws Exception {
        try (var topology = new Topology(folder)) {
            // The first web process has the relay's lease.
            var web = topology.web("web-1", Map.of());
            var views = topology.views("views-1");
            var others = topology.views("views-2");
            try (var here = here(topology)) {
                var made = here.getBean(TestNetwork.class).make();
                var nadia = signedIn(here, made.nadia(), topology);
                var claire = signedIn(here, made.claire(), topology);
                int port = port(here);
                validatedAtTheOther(nadia, claire, web.port(), port);

                views.kill();
                claimed(nadia, web.port(), "un processus des vues est mort");
                others.kill();
                saidToBeLate(nadia, web.port(), "aucun processus des vues");
                topology.views("views-3");
                awaitShown(nadia, port);

                killedWhileClaimsAreSent(web, nadia, port);
                awaitShown(nadia, port);

                disconnected(topology);
                claimed(nadia, port, "les connexions sont mortes");

                topology.broker().kill();
                sent(nadia, port, filled(nadia, port, "le courtier est mort"));
                topology.broker().start();
                awaitShown(nadia, port);

                assertNothingIsLostOrDouble(here, made);
            }
        } finally {
            Broker.running();
        }
    }

    /** A file and a claim that one web process was sent, and the other decided: both show all of it. */
    private void validatedAtTheOther(Browser nadia, Browser claire, int one, int other) {
        var form = filled(nadia, other, "tout va bien");
        var draft = new HashMap<>(form);
        draft.put("act", "keep");
        var trace = Browser.first(
                TRACE,
                nadia.upload(site(one, "/declarer"), draft, Map.of("document", PDF))
                        .body());
        assertThat(nadia.open(site(other, "/traces/" + trace)).body()).isEqualTo(PDF);
        form.put("trace", trace);
        var page = sent(nadia, one, form);
        awaitShown(nadia, other);
        assertThat(claire.open(site(other, "/traces/" + trace)).body()).isEqualTo(PDF);
        var key = Map.of("key", UUID.randomUUID().toString());
        claire.submit(site(other, page + "/validation"), key);
        // The same decision again, as after a doubtful answer, at the other door.
        claire.submit(site(one, page + "/validation"), key);
        for (int port : List.of(one, other)) {
            Awaitility.await()
                    .atMost(TAKEN_OVER)
                    .untilAsserted(() ->
                            assertThat(nadia.open(site(port, page)).body()).contains("validée</span>"));
        }
    }

    private String claimed(Browser nadia, int port, String title) {
        var page = sent(nadia, port, filled(nadia, port, title));
        awaitShown(nadia, port);
        return page;
    }

    /** Nobody follows, so the page of a claim that was taken cannot be there yet; it does not say that there is none. */
    private void saidToBeLate(Browser nadia, int port, String title) {
        var answer = nadia.submit(site(port, "/declarer"), filled(nadia, port, title));
        assertThat(answer.previousResponse()).as("it is taken").isPresent();
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("un peu de retard sur le registre");
    }

    /** Several at once, while their process is killed: who got no answer sends the same form to the other process. */
    private void killedWhileClaimsAreSent(Topology.Program web, Browser nadia, int other) throws Exception {
        var forms = new ArrayList<Map<String, String>>();
        for (int i = 0; i < AT_ONCE; i++) {
            forms.add(filled(nadia, other, "en même temps " + i));
        }
        var answered = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var sending = new ArrayList<Future<HttpResponse<String>>>();
            for (var form : forms) {
                sending.add(threads.submit((Callable<HttpResponse<String>>) () -> {
                    var answer = nadia.submit(site(web.port(), "/declarer"), form);
                    answered.incrementAndGet();
                    return answer;
                }));
            }
            Awaitility.await().atMost(TAKEN_OVER).until(() -> answered.get() > 0);
            web.kill();
            for (var sent : sending) {
                Awaitility.await().atMost(TAKEN_OVER).until(sent::isDone);
            }
        }
        assertThat(answered.get()).isPositive();
        forms.forEach(form -> sent(nadia, other, form));
    }

    /** Every connection of the program ends under it. */
    private static void disconnected(Topology topology) {
        var ended = TestDatabase.ask(topology.database(), """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid()
            """);
        assertThat(Integer.parseInt(ended)).isGreaterThan(4);
    }

    private Map<String, String> filled(Browser nadia, int port, String title) {
        var form = new HashMap<String, String>();
        form.put("key", key(nadia, port));
        form.put("kind", "workshop-led");
        form.put("hours", "2");
        form.put("title", title);
        form.put(
                "day",
                LocalDate.now(ZoneId.of("Europe/Paris"))
                        .minusDays(titles.size())
                        .toString());
        form.put("payment", "UNPAID");
        titles.add(title);
        return form;
    }

    /** Of the page of the form; asked for again where a connection was lost. */
    private static String key(Browser nadia, int port) {
        return Awaitility.await()
                .atMost(TAKEN_OVER)
                .until(() -> KEY.matcher(nadia.open(site(port, "/declarer")).body()), Matcher::find)
                .group(1);
    }

    /** Sends a form until it is taken, and once more; returns the address of the claim. */
    private static String sent(Browser nadia, int port, Map<String, String> form) {
        Awaitility.await()
                .atMost(TAKEN_OVER)
                .ignoreExceptions()
                .until(() -> nadia.submit(site(port, "/declarer"), form)
                        .previousResponse()
                        .isPresent());
        var again = nadia.submit(site(port, "/declarer"), form);
        assertThat(again.previousResponse()).as(again.body()).isPresent();
        return Browser.first(CLAIM, again.uri().getPath()).transform("/contributions/"::concat);
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
        TestNetwork.quiet(here.getBean(Badges.class));
        assertThat(views.awaitPosition(journal.position(), TAKEN_OVER)).isTrue();
        var events = journal.after(0, Integer.MAX_VALUE);
        assertThat(events)
                .extracting(Recorded::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(titles).hasSize(5 + AT_ONCE).doesNotHaveDuplicates();
        assertThat(count(events, ContributionEvent.Submitted.class)).isEqualTo(titles.size());
        assertThat(count(events, ContributionEvent.Validated.class)).isEqualTo(1);
        assertThat(count(events, CreditEvent.Issued.class)).isEqualTo(1);
        var nadia = made.nadia().member();
        assertThat(views.contributions()
                        .ofMember(made.network(), nadia, AsOf.NOW, null, 50)
                        .items())
                .hasSize(titles.size());
        assertThat(views.accounts()
                        .balance(made.network(), AccountId.of(nadia), AsOf.NOW)
                        .available())
                .isEqualTo(Mailles.whole(4));
        assertThat(views.figures().conservation(made.network(), AsOf.NOW).holds())
                .isTrue();
        assertThat(here.getBean(Badges.class)
                        .awards()
                        .of(made.network(), nadia, LocalDate.now(ZoneId.of("Europe/Paris"))))
                .as("the badge of a first contribution")
                .hasSize(1);
        assertThat(views.parked()).isEmpty();
        assertThat(here.getBean(Badges.class).parked()).isEmpty();
    }

    private static long count(List<Recorded> events, Class<? extends LedgerEvent> type) {
        return events.stream()
                .filter(recorded -> type.isInstance(recorded.event()))
                .count();
    }

    /** One of the web processes is this one, so that the test can make people. */
    private static ConfigurableApplicationContext here(Topology topology) {
        var told = topology.environment("web-2").entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue());
        return new SpringApplicationBuilder(MaillageApplication.class)
                .run(Stream.concat(
                                told,
                                Stream.of(
                                        "--MAILLAGE_PORT=0",
                                        "--spring.mail.host=127.0.0.1",
                                        "--spring.mail.port="
                                                + topology.post().getSmtp().getPort()))
                        .toArray(String[]::new));
    }

    private static Browser signedIn(ConfigurableApplicationContext here, TestNetwork.Someone someone, Topology topology)
            throws Exception {
        var email = UUID.randomUUID() + "@exemple.fr";
        here.getBean(SignIns.class).allow(EmailAddress.read(email).orElseThrow(), someone.person());
        var browser = new Browser(port(here));
        int before = topology.post().getReceivedMessages().length;
        browser.submit("/connexion", Map.of("email", email));
        Awaitility.await().atMost(TAKEN_OVER).until(() -> topology.post().getReceivedMessages().length > before);
        var letter = Arrays.asList(topology.post().getReceivedMessages()).getLast();
        var link = Browser.first(LINK, letter.getContent().toString());
        browser.open(link);
        browser.submit("/connexion/lien", Map.of("jeton", Browser.first(TOKEN, link)));
        assertThat(browser.open("/moi").statusCode()).isEqualTo(200);
        return browser;
    }

    private static int port(ConfigurableApplicationContext program) {
        return ((WebServerApplicationContext) program).getWebServer().getPort();
    }

    private static String site(int port, String path) {
        return "http://localhost:" + port + path;
    }
}
