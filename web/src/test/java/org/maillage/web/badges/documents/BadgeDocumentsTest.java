package org.maillage.web.badges.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maillage.badge.Badges;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.judges.JudgedFolder;
import org.maillage.badge.question.Award;
import org.maillage.badge.status.Bitstring;
import org.maillage.badge.verify.Check;
import org.maillage.badge.verify.Reason;
import org.maillage.badge.verify.Verdict;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.badge.AwardCommand.Accept;
import org.maillage.ledger.badge.AwardCommand.EndorseAward;
import org.maillage.ledger.badge.AwardCommand.Publish;
import org.maillage.ledger.badge.AwardCommand.Revoke;
import org.maillage.ledger.badge.AwardCommand.Unpublish;
import org.maillage.ledger.event.AwardEvent.RevocationReason;
import org.maillage.ledger.value.Actor;
import org.maillage.web.frame.Commands;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ObjectNode;

/** From a validated contribution to a badge that anybody verifies, on the running program. */
@RunningProgram
class BadgeDocumentsTest {

    private static final LocalDate NOW = LocalDate.of(9999, 12, 30);

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Badges badges;

    @Autowired
    Commands commands;

    private final IssuedWorld elsewhere = new IssuedWorld();
    private TestNetwork.Made made;
    private Award award;
    private String page;

    @BeforeEach
    void nadia_is_awarded_a_badge() {
        made = network.make();
        network.validate(made, network.claim(made, made.nadia()));
        award = badges.awards().of(made.network(), made.nadia().member(), NOW).getFirst();
        page = "http://localhost:" + port + "/b/" + award.code().shown();
    }

    private void as(TestNetwork.Someone who, LedgerCommand command) {
        commands.run(Actor.person(who.person()), java.util.UUID.randomUUID().toString(), command);
        TestNetwork.quiet(badges);
    }

    private void accept() {
        as(made.nadia(), new Accept(award.award(), made.network(), made.nadia().member()));
    }

    private void shown() {
        accept();
        as(made.nadia(), new Publish(award.award(), made.network(), made.nadia().member()));
    }

