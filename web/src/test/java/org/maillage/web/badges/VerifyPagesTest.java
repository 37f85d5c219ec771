package org.maillage.web.badges;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.Badges;
import org.maillage.badge.credential.Issuance;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.Multikey;
import org.maillage.badge.proof.Signer;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.web.frame.FormKey;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningProgram
class VerifyPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Badges badges;

    Browser stranger;

    @BeforeEach
    void somebody_who_has_not_signed_in() {
        stranger = new Browser(port);
        stranger.open("/connexion");
    }

    @Test
    void a_public_badge_is_verified_by_its_code_and_by_its_address() {
        var code = shown();
        for (var typed : List.of(
                code.shown(),
                code.value().toLowerCase(java.util.Locale.ROOT),
                "http://localhost:" + port + "/b/" + code.shown(),
                "http://localhost:" + port + "/b/" + code.shown() + ".json")) {
            var answer = asked(typed);
            assertThat(answer.statusCode()).as(typed).isEqualTo(200);
            assertThat(answer.uri().getPath()).as(typed).startsWith("/v/");
            assertThat(answer.body()).as(typed).containsIgnoringCase("révo").contains("Voir la page du badge");
        }
    }

    @Test
    void what_is_typed_wrong_is_said_beside_its_field() {
        assertThat(asked("").body()).contains("quoi-erreur", "Écrivez le code ou l’adresse");
        assertThat(asked("bonjour").body()).contains("Ce n’est ni un code ni une adresse");
        assertThat(asked("http://localhost:" + port + "/charte").body()).contains("pas celle d’un badge");
        for (var elsewhere : List.of("https://badges.example/b/1", "http://127.0.0.1/b", "https://10.0.0.1/x")) {
            assertThat(asked(elsewhere).body()).contains("d’un autre site, où nous n’allons rien chercher");
        }
        var unknown = stranger.open("/v/7KQ4-M2XD");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("Aucun badge public ne porte ce code");
    }

    @Test
    void what_is_sent_and_no_badge_is_said_with_its_reason() {
        assertThat(sent("")).contains("fichier-erreur", "Choisissez d’abord");
        assertThat(sent("bonjour"))
                .contains("Ce fichier ne contient pas de badge.", "Signature", "Émetteur", "Révocation");
        assertThat(sent("{\"type\":\"Chat\"}")).contains("autre chose qu’un badge");
        assertThat(sent("[".repeat(5_000))).contains("data-verdict=\"unreadable\"");
        assertThat(sent("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"))
                .contains("Ce dessin contient un programme")
                .doesNotContain("alert(1)");
        assertThat(sent("a".repeat(SentFiles.MOST_BYTES + 1))).contains("dépasse 2 Mo");
    }

    @Test
    void a_badge_of_somebody_else_is_verified_by_the_key_that_its_reader_gives() {
        var own = Signer.byDidKey(Samples.OTHER_KEY);
        var theirs = new Issuance(new JsonLdBox()).signed(Samples.badge(), Samples.SIGNER, Samples.AWARDED);
        var file = new String(StrictJson.write(theirs), StandardCharsets.UTF_8);
        var key = Multikey.of(Samples.KEY.verifying());

        assertThat(sent(file, "")).contains("l’émetteur n’est pas reconnu");
        assertThat(sent(file, key)).contains("Signature valide", "Signé par la clé que vous avez donnée");
        assertThat(sent(file, own.controller().toString())).contains("data-verdict=\"bad\"");
        assertThat(sent(file, "rien")).contains("cle-erreur", "Aucune clé publique", ">rien</textarea>");
    }

    private HttpResponse<String> asked(String typed) {
        return stranger.open("/v?quoi=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
    }

    private String sent(String content) {
        return stranger.upload("/v", Map.of(), Map.of("fichier", content)).body();
    }

    private String sent(String content, String key) {
        return stranger.upload("/v", Map.of("cle", key), Map.of("fichier", content))
                .body();
    }

    private BadgeCode shown() {
        var made = network.make();
        network.validate(made, network.claim(made, made.nadia()));
        var award = badges.awards()
                .of(made.network(), made.nadia().member(), LocalDate.now(ZoneId.of("Europe/Paris")))
                .getFirst();
        var nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        for (var deed : List.of("acceptation", "publication")) {
            nadia.submit(
                    "/badges/" + award.award() + "/" + deed,
                    Map.of("key", FormKey.next().toString()));
        }
        return award.code();
    }
}
