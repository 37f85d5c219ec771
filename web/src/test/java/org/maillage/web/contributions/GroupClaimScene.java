package org.maillage.web.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.contribution.Share;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nadia, who claims for herself and others, and what was written to whom she cites. */
abstract class GroupClaimScene {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("/ma-part\\?jeton=(\\S+)");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Projections views;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ShareLetters letters;

    TestNetwork.Made made;
    Browser nadia;
    final String email = UUID.randomUUID() + "@exemple.fr";

    @BeforeEach
    void nadia_has_signed_in() {
        made = network.make();
        nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
    }

    Map<String, String> citing(String name) {
        var fields = filled();
        var typed = with(fields, "who", name);
        assertThat(nadia.submit("/declarer", with(typed, "act", "new")).body())
                .contains("name=\"with\" value=\"new-1\"");
        fields.putAll(Map.of("with", "new-1", "name-new-1", name, "email-new-1", email));
        return fields;
    }

    HttpResponse<String> answer(Browser visitor, String link, Map<String, String> fields) {
        var sent = new HashMap<>(fields);
        sent.put("jeton", link.substring(link.indexOf('=') + 1));
        return visitor.submit("/ma-part", sent);
    }

    Share.Answer answer(Contribution claim) {
        return find(claim.contribution()).shares().stream()
                .filter(share ->
                        !share.contributor().equals(AccountId.of(made.nadia().member())))
                .findFirst()
                .orElseThrow()
                .answer();
    }

    Contribution claimed(HttpResponse<String> sent) {
        assertThat(sent.body()).contains("C’est envoyé");
        var path = sent.uri().getPath();
        return find(ContributionId.of(path.substring(path.lastIndexOf('/') + 1)));
    }

    Contribution find(ContributionId claim) {
        return views.contributions().find(made.network(), claim, AsOf.NOW).orElseThrow();
    }

    String link() {
        return "/ma-part?jeton=" + Browser.first(LINK, letters().getLast());
    }

    List<String> letters() {
        return jdbc.sql("select body from web.mailbox where recipient = ? order by id")
                .param(email)
                .query(String.class)
                .list();
    }

    Map<String, String> filled() {
        return new HashMap<>(Map.of(
                "key",
                key(),
                "role",
                "LEAD",
                "kind-LEAD",
                "workshop-led",
                "duration",
                "120",
                "payment",
                "UNPAID",
                "day",
                "2026-01-15"));
    }

    String key() {
        return Browser.first(KEY, nadia.open("/declarer").body());
    }

    static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }
}
