package org.maillage.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.member.MemberCommand.Leave;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.MemberFilter;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.FormKey;
import org.maillage.web.mail.Post;
import org.maillage.web.profile.Profiles;
import org.maillage.web.signin.Invitations.Guest;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@RunningProgram
class InvitingTest {

    private static final Pattern LETTER = Pattern.compile("/rejoindre\\?jeton=(\\S+)");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Projections views;

    @Autowired
    SignIns signIns;

    @Autowired
    Commands commands;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Vault vault;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JoinSecrets secrets;

    @Autowired
    Correspondents correspondents;

    @Autowired
    Post post;

    @Autowired
    PublicAddress address;

    @Autowired
    MessageSource messages;

    @Autowired
    Profiles profiles;

    private final String email = UUID.randomUUID() + "@exemple.fr";

    @Test
    void a_form_sent_twice_at_once_sends_one_letter_and_makes_one_member() throws Exception {
        var made = network.make();
        var key = FormKey.next();
        var browsers = List.of(claireOf(made), claireOf(made));

        atOnce(2, i -> invite(browsers.get(i), key));

        assertThat(letters()).hasSize(1);
        assertThat(invited(made)).hasSize(1);
    }

    @Test
    void an_address_that_is_invited_gets_its_link_again_and_the_older_one_ends() {
        var made = network.make();
        var claire = claireOf(made);
        assertThat(invite(claire, FormKey.next())).contains("est partie");

        assertThat(invite(claire, FormKey.next())).contains("était déjà invitée");

        assertThat(letters()).hasSize(2);
        assertThat(invited(made)).hasSize(1);
        assertThat(open(letters().get(0))).isEqualTo(400);
        assertThat(open(letters().get(1))).isEqualTo(200);
    }

    @Test
    void a_letter_that_is_not_taken_is_said_and_inviting_again_sends_it() {
        var made = network.make();
        var guest = new Guest(
                made.network(),
                "Val d’Arcelle",
                made.claire().member(),
                "Rosa",
                EmailAddress.read(email).orElseThrow());
        var actor = Actor.person(made.claire().person());
        var key = FormKey.next();

        assertThat(invitations(_ -> false).invite(actor, key, guest, Locale.FRENCH))
                .isEqualTo(Invitations.Answer.NOT_SENT);
        assertThat(letters()).isEmpty();
        assertThat(invitations(post).invite(actor, key, guest, Locale.FRENCH)).isEqualTo(Invitations.Answer.SENT_AGAIN);
        assertThat(open(letters().getFirst())).isEqualTo(200);
        assertThat(invitations(_ -> false).invite(actor, FormKey.next(), guest, Locale.FRENCH))
                .isEqualTo(Invitations.Answer.NOT_SENT);
        assertThat(open(letters().getFirst())).as("the older link works on").isEqualTo(200);
    }

    private Invitations invitations(Post by) {
        return new Invitations(
                jdbc, transactions, secrets, signIns, correspondents, commands, views, vault, by, address, messages);
    }

    @Test
    void a_form_that_comes_back_with_another_address_invites_somebody_else() {
        var made = network.make();
        var claire = claireOf(made);
        var key = FormKey.next();
        invite(claire, key);
        var other = Map.of("key", key.toString(), "name", "Sami", "email", UUID.randomUUID() + "@exemple.fr");
        assertThat(claire.submit("/coordination/membres/invitations", other).body())
                .contains("est partie");
        assertThat(invited(made)).hasSize(2);
    }

    @Test
    void inviting_the_address_of_a_member_is_said_and_sends_nothing() {
        var made = network.make();
        var claire = claireOf(made);
        invite(claire, FormKey.next());
        new Browser(port).submit("/rejoindre", Map.of("jeton", token(letters().getFirst())));
        assertThat(invited(made)).isEmpty();

        assertThat(invite(claire, FormKey.next())).contains("déjà celle d’un membre");

        assertThat(letters()).hasSize(1);
        assertThat(invited(made)).isEmpty();
    }

