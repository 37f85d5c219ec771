package org.maillage.web.badges;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

    private TestNetwork.Made made;

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
                site() + "/b/" + code.shown(),
                site() + "/b/" + code.shown() + ".json",
                site() + "/b/" + code.shown() + ".jwt?lang=en",
                site() + "/b/" + code.shown() + ".png",
                site() + "/b/" + code.shown() + ".svg",
                site() + "/b/" + code.shown() + "?lang=en",
                site() + "/ob2/b/" + code.shown(),
                site() + "/ob2/b/" + code.shown() + "?lang=en")) {
            var answer = asked(typed);
            assertThat(answer.statusCode()).as(typed).isEqualTo(200);
            assertThat(answer.uri().getPath()).as(typed).startsWith("/v/");
            assertThat(answer.body()).as(typed).containsIgnoringCase("révo").contains("Voir la page du badge");
        }
    }

    @Test
    void a_file_tells_the_same_hour_as_the_page_of_its_badge_and_what_badge_it_is() {
        var path = "/b/" + shown().shown();
        var paris = "<time datetime=\"[^\"]*\\+0[12]:?00\"";
        for (var form : List.of(path + ".json", path + ".jwt", "/ob2" + path)) {
            assertThat(sent(stranger.open(form).body()))
                    .as(form)
                    .contains("Ce badge est authentique.", "<dd class=\"coupe\">Première contribution</dd>")
                    .contains("<dd class=\"coupe\">Val d’Arcelle</dd>")
                    .containsPattern(paris);
        }
        assertThat(stranger.open(path.replace("/b/", "/v/")).body()).containsPattern(paris);
    }

    @Test
    void an_endorsement_of_a_badge_is_recognised_by_its_file_and_by_its_address() {
        var code = shown();
        var page = "/b/" + code.shown();
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        claire.submit(page + "/appui", Map.of("key", FormKey.next().toString(), "mots", "Elle prend le temps."));
        var credential = stranger.open(page + ".json").body();
        var address = Browser.first(Pattern.compile("\"(http[^\"]*/endorsements/[^\"]*)\""), credential);
        var file = stranger.open(address.substring(site().length())).body();

        for (var told : List.of(sent(file), asked(address).body())) {
            assertThat(told)
                    .contains("data-verdict=\"good\"", "Cet appui est authentique.", "Émetteur reconnu", page)
                    .contains("Une personne du réseau appuie le badge «\u00a0Première contribution\u00a0»")
                    .doesNotContain("Claire");
        }
        claire.submit(page + "/appui/retrait", Map.of("key", FormKey.next().toString()));
        assertThat(sent(file)).contains("data-verdict=\"bad\"", "n’est plus, parmi ceux de ce badge");
        assertThat(asked(address).statusCode()).isEqualTo(422);
        assertThat(asked(address).body()).contains("n’est plus, parmi ceux du badge");
        assertThat(sent(credential))
                .contains("Ce badge est authentique.", "Un appui qu’il contient n’est pas, ou n’est plus");

        claire.submit(page + "/appui", Map.of("key", FormKey.next().toString(), "mots", "Je change d’avis."));
        assertThat(sent(file)).contains("data-verdict=\"bad\"", "n’est plus, parmi ceux de ce badge");
        assertThat(sent(stranger.open(page + ".json").body())).contains("Les appuis qu’il contient sont valides.");
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

    private String site() {
        return "http://localhost:" + port;
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
        made = network.make();
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