    private void revoked() {
        var reason = RevocationReason.AWARDED_BY_MISTAKE;
        var claire = made.claire().member();
        as(made.claire(), new Revoke(award.award(), made.network(), claire, reason, "Attribué par erreur."));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void a_badge_that_its_member_shows_verifies_elsewhere_in_every_form() {
        shown();
        for (var ending : List.of(".json", ".jwt", ".png", ".svg", ".json?lang=en", ".jwt?lang=en")) {
            var answer = elsewhere.get(page + ending);
            assertThat(answer.statusCode()).as(ending).isEqualTo(200);
            assertThat(elsewhere.verdict(answer.body())).as(ending).isInstanceOf(Verdict.Good.class);
        }
        assertThat(elsewhere.verdict(
                        elsewhere.get(page.replace("/b/", "/ob2/b/")).body()))
                .isInstanceOf(Verdict.Good.class);
    }

    @Test
    void every_address_that_a_badge_names_gives_a_document() {
        shown();
        var badge = elsewhere.json(page + ".json");
        var achievement = badge.path("credentialSubject").path("achievement");
        var issuer = badge.path("issuer").path("id").stringValue();
        assertThat(achievement.path("inLanguage").stringValue()).isEqualTo("fr");
        var english =
                elsewhere.json(achievement.path("related").path(0).path("id").stringValue());
        assertThat(english.path("name").stringValue()).isEqualTo("First contribution");
        assertThat(elsewhere.json(achievement.path("id").stringValue()).path("name"))
                .isEqualTo(achievement.path("name"));
        assertThat(elsewhere.json(issuer).path("name").stringValue()).isEqualTo("Val d’Arcelle");
        assertThat(elsewhere.json(issuer + "/did.json").path("id").stringValue())
                .startsWith("did:web:localhost%3A" + port + ":issuers:");
        assertThat(elsewhere.json(issuer + "/jwks.json").path("keys").size()).isEqualTo(2);
        assertThat(elsewhere
                        .get(achievement.path("image").path("id").stringValue())
                        .statusCode())
                .isEqualTo(200);
        var assertion = elsewhere.json(page.replace("/b/", "/ob2/b/"));
        var badgeClass = elsewhere.json(assertion.path("badge").stringValue());
        var hostedIssuer = elsewhere.json(badgeClass.path("issuer").stringValue());
        assertThat(elsewhere
                        .json(hostedIssuer.path("revocationList").stringValue())
                        .path("revokedAssertions")
                        .size())
                .isZero();
        for (var file : List.of(".pdf", ".pdf?lang=en", "/card.png", "/card.png?lang=en")) {
            var answer = elsewhere.get(page + file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.body().length).as(file).isGreaterThan(5_000);
        }
    }

    @Test
    void the_address_of_the_page_gives_programs_the_form_that_they_ask_for() {
        shown();
        for (var form : List.of(
                List.of("application/ld+json", "application/ld+json"),
                List.of("application/json, */*;q=0.1", "application/ld+json"),
                List.of("application/vc+jwt", "application/vc+jwt"),
                List.of("image/png", "image/png"),
                List.of("image/svg+xml", "image/svg+xml"))) {
            var answer = elsewhere.get(page, "Accept", form.get(0));
            assertThat(answer.statusCode()).as(form.get(0)).isEqualTo(200);
            assertThat(header(answer, "content-type")).isEqualTo(form.get(1));
            assertThat(header(answer, "vary")).containsIgnoringCase("accept,");
            assertThat(elsewhere.verdict(answer.body())).as(form.get(0)).isInstanceOf(Verdict.Good.class);
        }
    }

    @Test
    void whoever_asks_for_more_forms_than_are_read_is_told_that_there_is_none_of_them() {
        shown();
        for (int types : List.of(50, 51, 500)) {
            var accept = String.join(", ", java.util.Collections.nCopies(types, "application/x-none"));
            assertThat(elsewhere.get(page, "Accept", accept).statusCode()).isEqualTo(406);
        }
    }

    @Test
    void documents_are_open_to_scripts_of_every_site_and_sent_once() {
        shown();
        var issuer = elsewhere.json(page + ".json").path("issuer").path("id").stringValue();
        for (var address : List.of(page + ".json", page + ".png", issuer, issuer + "/status/revocation/0")) {
            var answer = elsewhere.get(address, "Origin", "https://wallet.example");
            assertThat(header(answer, "access-control-allow-origin")).isEqualTo("*");
            assertThat(header(answer, "cache-control")).contains("public").doesNotContain("no-store");
            var again = elsewhere.get(address, "If-None-Match", header(answer, "etag"));
            assertThat(again.statusCode()).as(address).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void a_badge_that_is_not_accepted_and_shown_is_answered_like_one_that_is_not_there() {
        var unknown = elsewhere.get("http://localhost:" + port + "/b/2222-2222.json");
        assertThat(unknown.statusCode()).isEqualTo(404);
        hidden(unknown);
        accept();
        hidden(unknown);
        as(made.nadia(), new Publish(award.award(), made.network(), made.nadia().member()));
        assertThat(elsewhere.get(page + ".json").statusCode()).isEqualTo(200);
        as(
                made.nadia(),
                new Unpublish(award.award(), made.network(), made.nadia().member()));
        hidden(unknown);
    }

    private void hidden(HttpResponse<byte[]> unknown) {
        for (var ending : List.of(".json", ".jwt", ".png", ".svg", ".pdf", "/card.png", "/endorsements/x.json")) {
            var answer = elsewhere.get(page + ending);
            assertThat(answer.statusCode()).as(ending).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(unknown.body());
        }
        assertThat(elsewhere.get(page.replace("/b/", "/ob2/b/")).statusCode()).isEqualTo(404);
    }

    @Test
    void a_revoked_badge_is_in_the_list_at_once_and_its_document_stays() {
        shown();
        var before = elsewhere.get(page + ".json");
        var status = elsewhere.json(page + ".json").path("credentialStatus");
        var list = status.path("statusListCredential").stringValue();
        var kept = elsewhere.get(list);
        int place = Integer.parseInt(status.path("statusListIndex").stringValue());
        assertThat(bit(kept, place)).isFalse();

        revoked();

        var now = elsewhere.get(list, "If-None-Match", header(kept, "etag"));
        assertThat(now.statusCode()).isEqualTo(200);
        assertThat(bit(now, place)).isTrue();
        var after = elsewhere.get(page + ".json");
        assertThat(after.body()).isEqualTo(before.body());
        var verdict = elsewhere.verdict(after.body());
        assertThat(verdict).isInstanceOf(Verdict.Bad.class);
        assertThat(verdict.checks()).extracting(Check::reason).contains(Reason.REVOKED);
        var hosted = elsewhere.get(page.replace("/b/", "/ob2/b/"));
        assertThat(hosted.statusCode()).isEqualTo(410);
        assertThat(new String(hosted.body(), UTF_8)).contains("\"revoked\":true", "Attribué par erreur.");
    }

    @Test
    void paper_and_picture_say_that_a_badge_was_taken_back() throws IOException {
        shown();
        var stood = elsewhere.get(page + "/card.png").body();
        revoked();
        assertThat(elsewhere.get(page + "/card.png").body()).isNotEqualTo(stood);
        try (var paper = Loader.loadPDF(elsewhere.get(page + ".pdf").body())) {
            assertThat(new PDFTextStripper().getText(paper).replace('\u00a0', ' '))
                    .contains("Retiré le ", "Attribué par erreur.")
                    .doesNotContain("Révoqué");
        }
    }

    private static boolean bit(HttpResponse<byte[]> list, int place) {
        var encoded = IssuedWorld.read(list.body())
                .path("credentialSubject")
                .path("encodedList")
                .stringValue();
        return Bitstring.decode(encoded).orElseThrow().get(place);
    }

    @Test
    void the_judges_of_the_field_find_that_what_the_running_program_serves_is_so(@TempDir Path folder)
            throws IOException, InterruptedException {
        shown();
        var judged = new JudgedFolder(folder);
        judged.add("valid.json", form(".json"), "good", "clear", "current", "holds");
        judged.add("english.json", form(".json?lang=en"), "good", "clear", "current", "holds");
        judged.add("token.jwt", form(".jwt"), "good", null, "current", "holds");
        judged.add("baked.png", form(".png"), "good", "clear", "current", "holds");
        judged.add("baked.svg", form(".svg"), "good", "clear", "current", "holds");
        var tampered = IssuedWorld.read(form(".json"));
        ((ObjectNode) tampered.path("credentialSubject")).put("narrative", "Mieux que tous.");
        judged.add("tampered.json", StrictJson.write(tampered), "bad", null, null, "holds");
        var claire = made.claire().member();
        as(made.claire(), new EndorseAward(award.award(), made.network(), claire, null, "Vu à l’atelier."));
        judged.add("endorsed.json", form(".json"), "good", "clear", "current", "holds");
        known(judged, form(".json"));
        var said = judged.judge();
        assertThat(said.wrong()).as(said.text()).isZero();
        assertThat(said.findings()).as(said.text()).isGreaterThan(20);
    }

    @Test
    void the_judges_of_the_field_find_that_a_revoked_badge_is_revoked(@TempDir Path folder)
            throws IOException, InterruptedException {
        shown();
        revoked();
        var judged = new JudgedFolder(folder);
        judged.add("revoked.json", form(".json"), "good", "set", "current", "holds");
        judged.add("revoked.png", form(".png"), "good", "set", "current", "holds");
        known(judged, form(".json"));
        var said = judged.judge();
        assertThat(said.wrong()).as(said.text()).isZero();
        assertThat(said.findings()).as(said.text()).isGreaterThan(5);
    }

    private byte[] form(String ending) {
        var answer = elsewhere.get(page + ending);
        assertThat(answer.statusCode()).as(ending).isEqualTo(200);
        return answer.body();
    }

    /** What the judges may know: the documents that the site gives to whoever follows a badge's addresses. */
    private void known(JudgedFolder judged, byte[] badge) throws IOException {
        var document = IssuedWorld.read(badge);
        var issuer = document.path("issuer").path("id").stringValue();
        var profile = elsewhere.json(issuer);
        profile.path("verificationMethod")
                .valueStream()
                .forEach(key -> elsewhere.json(key.path("id").stringValue()));
        elsewhere.json(
                document.path("credentialStatus").path("statusListCredential").stringValue());
        for (var entry : elsewhere.fetched.entrySet()) {
            judged.serve(entry.getKey(), entry.getValue());
        }
        assertThat(elsewhere.fetched).containsKey(URI.create(issuer));
    }
}
