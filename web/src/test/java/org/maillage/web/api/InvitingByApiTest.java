package org.maillage.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.web.api.ApiWorld.Answer;
import org.maillage.web.api.ApiWorld.Somebody;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.Letters;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Inviting, handing a place over, and speaking for who has no account, through the API. */
@RunningProgram
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitingByApiTest {

    private static final Pattern LETTER = Pattern.compile("/rejoindre\\?jeton=(\\S+)");

    @Autowired
    ApplicationContext program;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Projections views;

    @Autowired
    TestNetwork networks;

    @LocalServerPort
    int port;

    private ApiWorld world;

    @BeforeAll
    void a_network() {
        world = new ApiWorld(program);
    }

    @Test
    void an_invitation_by_api_sends_a_letter_whose_link_joins() {
        var email = address();
        var made = invite(world.claire, email, "invitation-1");
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        assertThat(letters(email)).singleElement().asString().contains("Réseau d’essai");

        var token = Browser.first(LETTER, letters(email).getFirst());
        new Browser(port).submit("/rejoindre", java.util.Map.of("jeton", token));

        assertThat(status(made.text("/id"))).isEqualTo(Member.Status.JOINED);
    }

    @Test
    void the_same_request_sends_one_letter_and_is_answered_alike_even_once_they_joined() {
        var email = address();
        var first = invite(world.claire, email, "invitation-2");
        var again = invite(world.claire, email, "invitation-2");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(letters(email)).hasSize(1);
        new Browser(port)
                .submit(
                        "/rejoindre",
                        java.util.Map.of(
                                "jeton", Browser.first(LETTER, letters(email).getFirst())));

        assertThat(invite(world.claire, email, "invitation-2").json()).isEqualTo(first.json());
        assertThat(letters(email)).hasSize(1);
        var other = invite(world.claire, email, "invitation-3");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("/reason")).isEqualTo("already-exists");
    }

    @Test
    void another_address_under_the_same_key_is_refused_and_gets_no_letter() {
        invite(world.claire, address(), "invitation-4");
        var email = address();
        var other = invite(world.claire, email, "invitation-4");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/reason")).isEqualTo("key-reused");
        assertThat(letters(email)).isEmpty();
    }

    @Test
    void an_address_that_was_invited_keeps_its_membership_and_gets_a_new_link() {
        var email = address();
        var first = invite(world.claire, email, "invitation-5");
        var second = invite(world.claire, email, "invitation-6");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text("/id")).isEqualTo(first.text("/id"));
        assertThat(letters(email)).hasSize(2);
    }

    @Test
    void who_does_not_coordinate_invites_nobody() {
        var email = address();
        var before = world.position();
        var refused = invite(world.jeanne, email, "invitation-7");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/reason")).isEqualTo("not-a-coordinator");
        assertThat(letters(email)).isEmpty();
        assertThat(world.position()).isEqualTo(before);
    }

    @Test
    void a_coordinator_makes_a_link_and_a_code_that_let_somebody_in() {
        var rosa = enter();
        for (var form : List.of("LINK", "CODE")) {
            var made = takeover(world.claire, rosa, form, null);
            assertThat(made.status()).as(made.response().body()).isEqualTo(201);
            assertThat(made.header("Cache-Control")).contains("no-store");
            assertThat(made.text("/page")).endsWith("/rejoindre");
            var text = made.text("/text");
            var typed = form.equals("LINK") ? text.substring(text.indexOf('=') + 1) : text;
            assertThat(new Browser(port).open("/rejoindre?jeton=" + typed).body())
                    .contains("Rosa");
        }
    }

    @Test
    void the_same_request_for_a_link_is_answered_alike_and_another_one_is_refused() {
        var rosa = enter();
        var first = takeover(world.claire, rosa, "LINK", "lien-1");
        var again = takeover(world.claire, rosa, "LINK", "lien-1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(takeover(world.claire, rosa, "CODE", "lien-1").text("/reason"))
                .isEqualTo("key-reused");
        assertThat(takeover(world.claire, enter(), "LINK", "lien-1").text("/reason"))
                .isEqualTo("key-reused");
        assertThat(takeover(world.claire, rosa, "LINK", "lien-2").text("/text")).isNotEqualTo(first.text("/text"));
    }

    @Test
    void nobody_but_a_coordinator_makes_a_link_and_only_for_who_has_no_account() {
        var rosa = enter();
        assertThat(takeover(world.jeanne, rosa, "LINK", null).status()).isEqualTo(403);
        assertThat(takeover(world.odile, rosa, "LINK", null).status()).isEqualTo(404);
        var joined = takeover(world.claire, world.nadia.member().toString(), "LINK", null);
        assertThat(joined.status()).isEqualTo(409);
        assertThat(joined.text("/reason")).isEqualTo("already-linked");
    }

    @Test
    void an_administrator_hands_over_a_network_until_one_of_its_coordinators_has_an_account() {
        var imported = networks.imported("Sans compte " + UUID.randomUUID());
        var ana = imported.ana().toString();
        assertThat(takeover(world.claire, ana, "LINK", null).status()).isEqualTo(404);
        assertThat(takeover(world.ada, ana, "LINK", null).status()).isEqualTo(201);

        var lou = networks.member(imported.network(), "Lou").member();
        var coordinators = "/networks/" + imported.network() + "/coordinators/";
        assertThat(world.send(world.ada.token(), "PUT", coordinators + lou, null, _ -> {})
                        .status())
                .isEqualTo(200);
        assertThat(views.members().isLed(imported.network())).isTrue();

        long before = world.position();
        refused(404, "unknown-member", takeover(world.ada, ana, "LINK", null));
        refused(
                403,
                "not-a-coordinator",
                world.send(world.ada.token(), "PUT", coordinators + MemberId.next(), null, _ -> {}));
        assertThat(world.position()).isEqualTo(before);
    }

    @Test
    void whoever_is_no_member_is_unknown_to_both_what_appoints_and_what_dismisses() {
        long before = world.position();
        for (var method : List.of("PUT", "DELETE")) {
            var path = "/networks/" + world.network + "/coordinators/";
            refused(
                    404,
                    "unknown-member",
                    world.send(world.claire.token(), method, path + MemberId.next(), null, _ -> {}));
        }
        assertThat(world.position()).isEqualTo(before);
    }

    @Test
    void an_administrator_invites_and_appoints_who_is_to_lead_an_imported_network() {
        var imported = networks.imported("Sans compte " + UUID.randomUUID());
        var email = address();
        var made = invite(world.ada, imported.network(), email, "remise-1");
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        assertThat(invite(world.ada, imported.network(), email, "remise-1").json())
                .isEqualTo(made.json());
        assertThat(letters(email)).hasSize(1);
        var appointed = world.send(
                world.ada.token(),
                "PUT",
                "/networks/" + imported.network() + "/coordinators/" + made.text("/id"),
                null,
                _ -> {});
        assertThat(appointed.status()).as(appointed.response().body()).isEqualTo(200);

        new Browser(port)
                .submit(
                        "/rejoindre",
                        java.util.Map.of(
                                "jeton", Browser.first(LETTER, letters(email).getFirst())));

        assertThat(views.members().isLed(imported.network())).isTrue();
        assertThat(invite(world.ada, imported.network(), email, "remise-1").json())
                .as("the same request, once they have joined")
                .isEqualTo(made.json());
        refused(409, "already-exists", invite(world.ada, imported.network(), email, "remise-2"));
        refused(404, "unknown-network", invite(world.ada, NetworkId.next(), address(), "remise-3"));
        refused(404, "unknown-network", invite(world.claire, imported.network(), address(), "remise-4"));
        assertThat(letters(email)).hasSize(1);
    }

    @Test
    void a_coordinator_says_the_organisation_of_who_has_no_account_and_says_it_once() {
        var rosa = enter();
        var organisation = organisation();
        var first = assign(world.claire, rosa, organisation, "structure-1");
        assertThat(first.status()).as(first.response().body()).isEqualTo(200);
        assertThat(world.get(world.claire, "/members/" + rosa).text("/organisation"))
                .isEqualTo(organisation);
        long after = world.position();
        var again = assign(world.claire, rosa, organisation, "structure-1");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        var other = assign(world.claire, rosa, null, "structure-1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/reason")).isEqualTo("key-reused");
        assertThat(world.position()).isEqualTo(after);

        assertThat(assign(world.claire, rosa, null, "structure-2").status()).isEqualTo(200);
        assertThat(world.get(world.claire, "/members/" + rosa)
                        .json()
                        .at("/organisation")
                        .isNull())
                .isTrue();
    }

    @Test
    void nobody_but_a_coordinator_says_an_organisation_and_of_nobody_with_an_account() {
        var rosa = enter();
        var organisation = organisation();
        long before = world.position();
        refused(403, "not-a-coordinator", assign(world.jeanne, rosa, organisation, "structure-3"));
        refused(404, "unknown-member", assign(world.odile, rosa, organisation, "structure-3"));
        refused(404, "unknown-member", assign(world.claire, MemberId.next().toString(), organisation, "structure-3"));
        refused(
                403,
                "not-yourself",
                assign(world.claire, world.nadia.member().toString(), organisation, "structure-3"));
        refused(
                404,
                "unknown-organisation",
                assign(world.claire, rosa, OrganisationId.next().toString(), "structure-3"));
        assertThat(world.position()).isEqualTo(before);
    }

    private static void refused(int status, String reason, Answer answer) {
        assertThat(answer.text("/reason")).as(answer.response().body()).isEqualTo(reason);
        assertThat(answer.status()).isEqualTo(status);
    }

    private String organisation() {
        var name = "{\"name\": \"Collectif " + UUID.randomUUID() + "\"}";
        var made = world.post(world.claire, "/networks/" + world.network + "/organisations", name);
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        return made.text("/id");
    }

    private Answer assign(Somebody who, String member, @Nullable String organisation, String key) {
        var body = "{\"organisation\": " + (organisation == null ? "null" : "\"" + organisation + "\"") + "}";
        var address = "/members/" + member + "/assigned-organisation";
        return world.send(who.token(), "PUT", address, body, r -> r.header("Idempotency-Key", key));
    }

    private String enter() {
        return world.post(
                        world.claire, "/members", "{\"network\": \"%s\", \"name\": \"Rosa\"}".formatted(world.network))
                .text("/id");
    }

    private Answer takeover(Somebody who, String member, String form, @Nullable String key) {
        return world.send(who.token(), "POST", "/members/" + member + "/links", "{\"form\": \"" + form + "\"}", r -> {
            if (key != null) {
                r.header("Idempotency-Key", key);
            }
        });
    }

    private Answer invite(Somebody who, String email, String key) {
        return invite(who, world.network, email, key);
    }

    private Answer invite(Somebody who, NetworkId network, String email, String key) {
        var body = "{\"network\": \"%s\", \"name\": \"Rosa\", \"email\": \"%s\"}".formatted(network, email);
        return world.send(who.token(), "POST", "/members", body, r -> r.header("Idempotency-Key", key));
    }

    private Member.Status status(String member) {
        return views.members()
                .find(world.network, new MemberId(UUID.fromString(member)), AsOf.NOW)
                .orElseThrow()
                .status();
    }

    private List<String> letters(String email) {
        return Letters.to(email, jdbc);
    }

    private static String address() {
        return UUID.randomUUID() + "@exemple.fr";
    }
}
