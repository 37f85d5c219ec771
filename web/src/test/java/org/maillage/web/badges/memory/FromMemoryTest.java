package org.maillage.web.badges.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.badge.AwardCommand.Accept;
import org.maillage.ledger.badge.AwardCommand.EndorseAward;
import org.maillage.ledger.badge.AwardCommand.Publish;
import org.maillage.ledger.badge.AwardCommand.Reinstate;
import org.maillage.ledger.badge.AwardCommand.Revoke;
import org.maillage.ledger.badge.AwardCommand.Suspend;
import org.maillage.ledger.badge.AwardCommand.Unpublish;
import org.maillage.ledger.event.AwardEvent.RevocationReason;
import org.maillage.ledger.value.Actor;
import org.maillage.web.frame.Commands;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@RunningProgram
class FromMemoryTest {

    private static final List<String> DOCUMENTS = List.of(".json", ".jwt", ".png", ".svg", ".pdf", "/card.png");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Badges badges;

    @Autowired
    Commands commands;

    @Autowired
    FilterRegistrationBean<FromMemory> memory;

    private final HttpClient client = HttpClient.newHttpClient();
    private TestNetwork.Made made;
    private Award award;
    private String page;

    @BeforeEach
    void nadia_shows_a_badge() {
        made = network.make();
        network.validate(made, network.claim(made, made.nadia()));
        award = badges.awards()
                .of(made.network(), made.nadia().member(), LocalDate.now(ZoneId.of("Europe/Paris")))
                .getFirst();
        page = "/b/" + award.code().shown();
        as(made.nadia(), new Accept(award.award(), made.network(), made.nadia().member()));
        as(made.nadia(), new Publish(award.award(), made.network(), made.nadia().member()));
    }

    // No more is waited for than a page waits before it answers a form.
    private void as(TestNetwork.Someone who, LedgerCommand command) {
        var done = commands.run(Actor.person(who.person()), UUID.randomUUID().toString(), command);
        assertThat(badges.awaitPosition(done.position(), java.time.Duration.ofSeconds(20)))
                .isTrue();
    }

    @Test
    void a_stranger_gets_the_page_without_a_cookie_and_again_only_where_it_changed() {
        var first = get(page);
        var tag = tag(first);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().map()).doesNotContainKey("set-cookie");
        assertThat(first.headers().firstValue("cache-control")).hasValue("no-cache");
        assertThat(first.headers().firstValue("vary").orElse(""))
                .containsIgnoringCase("cookie")
                .containsIgnoringCase("accept-language");
        assertThat(first.headers().firstValue("content-security-policy")).isPresent();
        assertThat(first.headers().firstValue("x-content-type-options")).hasValue("nosniff");

        var second = get(page);
        assertThat(second.body()).isEqualTo(first.body());
        var headers = new java.util.TreeMap<>(second.headers().map());
        headers.remove("date");
        var before = new java.util.TreeMap<>(first.headers().map());
        before.remove("date");
        assertThat(headers).isEqualTo(before);

