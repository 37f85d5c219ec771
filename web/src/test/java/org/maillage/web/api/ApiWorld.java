package org.maillage.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Origin;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.member.MemberCommand;
import org.maillage.ledger.network.NetworkCommand;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.projection.Projections;
import org.maillage.web.api.json.ApiJson;
import org.maillage.web.testing.TestNetwork;
import org.maillage.web.token.ApiTokens;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/**
 * Three networks of the running program and the tokens of their people: Jeanne and Nadia contribute, Claire coordinates,
 * Odile is of another network, Paul alone coordinates a network below Claire's, Ada administers.
 */
final class ApiWorld {

    final NetworkId network = NetworkId.next();
    final NetworkId elsewhere = NetworkId.next();
    final NetworkId below = NetworkId.next();
    final Somebody ada;
    final Somebody claire;
    final Somebody jeanne;
    final Somebody nadia;
    final Somebody odile;
    final Somebody paul;

    private final Ledger ledger;
    private final Journal journal;
    private final Projections views;
    private final Badges badges;
    private final ApiTokens tokens;
    private final Clock clock;
    private final String site;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    ApiWorld(ApplicationContext program) {
        ledger = program.getBean(Ledger.class);
        journal = program.getBean(Journal.class);
        views = program.getBean(Projections.class);
        badges = program.getBean(Badges.class);
        tokens = program.getBean(ApiTokens.class);
        clock = program.getBean(Clock.class);
        site = "http://localhost:" + program.getBean(Environment.class).getRequiredProperty("local.server.port")
                + "/api/v1";
        var administrator = PersonId.next();
        does(new MemberCommand.RegisterPerson(administrator), Actor.SYSTEM);
        does(new MemberCommand.AppointAdministrator(administrator), Actor.SYSTEM);
        create(network, null, "Réseau d’essai", administrator);
        create(elsewhere, null, "Autre réseau", administrator);
        create(below, network, "Réseau du dessous", administrator);
        ada = new Somebody(administrator, MemberId.next(), token(administrator, true));
        claire = join(network, "Claire Exemple");
        does(new NetworkCommand.AppointCoordinator(network, claire.member(), null), Actor.administrator(administrator));
        jeanne = join(network, "Jeanne Exemple");
        nadia = join(network, "Nadia Exemple");
        odile = join(elsewhere, "Odile Ailleurs");
        paul = join(below, "Paul Exemple");
        does(new NetworkCommand.AppointCoordinator(below, paul.member(), null), Actor.administrator(administrator));
        TestNetwork.quiet(badges);
        assertThat(views.awaitPosition(journal.position(), Duration.ofSeconds(60)))
                .as("views at %d of %d, %s %s", views.position(), journal.position(), views.stopped(), views.parked())
                .isTrue();
    }

    /** A person, their membership and a token of theirs that writes. */
    record Somebody(PersonId person, MemberId member, String token) {}

    /** An answer: its status, its headers and its JSON. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return ApiJson.mapper().readTree(response.body());
        }

        String text(String pointer) {
            return json().at(pointer).asString();
        }
    }

    /** A token of somebody's that only reads. */
    String readingToken(Somebody somebody) {
        return token(somebody.person(), false);
    }

    /** Position of the journal, to see that nothing was stored. */
    long position() {
        TestNetwork.quiet(badges);
        return journal.position();
    }

    Answer get(Somebody who, String path) {
        return send(who.token(), "GET", path, null, _ -> {});
    }

    Answer post(Somebody who, String path, String body) {
        return send(who.token(), "POST", path, body, _ -> {});
    }

    Answer delete(Somebody who, String path) {
        return send(who.token(), "DELETE", path, null, _ -> {});
    }

    /** Sends a request; {@code more} adds further headers. */
    Answer send(String token, String method, String path, @Nullable String body, Consumer<HttpRequest.Builder> more) {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("/api") ? root() + path : site + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, publisher)
                .header("Authorization", "Bearer " + token);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        more.accept(request);
        return exchange(request.build());
    }

    Answer exchange(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            // Other tests record meanwhile: as the answer says, who asks again is answered from what is held then.
            for (var tries = 0; tries < 30 && isBehind(answer); tries++) {
                answer = client.send(request, BodyHandlers.ofString());
            }
            return new Answer(answer);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static boolean isBehind(HttpResponse<String> answer) {
        return answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent();
    }

    String site() {
        return site;
    }

    String root() {
        return site.substring(0, site.length() - "/api/v1".length());
    }

    private void create(NetworkId id, @Nullable NetworkId parent, String name, PersonId administrator) {
        does(
                new NetworkCommand.Create(id, name, parent, ZoneId.of("Europe/Paris"), Set.of(), null, null),
                Actor.administrator(administrator));
    }

    private Somebody join(NetworkId of, String name) {
        var person = PersonId.next();
        var member = MemberId.next();
        does(new MemberCommand.RegisterPerson(person), Actor.SYSTEM);
        does(new MemberCommand.Enter(member, of, null, MemberEvent.Origin.COORDINATOR, name, null), Actor.SYSTEM);
        does(new MemberCommand.Join(member, of, person, MemberEvent.Via.LINK, null), Actor.SYSTEM);
        return new Somebody(person, member, token(person, true));
    }

    private String token(PersonId person, boolean writes) {
        return tokens.make(Id.nextUuid(), person, "essai", writes, Duration.ofDays(1))
                .orElseThrow()
                .text();
    }

    private void does(LedgerCommand command, Actor actor) {
        ledger.execute(command, Origin.of(actor, clock.instant()));
    }
}
