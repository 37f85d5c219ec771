package org.maillage.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.member.MemberCommand.Join;
import org.maillage.ledger.member.MemberCommand.Leave;
import org.maillage.ledger.member.MemberCommand.RegisterPerson;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.MemberFilter;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.FormKey;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.maillage.web.token.SecretToken;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningProgram
class TakingOverTest {

    private static final Pattern CODE = Pattern.compile(">([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4})<");
    private static final Pattern LINK = Pattern.compile("value=\"[^\"]*/rejoindre\\?jeton=([^\"]+)\"");
    private static final Pattern LETTER = Pattern.compile("/rejoindre\\?jeton=(\\S+)");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Projections views;

    @Autowired
    Commands commands;

    @Autowired
    SignIns signIns;

    @Autowired
    JoinSecrets secrets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Vault vault;

    @Autowired
    Clock clock;

    private TestNetwork.Made made;
    private Browser claire;

    @BeforeEach
    void a_network() {
        made = network.make();
        claire = TestNetwork.signedIn(port, "fr", made.claire().person());
    }

    @Test
    void somebody_without_an_account_takes_their_place_by_a_printed_code_and_an_address_once() {
        var rosa = enter();
        var page = hand(rosa, "codes");
        assertThat(page)
                .contains("Rosa", "Val d’Arcelle", "/rejoindre", "une seule fois")
                .doesNotContain("??");
        var typed = Browser.first(CODE, page).toLowerCase(java.util.Locale.ROOT).replace("-", "");
        var browser = new Browser(port);
        assertThat(browser.open("/rejoindre").body()).contains("Votre code");
        assertThat(browser.open("/rejoindre?jeton=" + typed).body()).contains("Rosa", "Val d’Arcelle");
        var email = UUID.randomUUID() + "@exemple.fr";
        var sent = browser.submit("/rejoindre/adresse", Map.of("jeton", typed, "email", email));
        assertThat(sent.body()).contains("Regardez vos lettres");

        var proof = Browser.first(LETTER, letters(email));
        assertThat(browser.submit("/rejoindre", Map.of("jeton", proof)).uri().getPath())
                .isEqualTo("/");

        assertThat(status(rosa)).isEqualTo(Member.Status.JOINED);
        assertThat(browser.open("/mailles").statusCode()).isEqualTo(200);
        for (var used : new String[] {typed, proof}) {
            var again = new Browser(port).open("/rejoindre?jeton=" + used);
            assertThat(again.statusCode()).isEqualTo(400);
            assertThat(again.body()).contains("trente jours", "à la coordination de votre réseau");
        }
    }

    @Test
    void somebody_who_is_signed_in_takes_their_place_by_a_link() {
        var rosa = enter();
        var token = Browser.first(LINK, hand(rosa, "liens"));
        var ali = TestNetwork.signedIn(port, "en", made.ali());
        assertThat(ali.open("/rejoindre?jeton=" + token).body())
                .contains("Join with my session", "Rosa")
                .doesNotContain("??");

        ali.submit("/rejoindre", Map.of("jeton", token));

        assertThat(views.members().personOf(rosa)).hasValue(made.ali());
        assertThat(new Browser(port).open("/rejoindre?jeton=" + token).statusCode())
                .isEqualTo(400);
    }

    @Test
    void joining_pressed_twice_while_somebody_else_was_signed_in_says_twice_who_joined() {
        var rosa = enter();
        var email = UUID.randomUUID() + "@exemple.fr";
        var link = Browser.first(LINK, hand(rosa, "liens"));
        new Browser(port).submit("/rejoindre/adresse", Map.of("jeton", link, "email", email));
        var press = Map.of("jeton", Browser.first(LETTER, letters(email)), "_auteur", claire.author());
        var csrf = claire.csrf();

        for (var time : new String[] {"once", "twice"}) {
            var answer = claire.submit("/rejoindre", press, csrf);
            assertThat(answer.uri().getPath()).as(time).isEqualTo("/");
            assertThat(answer.body()).as(time).contains("Vous êtes maintenant Rosa");
        }
        var opened = claire.open("/rejoindre?jeton=" + press.get("jeton"));
        assertThat(opened.body()).contains("Vous êtes maintenant Rosa");
    }

    @Test
    void joining_pressed_twice_by_a_visitor_says_twice_who_joined() {
        var rosa = enter();
        var email = UUID.randomUUID() + "@exemple.fr";
        var visitor = new Browser(port);
        visitor.submit("/rejoindre/adresse", Map.of("jeton", Browser.first(LINK, hand(rosa, "liens")), "email", email));
        var press = Map.of("jeton", Browser.first(LETTER, letters(email)), "_auteur", "");
        var csrf = visitor.csrf();

        for (var time : new String[] {"once", "twice"}) {
            assertThat(visitor.submit("/rejoindre", press, csrf).body())
                    .as(time)
                    .contains("Vous êtes maintenant Rosa");
        }
    }

