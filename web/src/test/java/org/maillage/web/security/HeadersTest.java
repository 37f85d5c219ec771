package org.maillage.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.PageTable;
import org.maillage.web.testing.PageTable.Reader;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.maillage.web.testing.Visits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What each answer tells a browser to forbid. */
@RunningProgram
class HeadersTest {

    private static final Pattern HASHED = Pattern.compile(".*-[0-9a-f]{32}\\.[a-z0-9]+");
    private static final Pattern FILE =
            Pattern.compile("(?:href|src)=\"(/(?:css|js|fonts|images|webjars|icons|favicon)[^\"#]*)");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Test
    void every_page_forbids_what_it_does_not_need() {
        var visits = Visits.of(port, network);
        for (var visit : visits.all()) {
            var answer = visits.browser(visit.reader()).open(visit.path());
            if (visit.path().endsWith("/integrer")) {
                isForFrames(visit.toString(), answer);
            } else {
                isGuarded(visit.toString(), answer);
            }
            // What all strangers get alike may be kept, by whoever asks each time whether it still holds.
            var kept = visit.reader() == Reader.VISITOR && visit.path().startsWith("/b/");
            assertThat(header(answer, "cache-control")).as(visit.path()).contains(kept ? "no-cache" : "no-store");
            // Letters in the demonstration's mailbox lead here by whole addresses.
            assertThat(answer.body().replace("href=\"http://localhost:" + port + "/", "href=\"/"))
                    .as(visit.path())
                    .doesNotContain(" style=")
                    .doesNotContain("<style")
                    .doesNotContainPattern("<script(?![^>]* src=)")
                    .doesNotContainPattern(" on[a-z]+=\"")
                    .doesNotContainPattern("(src|href|action)=\"(https?:)?//(?!www\\.linkedin\\.com/profile/add)")
                    .doesNotContain("javascript:");
        }
    }

    @Test
    void what_is_no_page_is_guarded_alike() {
        var visitor = new Browser(port);
        for (var path : List.of("/nulle-part", "/api/v1/me", "/api/v1/openapi.json", "/favicon.svg", "/css/base.css")) {
            isGuarded(path, visitor.open(path));
        }
        isGuarded(
                "refused",
                TestNetwork.signedIn(port, "fr", network.make().nadia().person())
                        .open("/administration"));
    }

    @Test
    void what_pages_are_made_of_is_named_by_its_content_and_kept_a_year() {
        var browser = new Browser(port);
        var files = files(browser.open("/connexion").body());
        assertThat(files)
                .hasSizeGreaterThan(8)
                .allMatch(file -> HASHED.matcher(file).matches(), "bears a hash");
        for (var file : files) {
            var answer = browser.open(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(header(answer, "cache-control")).as(file).contains("max-age=31536000", "public");
        }
        var fonts = browser.open(files.stream()
                .filter(file -> file.contains("/base-"))
                .findFirst()
                .orElseThrow());
        assertThat(fonts.body()).containsPattern("fonts/atkinson-next-[0-9a-f]{32}\\.woff2");
    }

    @Test
    void what_is_asked_for_by_its_bare_name_is_asked_for_again_each_time() {
        var browser = new Browser(port);
        for (var file : new String[] {"/css/base.css", "/favicon.svg"}) {
            var answer = browser.open(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(header(answer, "cache-control"))
                    .as(file)
                    .contains("no-cache")
                    .doesNotContain("max-age", "immutable");
            assertThat(header(answer, "etag")).as(file).isNotEmpty();
        }
        assertThat(browser.open("/css/base-" + "0".repeat(32) + ".css").statusCode())
                .isEqualTo(404);
    }

    @Test
    void no_form_is_taken_without_its_token() {
        var nadia = TestNetwork.signedIn(port, "fr", network.make().nadia().person());
        var forms = PageTable.forms();
        assertThat(forms).hasSizeGreaterThan(25);
        for (var pattern : forms) {
            var path = pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
            assertThat(nadia.submit(path, Map.of(), "forged").statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void no_script_and_no_other_site_gets_a_cookie() {
        var answer = new Browser(port).open("/connexion");
        var cookies = new ArrayList<>(answer.headers().allValues("set-cookie"));
        var made = network.make();
        cookies.addAll(signInCookies(made));
        assertThat(cookies)
                .anySatisfy(cookie -> assertThat(cookie).startsWith("formulaires="))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("seance="))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
    }

    private List<String> signInCookies(TestNetwork.Made made) {
        var browser = new Browser(port);
        var answer = browser.submit(
                "/connexion/demonstration",
                Map.of("person", made.nadia().person().toString()));
        return answer.previousResponse().orElseThrow().headers().allValues("set-cookie");
    }

    private static void isGuarded(String what, HttpResponse<String> answer) {
        assertThat(header(answer, "content-security-policy"))
                .as(what)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .contains("form-action 'self'", "base-uri 'none'")
                .doesNotContain("unsafe", "*", "http:", "https:");
        assertThat(header(answer, "x-content-type-options")).as(what).isEqualTo("nosniff");
        assertThat(header(answer, "x-frame-options")).as(what).isEqualTo("DENY");
        assertThat(header(answer, "referrer-policy")).as(what).isEqualTo("same-origin");
        assertThat(header(answer, "cross-origin-opener-policy")).as(what).isEqualTo("same-origin");
        assertThat(header(answer, "permissions-policy")).as(what).contains("camera=()", "microphone=()", "payment=()");
        assertThat(answer.headers().map()).as(what).doesNotContainKeys("server", "x-powered-by");
    }

    /** What other sites may show inside their pages: by anybody, and with nothing in it that can be sent. */
    private static void isForFrames(String what, HttpResponse<String> answer) {
        assertThat(header(answer, "content-security-policy"))
                .as(what)
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors https: http:", "base-uri 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(header(answer, "x-frame-options")).as(what).isEmpty();
        assertThat(header(answer, "set-cookie")).as(what).isEmpty();
        assertThat(answer.body()).as(what).doesNotContain("<form", "<script");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static List<String> files(String page) {
        return FILE.matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
