package org.maillage.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.Letters;
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

    private static final String LINES = "/coordination/membres/invitations/lignes";

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
    Clock clock;

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
        assertThat(invite(claire, FormKey.next())).contains("est faite");

        assertThat(invite(claire, FormKey.next())).contains("était déjà invitée");

        assertThat(letters()).hasSize(2);
        assertThat(invited(made)).hasSize(1);
        assertThat(open(letters().get(0))).isEqualTo(400);
        assertThat(open(letters().get(1))).isEqualTo(200);
    }

    @Test
    void a_letter_that_is_not_taken_is_tried_again_and_the_older_link_works_until_then() {
        var made = network.make();
        invite(claireOf(made), FormKey.next());
        var older = letters().getFirst();
        var member = invited(made).getFirst().member();
        // So far ahead that the program's own rounds leave the letter alone.
        var far = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1000));
        var to = EmailAddress.read(email).orElseThrow();
        by(far, post).keep(List.of(letter(made, member, to)));

        sendAll(by(far, _ -> false));
        assertThat(by(far, post).isLate(member)).isTrue();
        assertThat(claireOf(made).open("/coordination/membres/" + member).body())
                .contains("n’a pas encore pris la lettre");
        assertThat(open(older)).as("the older link works on").isEqualTo(200);
        sendAll(by(far.plusSeconds(59), post));
        assertThat(letters()).as("too early").hasSize(1);

        sendAll(by(far.plusSeconds(60), post));
        assertThat(by(far, post).isLate(member)).isFalse();
        assertThat(letters()).hasSize(2);
        assertThat(open(letters().getLast())).isEqualTo(200);
        assertThat(open(older)).isEqualTo(400);
    }

    @Test
    void a_letter_that_waits_does_not_end_the_link_that_was_handed_over_meanwhile() {
        var made = network.make();
        invite(claireOf(made), FormKey.next());
        assertThat(letters()).hasSize(1);
        var member = invited(made).getFirst().member();
        var far = clock.instant().plus(Duration.ofDays(1000));
        var to = EmailAddress.read(email).orElseThrow();
        by(far, post).keep(List.of(letter(made, member, to)));

        claireOf(made).submit("/coordination/membres/" + member + "/liens", Map.of());
        sendAll(by(far, post));
        assertThat(letters()).hasSize(1);
    }

    private static InvitationLetters.ToKeep letter(TestNetwork.Made made, MemberId member, EmailAddress to) {
        return new InvitationLetters.ToKeep(UUID.randomUUID(), made.network(), member, to, Locale.FRENCH);
    }

    private InvitationLetters by(Instant at, Post by) {
        var then = Clock.fixed(at, ZoneOffset.UTC);
        return new InvitationLetters(
                jdbc, transactions, secrets, correspondents, views, vault, by, address, messages, then);
    }

    private static void sendAll(InvitationLetters letters) {
        while (letters.send()) {
            // each call sends one
            assertThat(letters).isNotNull();
        }
    }

    @Test
    void a_form_that_comes_back_with_another_address_invites_somebody_else() {
        var made = network.make();
        var claire = claireOf(made);
        var key = FormKey.next();
        invite(claire, key);
        var other = Map.of("key", key.toString(), "name", "Sami", "email", UUID.randomUUID() + "@exemple.fr");
        assertThat(claire.submit("/coordination/membres/invitations", other).body())
                .contains("est faite");
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

        assertThat(invite(claire, FormKey.next())).contains("est faite");
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
        return Letters.to(email, jdbc);
    }

    @Test
    void more_lists_at_once_than_there_are_connections_are_all_taken() throws Exception {
        var made = network.make();
        var claire = TestNetwork.signedIn(port, "fr", made.claire().person());
        claire.csrf();
        var answers = atOnce(16, list -> {
            var lines = IntStream.range(0, 20)
                    .mapToObj(i -> "P" + i + ", " + UUID.randomUUID() + "@example.org")
                    .collect(Collectors.joining("\n"));
            return Integer.toString(claire.submit(LINES, lines(lines)).statusCode());
        });
        assertThat(answers).hasSize(16).containsOnly("200");
    }

    @Test
    void two_who_list_two_addresses_of_the_same_people_in_opposite_orders_do_not_hold_each_other_up() throws Exception {
        var made = network.make();
        var both = List.of(
                TestNetwork.signedIn(port, "fr", made.claire().person()),
                TestNetwork.signedIn(
                        port, "fr", network.coordinator(made, "Paul").person()));
        both.forEach(Browser::csrf);
        for (int round = 0; round < 6; round++) {
            var gone = network.member(made.network(), "Rosa " + round);
            var addresses = IntStream.range(0, 4)
                    .mapToObj(_ -> "Rosa, " + UUID.randomUUID() + "@example.org")
                    .toList();
            addresses.forEach(
                    line -> signIns.allow(EmailAddress.read(line.substring(6)).orElseThrow(), gone.person()));
            commands.run(
                    Actor.person(gone.person()),
                    UUID.randomUUID().toString(),
                    new Leave(gone.member(), made.network()));
            var answers = atOnce(2, who -> {
                var mine = who == 0 ? addresses : addresses.reversed();
                return Integer.toString(both.get(who)
                        .submit(LINES, lines(String.join("\n", mine)))
                        .statusCode());
            });
            assertThat(answers).hasSize(2).containsOnly("200");
        }
    }

    private static Map<String, String> lines(String text) {
        return Map.of("key", FormKey.next().toString(), "lines", text);
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
