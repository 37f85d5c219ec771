package org.maillage.web.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.Badges;
import org.maillage.badge.question.IssuerKeys;
import org.maillage.ledger.event.IssuerEvent.KeyAlgorithm;
import org.maillage.web.frame.FormKey;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningProgram
class KeysPagesTest {

    private static final Pattern KEY = Pattern.compile("name=\"cle\" value=\"([0-9a-f-]{36})\"");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Badges badges;

    @Autowired
    JdbcClient jdbc;

    private TestNetwork.Made made;
    private Browser ali;
    private String page;

    @BeforeEach
    void a_network_that_has_signed_a_badge() {
        made = network.make();
        network.validate(made, network.claim(made, made.nadia()));
        ali = TestNetwork.signedIn(port, "fr", made.ali());
        page = "/administration/cles/" + made.network();
    }

    private HttpResponse<String> sent(String deed, FormKey key, Map<String, String> fields) {
        var all = new java.util.HashMap<>(fields);
        all.put("key", key.toString());
        var answer = ali.submit(page + deed, all);
        TestNetwork.quiet(badges);
        return answer;
    }

    private static String minute(Instant time) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", java.util.Locale.ROOT)
                .format(time.atZone(ZoneId.of("Europe/Paris")));
    }

    private long signing() {
        return badges.issuerKeys().of(made.network()).stream()
                .filter(key -> key.retired() == null && key.compromised() == null)
                .count();
    }

    @Test
    void an_administrator_reads_by_which_keys_each_network_signs() {
        assertThat(ali.open("/administration/cles").body()).contains("Val d’Arcelle", page);
        var body = ali.open(page).body();
        assertThat(body).contains("Ed25519", "RSA", ">signe<");
        for (IssuerKeys.Key key : badges.issuerKeys().of(made.network())) {
            assertThat(body).contains(key.print());
        }
        assertThat(ali.open("/administration/cles/" + java.util.UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void keys_are_renewed_once_however_often_the_button_is_pressed() {
        assertThat(signing()).isEqualTo(2);
        var key = FormKey.next();
        var answer = sent("/renouvellement", key, Map.of()).body();
        assertThat(answer).contains("De nouvelles clés signent maintenant");
        assertThat(answer.split(">signe<", -1)).as("the two new keys alone").hasSize(3);
        sent("/renouvellement", key, Map.of());
        assertThat(badges.issuerKeys().of(made.network())).hasSize(4);
        assertThat(signing()).isEqualTo(2);
        assertThat(ali.open(page).body()).contains("ne signe plus depuis le");
    }

    @Test
    void a_stolen_key_signs_no_more_and_another_takes_its_place() {
        var both = badges.issuerKeys().of(made.network());
        assertThat(both).extracting(IssuerKeys.Key::algorithm).containsExactlyInAnyOrder(KeyAlgorithm.values());
        for (var stolen : both) {
            var fields = Map.of("cle", stolen.key().toString(), "depuis", minute(stolen.added()));
            assertThat(sent("/vol", FormKey.next(), fields).body()).contains("La clé est signalée", "volée depuis le");
            assertThat(signing()).isEqualTo(2);
        }
        assertThat(badges.issuerKeys().of(made.network())).hasSize(4);
    }

    @Test
    void a_theft_that_an_older_version_took_from_before_all_time_is_read_as_of_the_keys_first_moment() {
        assertThat(jdbc.sql("update badge.issuer_key set compromised_since = '-infinity' where network = ?")
                        .param(made.network().value())
                        .update())
                .isEqualTo(2);
        var body = ali.open(page);
        assertThat(body.statusCode()).isEqualTo(200);
        assertThat(body.body()).contains("volée depuis le");
        var profile = new Browser(port).open("/issuers/" + made.network());
        assertThat(profile.statusCode()).isEqualTo(200);
        assertThat(profile.body()).contains("\"revoked\"").doesNotContain("-1000000000");
    }

    @Test
    void what_is_typed_wrong_is_said_beside_its_field_and_nothing_is_reported() {
        var nothing = sent("/vol", FormKey.next(), Map.of());
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("cle-erreur", "Choisissez la clé", "depuis-erreur", "Écrivez un jour");
        var known = Browser.first(KEY, ali.open(page).body());
        var later = sent("/vol", FormKey.next(), Map.of("cle", known, "depuis", "2999-01-01T12:00"));
        assertThat(later.statusCode()).isEqualTo(422);
        assertThat(later.body()).contains("depuis-erreur", "2999-01-01T12:00", "checked");
        var added = badges.issuerKeys().of(made.network()).getFirst().added();
        for (var early : List.of(minute(added.minusSeconds(120)), "-9999-01-01T00:00", "+999999999-01-01T00:00")) {
            var before = sent("/vol", FormKey.next(), Map.of("cle", known, "depuis", early));
            assertThat(before.statusCode()).as(early).isEqualTo(422);
            assertThat(before.body()).contains("entre la création de la clé et maintenant");
        }
        assertThat(ali.open(page).statusCode()).isEqualTo(200);
        var foreign = sent(
                "/vol",
                FormKey.next(),
                Map.of("cle", java.util.UUID.randomUUID().toString(), "depuis", "2020-01-01T12:00"));
        assertThat(foreign.statusCode()).isBetween(400, 499);
        assertThat(badges.issuerKeys().of(made.network()))
                .allSatisfy(key -> assertThat(key.compromised()).isNull());
    }
}