    @Test
    void a_form_that_takes_a_place_is_asked_anew_of_whoever_else_is_signed_in() {
        var rosa = enter();
        var token = Browser.first(LINK, hand(rosa, "liens"));
        var ali = TestNetwork.signedIn(port, "fr", made.ali());

        var answer = claire.submit("/rejoindre", Map.of("jeton", token, "_auteur", ali.author()));

        assertThat(answer.uri().toString()).endsWith("/rejoindre?jeton=" + token);
        assertThat(answer.body()).contains("Rosa", "name=\"_auteur\" value=\"" + claire.author() + "\"");
        assertThat(status(rosa)).isEqualTo(Member.Status.ENTERED);
    }

    @Test
    void whoever_has_neither_session_nor_proved_address_does_not_join() {
        var rosa = enter();
        var token = Browser.first(LINK, hand(rosa, "liens"));

        var pressed = new Browser(port).submit("/rejoindre", Map.of("jeton", token));
        var mistyped = new Browser(port).submit("/rejoindre/adresse", Map.of("jeton", token, "email", "rosa"));

        assertThat(pressed.statusCode()).isEqualTo(400);
        assertThat(mistyped.statusCode()).isEqualTo(400);
        assertThat(mistyped.body()).contains("n’est pas complète");
        assertThat(status(rosa)).isEqualTo(Member.Status.ENTERED);
    }

