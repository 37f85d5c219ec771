package org.maillage.web.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.web.host.Wallet.header;
import static org.maillage.web.host.Wallet.json;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.badge.verify.Question;
import org.maillage.badge.verify.Verdict;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.badge.AwardCommand.Accept;
import org.maillage.ledger.badge.AwardCommand.Decline;
import org.maillage.ledger.badge.AwardCommand.Publish;
import org.maillage.ledger.badge.AwardCommand.Unpublish;
import org.maillage.ledger.value.Actor;
import org.maillage.web.frame.Commands;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a wallet reads and brings once it was let in. */
@RunningProgram
class HostApiTest {

    private static final String CREDENTIALS = "/ims/ob/v3p0/credentials";
    private static final String JSON = "application/json";
    private static final Instant THEN = Instant.parse("2026-01-15T10:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Badges badges;

    @Autowired
    Commands commands;

    @Autowired
    JdbcClient jdbc;

    private TestNetwork.Made made;
    private Award award;
    private Wallet wallet;
    private String access;

    @BeforeEach
    void nadia_has_a_badge_and_a_wallet() {
        made = network.make();
        network.validate(made, network.claim(made, made.nadia()));
        award = badges.awards()
                .of(made.network(), made.nadia().member(), LocalDate.of(9999, 12, 30))
                .getFirst();
        wallet = connected(made.nadia());
        access = wallet.access(Wallet.all().toArray(String[]::new));
    }

    private Wallet connected(TestNetwork.Someone who) {
        var one = new Wallet(port).registered("Mon portefeuille", "client_secret_basic");
        one.signIn(who.person());
        return one;
    }

    private void as(TestNetwork.Someone who, LedgerCommand command) {
        commands.run(Actor.person(who.person()), UUID.randomUUID().toString(), command);
        TestNetwork.quiet(badges);
    }

    private void accept() {
        as(made.nadia(), new Accept(award.award(), made.network(), made.nadia().member()));
    }

    private HttpResponse<String> read(String query) {
        var answer = wallet.get(CREDENTIALS + query, access);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static List<String> ids(HttpResponse<String> answer) {
        return json(answer)
                .path("credential")
                .valueStream()
                .map(one -> one.path("id").stringValue())
                .toList();
    }

    private int tokens(HttpResponse<String> answer) {
        return json(answer).path("compactJwsString").size();
    }

    private void isRefused(HttpResponse<String> answer, int status, String minor) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        var told = json(answer);
        assertThat(told.path("imsx_codeMajor").stringValue()).isEqualTo("failure");
        assertThat(told.path("imsx_severity").stringValue()).isEqualTo("error");
        assertThat(told.at("/imsx_codeMinor/imsx_codeMinorField/0/imsx_codeMinorFieldValue")
                        .stringValue())
                .isEqualTo(minor);
    }

    @Test
    void a_wallet_reads_what_its_member_accepted_in_both_forms_and_nothing_else() {
        assertThat(ids(read(""))).as("waiting").isEmpty();
        as(made.nadia(), new Decline(award.award(), made.network(), made.nadia().member()));
        assertThat(ids(read(""))).as("left aside").isEmpty();
        accept();
        var answer = read("");
        assertThat(ids(answer))
                .containsExactly(
                        "http://localhost:" + port + "/b/" + award.code().shown());
        assertThat(header(answer, "x-total-count")).isEqualTo("1");
        var document = json(answer).path("credential").get(0).toString();
        var token = json(answer).path("compactJwsString").get(0).stringValue();
        for (var form : List.of(document, token)) {
            assertThat(badges.issuing()
                            .verifier()
                            .verify(form.getBytes(StandardCharsets.UTF_8), Question.at(Instant.now())))
                    .isInstanceOf(Verdict.Good.class);
        }
        var claire = connected(made.claire());
        var hers = claire.get(CREDENTIALS, claire.access(Wallet.READ));
        assertThat(ids(hers)).isEmpty();
        var english = wallet.get(CREDENTIALS, access, "Accept-Language", "en");
        assertThat(english.body()).contains("First contribution").contains("?lang=en");
    }

    @Test
    void a_badge_that_is_shown_to_nobody_is_still_its_members_own() {
        accept();
        as(made.nadia(), new Publish(award.award(), made.network(), made.nadia().member()));
        as(
                made.nadia(),
                new Unpublish(award.award(), made.network(), made.nadia().member()));
        assertThat(ids(read(""))).hasSize(1);
    }

    @Test
    void a_list_is_read_part_by_part_and_from_a_time_on() {
        accept();
        for (var number : List.of("1", "2", "3")) {
            assertThat(wallet.bring(
                                    access,
                                    JSON,
                                    Elsewhere.json(number, THEN.plusSeconds(60L * Integer.parseInt(number))))
                            .statusCode())
                    .isEqualTo(201);
        }
        var first = read("?limit=3");
        assertThat(ids(first)).hasSize(3).allMatch(id -> id.startsWith("https://issuer.example"));
        assertThat(header(first, "x-total-count")).isEqualTo("4");
        var address = "<http://localhost:" + port + CREDENTIALS;
        assertThat(header(first, "link"))
                .contains(address + "?limit=3&offset=3>; rel=\"next\"", address + "?limit=3&offset=3>; rel=\"last\"")
                .contains(address + "?limit=3&offset=0>; rel=\"first\"")
                .doesNotContain("rel=\"prev\"");
        var second = read("?limit=3&offset=3");
        assertThat(ids(second)).hasSize(1).allMatch(id -> id.contains("/b/"));
        assertThat(tokens(second)).isEqualTo(1);
        assertThat(header(second, "link")).contains("offset=0>; rel=\"prev\"").doesNotContain("rel=\"next\"");
        var since = read("?since=2026-01-15T11:02:00%2B01:00");
        assertThat(ids(since)).hasSize(2);
        assertThat(header(since, "link")).contains("since=2026-01-15T10%3A02%3A00Z");
        for (var wrong : List.of("limit=0", "limit=x", "offset=-1", "since=yesterday", "limit=99999999999")) {
            isRefused(wallet.get(CREDENTIALS + "?" + wrong, access), 400, "invalid_query_parameter");
        }
    }

    @Test
    void what_is_brought_is_verified_kept_apart_and_replaced_by_what_is_newer() {
        var brought = wallet.bring(access, JSON, Elsewhere.json("1", THEN));
        assertThat(brought.statusCode()).as(brought.body()).isEqualTo(201);
        assertThat(json(brought).path("id").stringValue()).isEqualTo("https://issuer.example/credentials/1");
        assertThat(wallet.bring(access, JSON, Elsewhere.json("1", THEN)).statusCode())
                .isEqualTo(200);
        var newer = wallet.bring(access, "application/json; charset=utf-8", Elsewhere.json("1", THEN.plusSeconds(10)));
        assertThat(newer.statusCode()).isEqualTo(200);
        var older = wallet.bring(access, JSON, Elsewhere.json("1", THEN.minusSeconds(10)));
        assertThat(older.statusCode()).isEqualTo(200);
        assertThat(json(older).path("validFrom").stringValue()).isEqualTo("2026-01-15T10:00:10Z");

        var token = wallet.bring(access, "text/plain", Elsewhere.token("2", THEN));
        assertThat(token.statusCode()).as(token.body()).isEqualTo(201);
        assertThat(header(token, "content-type")).startsWith("text/plain");
        var all = read("");
        assertThat(ids(all)).containsExactly("https://issuer.example/credentials/1");
        assertThat(tokens(all)).isEqualTo(1);
        assertThat(header(all, "x-total-count")).isEqualTo("2");

        var page = wallet.page("/badges/ailleurs").body();
        assertThat(page)
                .contains(
                        "Animer : pratique suivie",
                        "Fablab d’Ailleurs",
                        "par l’application «\u00a0Mon portefeuille\u00a0»")
                .contains("La signature tient.", "la clé de l’émetteur n’est pas connue ici");
        var mine = wallet.page("/badges").body();
        assertThat(mine).contains("Obtenus ailleurs", "Fablab d’Ailleurs").contains("À accepter");
        assertThat(badges.awards().of(made.network(), made.nadia().member(), LocalDate.of(9999, 12, 30)))
                .hasSize(1);
        var claire = connected(made.claire());
        assertThat(claire.page("/badges/ailleurs").body()).doesNotContain("Fablab d’Ailleurs");
        assertThat(ids(claire.get(CREDENTIALS, claire.access(Wallet.READ)))).isEmpty();
    }

    @Test
    void what_cannot_be_verified_takes_the_place_of_nothing_that_was() {
        wallet.bring(access, JSON, unverifiable(THEN));
        assertThat(wallet.page("/badges/ailleurs").body()).doesNotContain("La signature tient.");
        var older = wallet.bring(access, JSON, Elsewhere.json("1", THEN.minusSeconds(10)));
        assertThat(json(older).path("validFrom").stringValue()).isEqualTo("2026-01-15T09:59:50Z");
        assertThat(wallet.page("/badges/ailleurs").body()).contains("La signature tient.");

        var newer = wallet.bring(access, JSON, unverifiable(THEN.plusSeconds(10)));
        assertThat(newer.statusCode()).as(newer.body()).isEqualTo(200);
        assertThat(newer.body()).isEqualTo(older.body());
        assertThat(wallet.page("/badges/ailleurs").body()).contains("La signature tient.");
        assertThat(header(read(""), "x-total-count")).isEqualTo("1");
    }

    /** The same credential with a proof of a kind that nobody here can look at. */
    private static String unverifiable(Instant from) {
        return Elsewhere.json("1", from).replace("eddsa-rdfc-2022", "ecdsa-sd-2023");
    }

    @Test
    void what_has_ended_is_kept_as_such() {
        assertThat(wallet.bring(access, JSON, Elsewhere.expired("1", THEN)).statusCode())
                .isEqualTo(201);
        assertThat(wallet.page("/badges/ailleurs").body()).contains("suspendu, ou il est arrivé à terme");
    }

    @Test
    void what_is_forged_or_no_credential_is_refused_and_not_kept() {
        var badge = Elsewhere.json("1", THEN);
        isRefused(wallet.bring(access, JSON, badge.replace("Numéro 1", "Numéro 2")), 400, "invalid_data");
        isRefused(wallet.bring(access, "text/plain", Elsewhere.unsigned("1", THEN)), 400, "invalid_data");
        for (var wrong : List.of("", "{", "{}", "[]", "null", "{\"a\":1,\"a\":2}", "\u0000", "[".repeat(100_000))) {
            isRefused(wallet.bring(access, JSON, wrong), 400, "invalid_data");
        }
        isRefused(wallet.bring(access, JSON, "{\"a\":\"" + "x".repeat(1 << 20) + "\"}"), 413, "invalid_data");
        isRefused(wallet.bring(access, "application/xml", badge), 415, "invalid_data");
        isRefused(wallet.bring(access, "nonsense", badge), 415, "invalid_data");
        var hosted =
                "{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"Assertion\",\"id\":\"https://i.example/1\","
                    + "\"recipient\":{\"type\":\"email\",\"hashed\":false,\"identity\":\"a@example.org\"},"
                    + "\"badge\":\"https://i.example/b\",\"verification\":{\"type\":\"hosted\"},\"issuedOn\":\"2026-01-01T00:00:00Z\"}";
        isRefused(wallet.bring(access, JSON, hosted), 400, "invalid_data");
        assertThat(ids(read(""))).isEmpty();
    }

    @Test
    void a_badge_of_this_register_is_known_to_whom_it_was_given_and_refused_from_anybody_else() {
        accept();
        var badge = json(read("")).path("credential").get(0).toString();
        assertThat(wallet.bring(access, JSON, badge).statusCode()).isEqualTo(200);
        assertThat(header(read(""), "x-total-count")).isEqualTo("1");
        var claire = connected(made.claire());
        isRefused(claire.bring(claire.access(Wallet.BRING), JSON, badge), 403, "forbidden");
    }

    @Test
    void a_member_keeps_so_many_and_may_still_replace_them() {
        assertThat(wallet.bring(access, JSON, Elsewhere.json("1", THEN)).statusCode())
                .isEqualTo(201);
        copies(2, 200, "document");
        assertThat(header(read(""), "x-total-count")).isEqualTo("200");
        isRefused(wallet.bring(access, JSON, Elsewhere.json("2", THEN)), 403, "forbidden");
        assertThat(wallet.bring(access, JSON, Elsewhere.json("1", THEN.plusSeconds(1)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_a_member_keeps_is_bounded_altogether_and_listed_without_its_documents() {
        assertThat(wallet.bring(access, JSON, Elsewhere.json("1", THEN)).statusCode())
                .isEqualTo(201);
        copies(2, 21, "repeat('x', 1048576)");
        var first = read("?limit=1");
        assertThat(ids(first)).containsExactly("https://issuer.example/credentials/1");
        assertThat(header(first, "x-total-count")).isEqualTo("21");
        var refused = wallet.bring(access, JSON, Elsewhere.json("2", THEN));
        isRefused(refused, 403, "forbidden");
        assertThat(refused.body()).contains("bytes of such credentials");
    }

    @Test
    void many_that_are_brought_at_once_are_no_more_than_one_may_keep()
            throws InterruptedException, java.util.concurrent.ExecutionException {
        assertThat(wallet.bring(access, JSON, Elsewhere.json("1", THEN)).statusCode())
                .isEqualTo(201);
        copies(2, 199, "document");
        var tries = java.util.stream.IntStream.rangeClosed(2, 7)
                .mapToObj(Integer::toString)
                .map(number -> Elsewhere.json(number, THEN))
                .<java.util.concurrent.Callable<Integer>>map(
                        badge -> () -> wallet.bring(access, JSON, badge).statusCode())
                .toList();
        var taken = 0;
        try (var pool = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : pool.invokeAll(tries)) {
                assertThat(done.get()).isIn(201, 403);
                taken += done.get() == 201 ? 1 : 0;
            }
        }
        assertThat(taken).isEqualTo(1);
        assertThat(header(read("?limit=1"), "x-total-count")).isEqualTo("200");
    }

    /** Keeps more of what Nadia brought, under other identities. */
    private void copies(int from, int to, String document) {
        jdbc.sql("""
            insert into web.elsewhere_badge (id, person, identity, form, document, credential, name, issuer, issuer_name,
                valid_from, verdict, arrived_at)
            select gen_random_uuid(), person, sha256(n::text::bytea), form, %s, credential, name, issuer, issuer_name,
                valid_from + interval '1 hour', verdict, arrived_at
              from web.elsewhere_badge, generate_series(%d, %d) n where person = ?
            """.formatted(document, from, to))
                .param(made.nadia().person().value())
                .update();
    }

    @Test
    void a_profile_has_an_id_for_each_wallet_and_changes_no_name_in_the_network() {
        var profile = json(wallet.get("/ims/ob/v3p0/profile", access));
        assertThat(profile.path("name").stringValue()).isEqualTo("Nadia");
        assertThat(profile.at("/type/0").stringValue()).isEqualTo("Profile");
        var other = connected(made.nadia());
        var again = json(other.get("/ims/ob/v3p0/profile", other.access(Wallet.PROFILE)));
        assertThat(again.path("id").stringValue())
                .startsWith("urn:uuid:")
                .isNotEqualTo(profile.path("id").stringValue());

        var changed = wallet.sent("PUT", "/ims/ob/v3p0/profile", access, JSON, """
            {"type": ["Profile"], "id": "urn:uuid:00000000-0000-0000-0000-000000000000", "name": "Nadia B.",
             "url": "https://nadia.example", "email": "nadia@example.org"}
            """);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(json(changed).path("name").stringValue()).isEqualTo("Nadia B.");
        assertThat(json(changed).path("id")).isEqualTo(profile.path("id"));
        assertThat(changed.body()).doesNotContain("nadia@example.org");
        assertThat(json(wallet.get("/ims/ob/v3p0/profile", access)).path("url").stringValue())
                .isEqualTo("https://nadia.example");
        assertThat(wallet.page("/moi").body()).contains("Nadia").doesNotContain("Nadia B.");
        for (var wrong :
                List.of("{}", "{\"type\":\"Person\"}", "x", "{\"type\":\"Profile\",\"url\":\"javascript:0\"}")) {
            isRefused(wallet.sent("PUT", "/ims/ob/v3p0/profile", access, JSON, wrong), 400, "invalid_data");
        }
    }

    @Test
    void a_member_brings_and_removes_a_badge_by_a_form() {
        var badge = Elsewhere.json("7", THEN);
        assertThat(wallet.postWithToken("/badges/ailleurs", Map.of("text", badge))
                        .statusCode())
                .isEqualTo(302);
        var page = wallet.page("/badges/ailleurs").body();
        assertThat(page).contains("Fablab d’Ailleurs", "apporté par vous", "est gardé");
        var forged = wallet.postWithToken("/badges/ailleurs", Map.of("text", badge.replace("Numéro 7", "Numéro 8")));
        assertThat(forged.statusCode()).isEqualTo(422);
        assertThat(forged.body()).contains("n’est pas authentique", "Numéro 8");
        assertThat(wallet.postWithToken("/badges/ailleurs", Map.of("text", " ")).statusCode())
                .isEqualTo(422);
        var id = org.maillage.web.testing.Browser.first(
                java.util.regex.Pattern.compile("/badges/ailleurs/([0-9a-f-]{36})/retrait"), page);
        var claire = connected(made.claire());
        claire.postWithToken("/badges/ailleurs/" + id + "/retrait", Map.of());
        assertThat(wallet.page("/badges/ailleurs").body()).contains("Fablab d’Ailleurs");
        wallet.postWithToken("/badges/ailleurs/" + id + "/retrait", Map.of());
        assertThat(wallet.page("/badges/ailleurs").body()).doesNotContain("Fablab d’Ailleurs");
    }

    @Test
    void whoever_leaves_the_last_network_leaves_no_wallet_behind() {
        wallet.bring(access, JSON, Elsewhere.json("1", THEN));
        var left = wallet.postWithToken(
                "/moi/depart", Map.of("key", UUID.randomUUID().toString(), "understood", "true"));
        assertThat(left.statusCode()).isEqualTo(302);
        assertThat(wallet.get(CREDENTIALS, access).statusCode()).isEqualTo(401);
        assertThat(jdbc.sql("select count(*) from web.elsewhere_badge where person = ?")
                        .param(made.nadia().person().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