    @Test
    void who_left_and_is_invited_again_comes_back_to_what_was_theirs() {
        var made = network.make();
        var claire = claireOf(made);
        invite(claire, FormKey.next());
        new Browser(port).submit("/rejoindre", Map.of("jeton", token(letters().getFirst())));
        var person = signIns.find(EmailAddress.read(email).orElseThrow()).orElseThrow();
        var member = views.members().membershipsOf(person).getFirst().member();
        commands.run(Actor.person(person), FormKey.next().toString(), new Leave(member, made.network()));
        assertThat(status(made, member)).isEqualTo(Member.Status.LEFT);
        profiles.say(member, "Monter une vidéo");

        assertThat(invite(claire, FormKey.next())).contains("est partie");
        assertThat(letters()).hasSize(2);
        assertThat(status(made, member)).isEqualTo(Member.Status.LEFT);
        var browser = new Browser(port);
        browser.submit("/rejoindre", Map.of("jeton", token(letters().getLast())));

        assertThat(status(made, member)).isEqualTo(Member.Status.JOINED);
        assertThat(profiles.offers(member)).as("what was said before leaving").isEmpty();
        assertThat(browser.open("/mailles").statusCode()).isEqualTo(200);
        assertThat(views.members().membershipsOf(person)).hasSize(1);
    }

    @Test
    void one_address_that_joins_two_networks_at_once_is_one_person() throws Exception {
        var made = List.of(network.make(), network.make());
        made.forEach(one -> invite(claireOf(one), FormKey.next()));
        var members = made.stream().map(one -> invited(one).getFirst().member()).toList();
        var tokens = letters().stream().map(InvitingTest::token).toList();
        assertThat(tokens).hasSize(2);

        atOnce(
                2,
                i -> new Browser(port)
                        .submit("/rejoindre", Map.of("jeton", tokens.get(i)))
                        .body());

        var person = signIns.find(EmailAddress.read(email).orElseThrow()).orElseThrow();
        assertThat(views.members().membershipsOf(person))
                .extracting(held -> held.member())
                .containsExactlyInAnyOrderElementsOf(members);
    }

    @Test
    void requests_at_once_find_one_person_for_one_address() throws Exception {
        var hmac = EmailAddress.read(email).orElseThrow().hmac(vault);
        var found = atOnce(8, i -> signIns.holder(hmac).toString());
        assertThat(found).hasSize(8).containsOnly(found.getFirst());
    }

    private Browser claireOf(TestNetwork.Made made) {
        return TestNetwork.signedIn(port, "fr", made.claire().person());
    }

    private String invite(Browser browser, FormKey key) {
        return browser.submit(
                        "/coordination/membres/invitations",
                        Map.of("key", key.toString(), "name", "Rosa", "email", email))
                .body();
    }

    private Member.Status status(TestNetwork.Made made, MemberId member) {
        return views.members()
                .find(made.network(), member, AsOf.NOW)
                .orElseThrow()
                .status();
    }

    private List<Member> invited(TestNetwork.Made made) {
        var filter = new MemberFilter(null, Member.Status.INVITED, null);
        return views.members().all(made.network(), filter, AsOf.NOW, null, 10).items();
    }

    private List<String> letters() {
        return jdbc.sql("select body from web.mailbox where recipient = ? order by id")
                .param(email)
                .query(String.class)
                .list();
    }

    private int open(String letter) {
        return new Browser(port).open("/rejoindre?jeton=" + token(letter)).statusCode();
    }

    private static String token(String letter) {
        return Browser.first(LETTER, letter);
    }

    private interface Numbered {
        String run(int number);
    }

    private static List<String> atOnce(int times, Numbered work) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(times);
        var results = new java.util.ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = threads.invokeAll(IntStream.range(0, times)
                    .mapToObj(i -> (Callable<String>) () -> {
                        start.countDown();
                        start.await();
                        return work.run(i);
                    })
                    .toList());
            for (var one : running) {
                results.add(one.get());
            }
        }
        return results;
    }
}
