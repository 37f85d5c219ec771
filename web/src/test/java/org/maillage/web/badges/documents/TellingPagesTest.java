package org.maillage.web.badges.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.question.Award;
import org.maillage.badge.verify.Question;
import org.maillage.badge.verify.Reason;
import org.maillage.badge.verify.Verdict;
import org.maillage.web.badges.BadgesWorld;
import org.maillage.web.signin.Correspondents;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.signin.SignIns;
import org.maillage.web.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** A badge tells its member's address, hashed, where the member asked for it, and nowhere else. */
class TellingPagesTest extends BadgesWorld {

    private static final Pattern HOSTED = Pattern.compile("(/ob2/b/[0-9A-Z-]+\\?pour=[0-9a-f]{32})");

    @Autowired
    SignIns signIns;

    @Autowired
    Correspondents correspondents;

    private Award award;
    private String path;

    @BeforeEach
    void nadia_shows_a_badge() {
        network.validate(made, network.claim(made, made.nadia()));
        award = awards().getFirst();
        path = "/badges/" + award.award() + "/adresse";
        nadia.submit("/badges/" + award.award() + "/acceptation", Map.of("key", key()));
    }

    private void shown() {
        nadia.submit("/badges/" + award.award() + "/publication", Map.of("key", key()));
    }

    private String address() {
        var address = "nadia." + UUID.randomUUID() + "@exemple.fr";
        signIns.allow(EmailAddress.read(address).orElseThrow(), made.nadia().person());
        correspondents.keep(made.nadia().member(), EmailAddress.read(address).orElseThrow());
        return address;
    }

    @Test
    void whoever_has_no_known_address_is_told_so_and_nothing_is_made() {
        shown();
        assertThat(nadia.open("/badges/" + award.award()).body()).contains(path);
        assertThat(nadia.open(path).body())
                .contains("Une empreinte n’est pas un secret", "Nous ne connaissons pas d’adresse");
        var refused = nadia.submit(path, Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("#adresse", "Nous ne connaissons pas d’adresse");
        assertThat(nadia.open(path + "/badge.json").statusCode()).isEqualTo(404);
    }

    @Test
    void the_files_that_were_asked_for_tell_it_and_the_public_badge_does_not() {
        shown();
        var address = address();
        assertThat(nadia.open(path).body()).contains(address, "Une empreinte n’est pas un secret");
        assertThat(nadia.open(path + "/badge.json").statusCode()).isEqualTo(404);
        assertThat(nadia.submit(path, Map.of()).body()).contains("Vos fichiers sont prêts.", "badge.jwt");

        for (var file : List.of("badge.json", "badge.jwt", "badge.svg")) {
            var answer = nadia.open(path + "/" + file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
            assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                    .startsWith("attachment")
                    .contains(award.code().shown());
            assertThat(recipient(answer.body(), address)).as(file).isEqualTo(Reason.RECIPIENT_MATCHES);
            assertThat(recipient(answer.body(), "claire@exemple.fr")).as(file).isEqualTo(Reason.RECIPIENT_OTHER);
        }
        assertThat(nadia.open(path + "/badge.json").body())
                .contains("\"identityHash\":\"sha256$", "\"identityType\":\"emailAddress\"", "\"salt\":\"")
                .contains("urn:uuid:" + award.recipient())
                .doesNotContain(address);
        assertThat(nadia.open(path + "/badge.png").statusCode()).isEqualTo(200);
        assertThat(nadia.open(path + "/badge.pdf").statusCode()).isEqualTo(404);
        var open =
                new Browser(port).open("/b/" + award.code().shown() + ".json").body();
        assertThat(open).contains("urn:uuid:" + award.recipient()).doesNotContain("identityHash", "salt");
    }

    private Reason recipient(String document, String email) {
        var verdict = badges.issuing()
                .verifier()
                .verify(document.getBytes(UTF_8), new Question(Instant.now(), email, List.of()));
        assertThat(verdict).isInstanceOfAny(Verdict.Good.class, Verdict.Bad.class);
        return verdict.checks().stream()
                .filter(check -> check.kind() == org.maillage.badge.verify.Check.Kind.RECIPIENT)
                .findFirst()
                .orElseThrow()
                .reason();
    }

    @Test
    void a_platform_of_open_badges_2_gets_an_address_of_its_own_until_it_is_taken_back() {
        shown();
        address();
        var hosted = Browser.first(HOSTED, nadia.submit(path, Map.of()).body());
        var platform = new Browser(port);
        var answer = platform.open(hosted);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"type\":\"email\"", "\"hashed\":true", "\"identity\":\"sha256$")
                .contains("\"id\":\"http://localhost:" + port + hosted + "\"");
        var plain = hosted.substring(0, hosted.indexOf('?'));
        assertThat(platform.open(plain).body()).contains("\"type\":\"id\"").doesNotContain("sha256$");
        assertThat(platform.open(plain + "?pour=" + "0".repeat(32)).statusCode())
                .isEqualTo(404);

        assertThat(nadia.submit(path + "/retrait", Map.of()).body()).contains("ne dit plus rien de votre adresse");
        assertThat(platform.open(hosted).statusCode()).isEqualTo(404);
        assertThat(nadia.open(path + "/badge.json").statusCode()).isEqualTo(404);
        assertThat(Browser.first(HOSTED, nadia.submit(path, Map.of()).body()))
                .as("with another salt")
                .isNotEqualTo(hosted);
    }

    @Test
    void nobody_asks_it_of_a_badge_that_is_somebody_elses_or_shown_to_nobody() {
        assertThat(nadia.open(path).statusCode()).isEqualTo(404);
        shown();
        address();
        assertThat(claire.open(path).statusCode()).isEqualTo(404);
        assertThat(claire.submit(path, Map.of()).statusCode()).isEqualTo(404);
        nadia.submit(path, Map.of());
        assertThat(claire.open(path + "/badge.json").statusCode()).isEqualTo(404);
        assertThat(new Browser(port).open(path + "/badge.json").uri().getPath()).isEqualTo("/connexion");
    }
}