        var same = get(page, "If-None-Match", tag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(tag(same)).isEqualTo(tag);
        assertThat(get(page, "If-None-Match", "\"another\"").statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_compressed_says_the_same() {
        var plain = get(page);
        var compressed = get(page, "Accept-Encoding", "gzip, br");
        assertThat(compressed.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(compressed.body().length).isLessThan(plain.body().length);
        assertThat(unzipped(compressed.body())).isEqualTo(plain.body());
        assertThat(get(page, "If-None-Match", tag(compressed)).statusCode()).isEqualTo(304);
    }

    @Test
    void nothing_is_asked_of_the_program_a_second_time() throws Exception {
        var asked = new AtomicInteger();
        for (var form : List.of("", "/integrer", ".json", ".jwt", ".png", ".svg", ".pdf", "/card.png")) {
            assertThat(get(page + form).statusCode()).as(form).isEqualTo(200);
            assertThat(fromMemory(page + form, asked).getStatus()).as(form).isEqualTo(200);
        }
        assertThat(get("/ob2" + page).statusCode()).isEqualTo(200);
        assertThat(fromMemory("/ob2" + page, asked).getStatus()).isEqualTo(200);
        assertThat(asked).hasValue(0);

        as(
                made.nadia(),
                new Unpublish(award.award(), made.network(), made.nadia().member()));
        fromMemory(page, asked);
        fromMemory("/ob2" + page, asked);
        assertThat(asked).hasValue(2);
    }

    private MockHttpServletResponse fromMemory(String path, AtomicInteger asked) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.addHeader("Accept", "text/html");
        request.addHeader("Accept-Language", "fr");
        var response = new MockHttpServletResponse();
        FilterChain program = (_, answer) -> {
            asked.incrementAndGet();
            ((HttpServletResponse) answer).setStatus(404);
        };
        memory.getFilter().doFilter(request, response, program);
        return response;
    }

    @Test
    void each_other_form_is_sent_again_only_where_it_changed() {
        for (var form : DOCUMENTS) {
            var first = get(page + form);
            assertThat(first.statusCode()).as(form).isEqualTo(200);
            assertThat(first.headers().map()).as(form).doesNotContainKey("set-cookie");
            assertThat(get(page + form).body()).as(form).isEqualTo(first.body());
            assertThat(get(page + form, "If-None-Match", tag(first)).statusCode())
                    .as(form)
                    .isEqualTo(304);
        }
        var english = get(page + ".json?lang=en");
        assertThat(english.body()).isNotEqualTo(get(page + ".json").body());
        assertThat(get(page, "Accept", "application/ld+json").body())
                .isEqualTo(get(page + ".json").body());
        assertThat(get(page, "Accept", "text/html")
                        .headers()
                        .firstValue("content-type")
                        .orElse(""))
                .startsWith("text/html");
    }

    @Test
    void languages_and_themes_are_pages_of_their_own_and_a_session_is_asked_for_each_time() {
        assertThat(text(get(page, "Accept-Language", "fr"))).contains("Qui l’appuie", "lang=\"fr\"");
        assertThat(text(get(page, "Accept-Language", "en"))).contains("lang=\"en\"");
        assertThat(text(get(page, "Cookie", "theme=dark"))).contains("data-theme=\"dark\"");
        assertThat(text(get(page))).doesNotContain("data-theme=\"dark\"");

        var claire = TestNetwork.signedIn(port, "fr", made.claire().person()).open(page);
        assertThat(claire.body()).contains("Appuyer ce badge", "Se déconnecter");
        assertThat(claire.headers().firstValue("cache-control").orElse("")).contains("no-store");
        assertThat(text(get(page))).doesNotContain("Appuyer ce badge", "Se déconnecter");
    }

    @Test
    void whatever_happens_to_the_badge_shows_at_once() {
        assertThat(text(get(page))).contains("Ce badge est authentique").doesNotContain("Elle prend le temps.");
        var token = get(page + ".json").body();
        as(
                made.claire(),
                new EndorseAward(award.award(), made.network(), made.claire().member(), null, "Elle prend le temps."));
        assertThat(text(get(page))).contains("Elle prend le temps.");
        assertThat(get(page + ".json").body()).isNotEqualTo(token);

        var claire = made.claire().member();
        as(made.claire(), new Suspend(award.award(), made.network(), claire, "À regarder."));
        assertThat(text(get(page))).doesNotContain("Ce badge est authentique");
        as(made.claire(), new Reinstate(award.award(), made.network(), claire));
        assertThat(text(get(page))).contains("Ce badge est authentique");

        as(
                made.nadia(),
                new Unpublish(award.award(), made.network(), made.nadia().member()));
        for (var form : DOCUMENTS) {
            assertThat(get(page + form).statusCode()).as(form).isEqualTo(404);
        }
        assertThat(get(page).statusCode()).isEqualTo(404);
        as(made.nadia(), new Publish(award.award(), made.network(), made.nadia().member()));
        assertThat(get(page).statusCode()).isEqualTo(200);

        var mistake = RevocationReason.AWARDED_BY_MISTAKE;
        as(made.claire(), new Revoke(award.award(), made.network(), claire, mistake, "Attribué par erreur."));
        assertThat(text(get(page))).contains("Attribué par erreur.");
        assertThat(get("/ob2" + page).statusCode()).isEqualTo(410);
    }

    @Test
    void a_consent_that_is_given_or_taken_back_shows_at_once() {
        var nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        assertThat(text(get(page))).doesNotContain("Nadia");
        nadia.submit("/moi/visibilite/NAME", Map.of("audience", "EVERYONE"));
        assertThat(text(get(page))).contains("Nadia");
        nadia.submit("/moi/visibilite/NAME", Map.of("audience", "SELF"));
        assertThat(text(get(page))).doesNotContain("Nadia");
    }

    @Test
    void its_forms_are_taken_without_a_token_where_the_browser_says_that_they_are_of_this_site() {
        assertThat(text(get(page))).contains("action=\"/preferences\"").doesNotContain("_csrf");
        var site = "http://localhost:" + port;
        assertThat(chooses("Origin", site).statusCode()).isEqualTo(302);
        assertThat(chooses("Origin", site).headers().firstValue("set-cookie").orElse(""))
                .contains("langue=en");
        for (var other : List.of("http://ailleurs.example", "null", "http://localhost", site + ".ailleurs.example")) {
            assertThat(chooses("Origin", other).statusCode()).as(other).isEqualTo(403);
        }
        assertThat(chooses("X-Nothing", "said").statusCode()).isEqualTo(403);
    }

    private HttpResponse<byte[]> chooses(String header, String value) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/preferences"))
                .header(header, value)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("language=en&back=" + page)));
    }

    private HttpResponse<byte[]> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }

    private static String tag(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("etag").orElseThrow();
    }

    private static byte[] unzipped(byte[] bytes) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
