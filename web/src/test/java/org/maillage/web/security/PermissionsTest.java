package org.maillage.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@RunningProgram
class PermissionsTest {

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Permissions permissions;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Test
    void every_endpoint_has_a_row_of_its_own() {
        var rows = permissions.rows().stream()
                .map(row -> row.method() + " " + row.pattern().getPatternString())
                .toList();
        var endpoints = endpoints();
        assertThat(endpoints).hasSizeGreaterThan(40);
        assertThat(rows).containsAll(endpoints).doesNotHaveDuplicates();
    }

    @Test
    void every_row_names_an_endpoint_or_a_resource() {
        var endpoints = endpoints();
        assertThat(permissions.rows())
                .filteredOn(
                        row -> !row.open() && !row.pattern().getPatternString().endsWith("/**"))
                .extracting(row -> row.method() + " " + row.pattern().getPatternString())
                .isNotEmpty()
                .isSubsetOf(endpoints);
    }

    @Test
    void an_address_that_is_none_is_told_from_a_page_that_is_for_others() {
        var nadia = signedIn(network.make().nadia().person());
        for (var path : List.of("/nulle-part", "/contributions/", "/index.html", "/moi/nom")) {
            var answer = nadia.open(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).contains("Cette page n’existe pas");
        }
        assertThat(nadia.open("/coordination/valider").statusCode()).isEqualTo(403);
    }

    @Test
    void an_address_that_is_none_is_none_for_a_visitor_too_and_a_page_for_others_leads_to_signing_in() {
        var visitor = new Browser(port, "fr");
        for (var path : List.of("/nulle-part", "/contributions/", "/sitemap.xml", "/moi/nom")) {
            var answer = visitor.open(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.uri().getPath()).as(path).isEqualTo(path);
            assertThat(answer.body()).as(path).contains("Cette page n’existe pas");
        }
        for (var path : List.of("/contributions", "/coordination/valider", "/administration")) {
            assertThat(visitor.open(path).uri().getPath()).as(path).isEqualTo("/connexion");
        }
        var robots = visitor.open("/robots.txt");
        assertThat(robots.statusCode()).isEqualTo(200);
        assertThat(robots.body())
                .contains("User-agent: *", "Disallow: /connexion")
                .doesNotContain("<html");
    }

    @TestFactory
    List<DynamicTest> each_role_is_let_in_or_kept_out_as_the_table_says() {
        var made = network.make();
        var tests = new ArrayList<DynamicTest>();
        Map<Role, Browser> browsers = Map.of(
                Role.VISITOR, new Browser(port),
                Role.MEMBER, signedIn(made.nadia().person()),
                Role.COORDINATOR, signedIn(made.claire().person()),
                Role.ADMINISTRATOR, signedIn(made.ali()));
        for (var row : permissions.rows()) {
            var path = row.pattern().getPatternString();
            if (path.startsWith("/api")
                    || path.startsWith("/ims")
                    || path.contains("*")
                    || path.equals("/logout")
                    || path.equals("/error")) {
                continue;
            }
            browsers.forEach((role, browser) -> tests.add(DynamicTest.dynamicTest(
                    role + " " + row.method() + " " + path, () -> tries(row, role, browser, path))));
        }
        assertThat(tests).hasSizeGreaterThan(100);
        return tests;
    }

    private static void tries(Permissions.Row row, Role role, Browser browser, String pattern) {
        var path = pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        var answer = row.method().equals("GET") ? browser.open(path) : browser.submit(path, Map.of());
        var asked = answer.uri().getPath();
        if (allows(row, role)) {
            assertThat(answer.statusCode()).isNotIn(401, 403, 500);
        } else if (role == Role.VISITOR) {
            assertThat(asked).isEqualTo("/connexion");
        } else {
            assertThat(answer.statusCode()).isEqualTo(403);
        }
    }

    // Whoever coordinates is a member too, and all who are signed in are persons.
    private static boolean allows(Permissions.Row row, Role role) {
        return switch (role) {
            case VISITOR -> row.allowed().contains(Role.VISITOR);
            case WALLET -> false;
            case PERSON, ADMINISTRATOR, MEMBER, COORDINATOR ->
                row.open()
                        || row.allowed().contains(Role.PERSON)
                        || row.allowed().contains(role)
                        || (role == Role.COORDINATOR && row.allowed().contains(Role.MEMBER));
        };
    }

    private Browser signedIn(PersonId person) {
        return TestNetwork.signedIn(port, "fr", person);
    }

    private List<String> endpoints() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("org.maillage"))
                .flatMap(entry -> named(entry.getKey()).stream())
                .distinct()
                .toList();
    }

    private static List<String> named(RequestMappingInfo info) {
        var names = new ArrayList<String>();
        for (var method : info.getMethodsCondition().getMethods()) {
            for (var pattern : info.getPatternValues()) {
                names.add(method + " " + (pattern.isEmpty() ? "/" : pattern));
            }
        }
        return names;
    }
}
