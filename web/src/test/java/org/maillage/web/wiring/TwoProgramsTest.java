package org.maillage.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.PersonId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.web.MaillageApplication;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.signin.SignIns;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.Patience;
import org.maillage.web.testing.TestNetwork;
import org.maillage.web.token.ApiTokens;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Two programs on one PostgreSQL that both began at the same moment, with a mail server: one ledger, two doors. */
class TwoProgramsTest {

    private static final String ADMINISTRATOR = "ali@exemple.fr";
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/connexion/lien\\?jeton=\\S+)");
    private static final Pattern TOKEN = Pattern.compile("jeton=(\\S+)");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static Database database;
    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext other;
    private static List<PersonId> appointed = List.of();

    private final TestNetwork.Made made = one.getBean(TestNetwork.class).make();
    private final Browser nadia = signedIn(made.nadia().person());
    private final Browser claire = signedIn(made.claire().person());

    @BeforeAll
    static void both_start_at_once() throws Exception {
        POST.start();
        database = EmbeddedDatabase.start(Files.createDirectory(folder.resolve("database")));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> start("one"));
            var second = threads.submit(() -> start("other"));
            one = first.get(5, TimeUnit.MINUTES);
            other = second.get(5, TimeUnit.MINUTES);
        }
        var views = other.getBean(Projections.class);
        assertThat(views.awaitPosition(other.getBean(Journal.class).position(), Duration.ofSeconds(60)))
                .isTrue();
        appointed = views.members().administrators();
    }

    @AfterAll
    static void all_stop() {
        Stream.of(one, other).forEach(ConfigurableApplicationContext::close);
        database.close();
        POST.stop();
    }

    @Test
    void the_administrator_whom_both_were_told_of_is_one_person() {
        var told = other.getBean(SignIns.class).find(address(ADMINISTRATOR)).orElseThrow();
        assertThat(appointed).containsExactly(told);
    }

    @Test
    void a_claim_sent_to_both_at_once_is_one_and_both_show_it_and_its_decision_at_once() throws Exception {
        var form = filled();
        var sent = atOnce(
                () -> nadia.submit(site(one, "/declarer"), form), () -> nadia.submit(site(other, "/declarer"), form));
        assertThat(sent).extracting(HttpResponse::statusCode).containsOnly(200);
        var claims = one.getBean(Projections.class)
                .contributions()
                .ofMember(made.network(), made.nadia().member(), AsOf.NOW, null, 10)
                .items();
        assertThat(claims).hasSize(1);
        var claim = "/contributions/" + claims.getFirst().contribution();
        for (var program : List.of(one, other)) {
            assertThat(nadia.open(site(program, claim)).body()).contains("Atelier du mardi");
        }

        claire.submit(
                site(one, claim + "/validation"),
                Map.of("key", UUID.randomUUID().toString()));
        assertThat(claire.open(site(other, claim)).body()).contains("validée</span>");
        assertThat(nadia.open(site(other, "/mailles")).body()).contains("href=\"" + claim);
    }

    @Test
    void a_request_of_one_key_sent_to_both_at_once_is_answered_alike_by_both() throws Exception {
        var nadias = token(made.nadia().person());
        var claires = token(made.claire().person());
        for (int day = 1; day <= 8; day++) {
            var claim = """
                {"network": "%1$s", "links": [{"address": "https://exemple.fr/%2$s"}],
                 "shares": [{"kind": "workshop-led", "day": "%2$s", "quantity": {"session": 480}}]}\
                """.formatted(made.network(), today().minusDays(day));
            var claimed = askBoth(nadias, "/api/v1/contributions", claim, 201);
            askBoth(claires, claimed.headers().firstValue("Location").orElseThrow() + "/validation", "{}", 200);
        }
        var email = UUID.randomUUID() + "@exemple.fr";
        var guest = "{\"network\": \"%s\", \"name\": \"Rosa\", \"email\": \"%s\"}".formatted(made.network(), email);
        askBoth(claires, "/api/v1/members", guest, 201);
        assertThat(one.getBean(Projections.class)
                        .contributions()
                        .ofMember(made.network(), made.nadia().member(), AsOf.NOW, null, 20)
                        .items())
                .hasSize(8);
    }

    /** Sends it to both at once: one does it, and the other tells what that one did. */
    private static HttpResponse<String> askBoth(String token, String path, String body, int status) throws Exception {
        var key = UUID.randomUUID().toString();
        var answers =
                atOnce(() -> ask(site(one, path), token, key, body), () -> ask(site(other, path), token, key, body));
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status));
        assertThat(answers.getFirst().body()).isEqualTo(answers.getLast().body());
        assertThat(answers)
                .filteredOn(answer ->
                        answer.headers().firstValue("Idempotency-Replayed").isPresent())
                .hasSize(1);
        return answers.getFirst();
    }

    private static HttpResponse<String> ask(String address, String token, String key, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String token(PersonId person) {
        return one.getBean(ApiTokens.class)
                .make(Id.nextUuid(), person, "essai", true, Duration.ofHours(1))
                .orElseThrow()
                .text();
    }

    @Test
    void two_coordinators_at_two_doors_decide_once() throws Exception {
        var claim = "/contributions/" + one.getBean(TestNetwork.class).claim(made, made.nadia());
        var samir = signedIn(
                one.getBean(TestNetwork.class).coordinator(made, "Samir").person());
        var key = Map.of("key", UUID.randomUUID().toString());
        var pages = atOnce(
                () -> claire.submit(site(one, claim + "/validation"), key),
                () -> samir.submit(
                        site(other, claim + "/refus"),
                        Map.of("key", UUID.randomUUID().toString(), "reason", "DUPLICATE", "words", "")));
        assertThat(pages).extracting(HttpResponse::statusCode).containsOnlyOnce(200);
        var shown = claire.open(site(one, claim)).body();
        assertThat(shown.contains("validée</span>") ^ shown.contains("refusée</span>"))
                .isTrue();
        assertThat(samir.open(site(other, claim)).body().contains("validée</span>"))
                .isEqualTo(shown.contains("validée</span>"));
    }

    @Test
    void a_badge_is_awarded_once_and_what_one_revokes_the_other_does_not_call_valid() {
        var network = one.getBean(TestNetwork.class);
        network.validate(made, network.claim(made, made.nadia()));
        TestNetwork.quiet(other.getBean(Badges.class));
        var first = first();
        nadia.submit(site(one, "/badges/" + first.award() + "/acceptation"), fresh());
        nadia.submit(site(one, "/badges/" + first.award() + "/publication"), fresh());
        var page = "/b/" + first.code().shown();
        var visitor = new Browser(port(other));
        assertThat(visitor.open(page).body()).contains("Première contribution").doesNotContain("n’est plus valable");

        var sheet = "/coordination/badges/attributions/" + first.award();
        var revoking = fresh();
        revoking.putAll(Map.of("reason", "CONTRIBUTIONS_TAKEN_BACK", "published", "L’atelier n’a pas eu lieu."));
        assertThat(claire.submit(site(one, sheet + "/retrait"), revoking).body())
                .contains("L’atelier n’a pas eu lieu.");

        assertThat(visitor.open(page).body()).contains("n’est plus valable");
        assertThat(first().standing()).isEqualTo(Award.Standing.REVOKED);
    }

    @Test
    void one_letter_goes_out_for_what_both_could_send() throws MessagingException, IOException {
        var email = UUID.randomUUID() + "@exemple.fr";
        var inviting = fresh();
        inviting.putAll(Map.of("name", "Rosa", "email", email));
        claire.submit(site(one, "/coordination/membres/invitations"), inviting);
        Patience.await().until(() -> !letters(email).isEmpty());
        // The next letter to her is sent by both rounds' next turn at the soonest.
        claire.submit(site(other, "/coordination/membres/invitations"), inviting);
        Awaitility.await()
                .during(Duration.ofSeconds(6))
                .atMost(Duration.ofSeconds(30))
                .until(() -> letters(email).size() == 1);
        assertThat(body(letters(email).getFirst())).contains("/rejoindre?jeton=");
    }

    // By a letter, whose link one door sends and the other opens; the session is then of both.
    private Browser signedIn(PersonId person) {
        var email = UUID.randomUUID() + "@exemple.fr";
        one.getBean(SignIns.class).allow(address(email), person);
        var browser = new Browser(port(one));
        browser.submit("/connexion", Map.of("email", email));
        Patience.await().until(() -> !letters(email).isEmpty());
        var link = Browser.first(LINK, body(letters(email).getFirst()));
        assertThat(letters(email)).hasSize(1);
        browser.open(site(other, link));
        var opened = browser.submit(site(other, "/connexion/lien"), Map.of("jeton", Browser.first(TOKEN, link)));
        assertThat(opened.uri().getPath()).isEqualTo("/");
        assertThat(browser.open("/moi").statusCode()).isEqualTo(200);
        return browser;
    }

    private Map<String, String> filled() {
        return Map.of(
                "key",
                Browser.first(KEY, nadia.open("/declarer").body()),
                "kind",
                "workshop-led",
                "hours",
                "2",
                "title",
                "Atelier du mardi",
                "day",
                LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(1).toString(),
                "payment",
                "UNPAID");
    }

    private Award first() {
        var awards = one.getBean(Badges.class)
                .awards()
                .of(made.network(), made.nadia().member(), today());
        assertThat(awards).hasSize(1);
        return awards.getFirst();
    }

    private static List<HttpResponse<String>> atOnce(
            Callable<HttpResponse<String>> first, Callable<HttpResponse<String>> second) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var left = threads.submit(() -> {
                start.await(60, TimeUnit.SECONDS);
                return first.call();
            });
            var right = threads.submit(() -> {
                start.await(60, TimeUnit.SECONDS);
                return second.call();
            });
            return List.of(left.get(60, TimeUnit.SECONDS), right.get(60, TimeUnit.SECONDS));
        }
    }

    private static List<MimeMessage> letters(String email) {
        return Arrays.stream(POST.getReceivedMessages())
                .filter(message -> isTo(message, email))
                .toList();
    }

    private static boolean isTo(MimeMessage message, String email) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString().equals(email);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String body(MimeMessage message) {
        try {
            return message.getContent().toString();
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> fresh() {
        return new HashMap<>(Map.of("key", UUID.randomUUID().toString()));
    }

    private static EmailAddress address(String email) {
        return EmailAddress.read(email).orElseThrow();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    private static String site(ConfigurableApplicationContext program, String path) {
        return "http://localhost:" + port(program) + path;
    }

    private static int port(ConfigurableApplicationContext program) {
        return ((WebServerApplicationContext) program).getWebServer().getPort();
    }

    private static ConfigurableApplicationContext start(String name) {
        var key = Base64.getEncoder()
                .encodeToString(
                        "a key that is the same for both.".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return new SpringApplicationBuilder(MaillageApplication.class)
                .run(
                        "--server.port=0",
                        "--maillage.data=" + folder.resolve(name),
                        "--maillage.database-url=" + database.url() + "?user=" + database.user() + "&password="
                                + database.password(),
                        "--maillage.master-key=" + key,
                        "--maillage.administrator=" + ADMINISTRATOR,
                        "--maillage.connections=12",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + POST.getSmtp().getPort());
    }
}