    @Test
    void a_new_code_ends_the_older_link() {
        var rosa = enter();
        var older = Browser.first(LINK, hand(rosa, "liens"));
        assertThat(new Browser(port).open("/rejoindre?jeton=" + older).statusCode())
                .isEqualTo(200);

        var newer = Browser.first(CODE, hand(rosa, "codes"));

        assertThat(new Browser(port).open("/rejoindre?jeton=" + older).statusCode())
                .isEqualTo(400);
        assertThat(new Browser(port).open("/rejoindre?jeton=" + newer).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_link_works_for_thirty_days() {
        var rosa = enter();
        var old = SecretToken.next("");
        madeDaysAgo(31).link(made.network(), rosa, old);
        assertThat(new Browser(port).open("/rejoindre?jeton=" + old.text()).statusCode())
                .isEqualTo(400);
        var younger = SecretToken.next("");
        madeDaysAgo(29).link(made.network(), rosa, younger);
        assertThat(new Browser(port).open("/rejoindre?jeton=" + younger.text()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_coordinator_of_another_network_makes_neither_link_nor_code() {
        var rosa = enter();
        var stranger = TestNetwork.signedIn(port, "fr", network.make().claire().person());
        for (var kind : new String[] {"liens", "codes"}) {
            var answer = stranger.submit("/coordination/membres/" + rosa + "/" + kind, Map.of());
            assertThat(answer.statusCode()).isEqualTo(404);
        }
        assertThat(kept(rosa)).isZero();
    }

    @Test
    void who_has_left_or_has_an_account_is_handed_nothing() {
        var nadia = made.nadia();
        var path = "/coordination/membres/" + nadia.member() + "/codes";
        assertThat(claire.submit(path, Map.of()).statusCode()).isEqualTo(409);
        commands.run(
                Actor.person(nadia.person()), FormKey.next().toString(), new Leave(nadia.member(), made.network()));
        assertThat(status(nadia.member())).isEqualTo(Member.Status.LEFT);
        assertThat(claire.submit(path, Map.of()).statusCode()).isEqualTo(409);
        assertThat(kept(nadia.member())).isZero();
    }

    @Test
    void a_link_that_was_handed_over_opens_no_session_for_an_address_that_is_only_typed() {
        var email = UUID.randomUUID() + "@exemple.fr";
        signIns.allow(EmailAddress.read(email).orElseThrow(), made.nadia().person());
        for (var kind : new String[] {"liens", "codes"}) {
            var token = Browser.first(kind.equals("liens") ? LINK : CODE, hand(enter(), kind));
            var holder = new Browser(port);
            assertThat(holder.submit("/rejoindre/adresse", Map.of("jeton", token, "email", email))
                            .body())
                    .contains("Regardez vos lettres");
            assertThat(holder.submit("/rejoindre", Map.of("jeton", token)).statusCode())
                    .isEqualTo(400);
            assertThat(holder.open("/mailles").uri().getPath()).isEqualTo("/connexion");
        }
        assertThat(letters(email)).contains("/rejoindre?jeton=");
    }

    @Test
    void a_link_handed_over_to_somebody_who_was_invited_does_not_open_their_account() {
        var email = UUID.randomUUID() + "@exemple.fr";
        signIns.allow(
                EmailAddress.read(email).orElseThrow(), network.make().nadia().person());
        var key = FormKey.next();
        claire.submit(
                "/coordination/membres/invitations", Map.of("key", key.toString(), "name", "Rosa", "email", email));
        var invited = views.members()
                .all(made.network(), new MemberFilter("rosa", Member.Status.INVITED, null), AsOf.NOW, null, 2)
                .items()
                .getFirst();
        var holder = new Browser(port);
        var token = Browser.first(LINK, hand(invited.member(), "liens"));

        assertThat(holder.submit("/rejoindre", Map.of("jeton", token)).statusCode())
                .isEqualTo(400);
        assertThat(holder.open("/mailles").uri().getPath()).isEqualTo("/connexion");
        assertThat(status(invited.member())).isEqualTo(Member.Status.INVITED);
    }

    @Test
    void a_link_works_again_wherever_joining_broke_off() {
        for (int done = 0; done <= 3; done++) {
            var rosa = enter();
            var email = EmailAddress.read(UUID.randomUUID() + "@exemple.fr").orElseThrow();
            var held = new JoinSecrets.Invitation(made.network(), rosa, null, MemberEvent.Via.CODE);
            var token = secrets.proof(held, email);
            breakOff(done, rosa, email);
            var browser = new Browser(port);

            assertThat(browser.submit("/rejoindre", Map.of("jeton", token.text()))
                            .uri()
                            .getPath())
                    .as("after %d steps", done)
                    .isEqualTo("/");

            assertThat(status(rosa)).isEqualTo(Member.Status.JOINED);
            assertThat(browser.open("/mailles").statusCode()).isEqualTo(200);
            assertThat(signIns.find(email)).isEqualTo(views.members().personOf(rosa));
        }
    }

    /** What joining had done before the program was killed. */
    private void breakOff(int steps, MemberId rosa, EmailAddress email) {
        if (steps < 1) {
            return;
        }
        var person = signIns.holder(email.hmac(vault));
        if (steps >= 2) {
            commands.run(Actor.person(person), FormKey.next().toString(), new RegisterPerson(person));
        }
        if (steps >= 3) {
            var join = new Join(rosa, made.network(), person, MemberEvent.Via.CODE, null);
            commands.run(Actor.person(person), FormKey.next().toString(), join);
        }
    }

    @Test
    void neither_code_nor_link_is_kept_as_it_is_handed_over() {
        var rosa = enter();
        var code = Browser.first(CODE, hand(rosa, "codes"));
        var token = Browser.first(LINK, hand(rosa, "liens"));
        var rows = jdbc.sql("select i::text from web.invitation i where member = ?")
                .param(rosa.value())
                .query(String.class)
                .list();
        assertThat(rows).hasSize(2).noneMatch(row -> row.contains(token) || row.contains(code.replace("-", "")));
    }

    @Test
    void trying_codes_is_throttled() throws IOException, InterruptedException {
        // Another address of this machine, so that the other tests keep their attempts.
        var client = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.2"))
                .build();
        int refused = 0;
        for (int i = 0; i < 70; i++) {
            var path = "/rejoindre?jeton=" + JoinCode.next().printed();
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            var status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            assertThat(status).isIn(400, 429);
            refused += status == 429 ? 1 : 0;
        }
        assertThat(refused).isBetween(1, 10);
    }

    private MemberId enter() {
        var key = FormKey.next();
        claire.submit("/coordination/membres", Map.of("key", key.toString(), "name", "Rosa"));
        var rosa = new MemberId(key.id("member"));
        assertThat(status(rosa)).isEqualTo(Member.Status.ENTERED);
        assertThat(claire.open("/coordination/membres/" + rosa).body())
                .contains("Faire un lien", "Faire un code à imprimer");
        return rosa;
    }

    private String hand(MemberId member, String kind) {
        var answer = claire.submit("/coordination/membres/" + member + "/" + kind, Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private Member.Status status(MemberId member) {
        return views.members()
                .find(made.network(), member, AsOf.NOW)
                .orElseThrow()
                .status();
    }

    private JoinSecrets madeDaysAgo(int days) {
        return new JoinSecrets(jdbc, vault, Clock.offset(clock, Duration.ofDays(-days)));
    }

    private long kept(MemberId member) {
        return jdbc.sql("select count(*) from web.invitation where member = ?")
                .param(member.value())
                .query(Long.class)
                .single();
    }

    private String letters(String email) {
        return String.join(
                "\n",
                jdbc.sql("select body from web.mailbox where recipient = ?")
                        .param(email)
                        .query(String.class)
                        .list());
    }
}
