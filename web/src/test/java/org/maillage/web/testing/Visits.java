package org.maillage.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.testing.PageTable.Reader;

/**
 * Each page of the table with somebody who may see it and an address where there is something to see. An address with an
 * id is the first that another page leads to, so a page that nothing leads to fails here: it is given an address in
 * {@link #GIVEN}, or a link.
 */
public final class Visits {

    /** A page as somebody sees it; a visitor is nobody. */
    public record Visit(String pattern, Reader reader, String path) {

        @Override
        public String toString() {
            return path + " (" + reader + ")";
        }
    }

    /** Pages to which no page leads: to a form that was not taken only the form itself does. */
    private static final Map<String, String> GIVEN = Map.of("/reponse/{secret}", "/reponse/no-longer-kept");

    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/[^\"#]*)");
    private static final Pattern ORGANISATION = Pattern.compile("<option value=\"([0-9a-f-]{36})\"");
    private static final Pattern BADGE = Pattern.compile("action=\"/badges/([0-9a-f-]{36})/acceptation\"");
    private static final Pattern PRACTICE = Pattern.compile("(/pratiques/[0-9a-f-]{36}\\?lien=[0-9a-f]+)");
    private static final String ROWS = """
        when,role,person,for_person,org,area,ref
        2026-01-02,author,ana,ana,o,a,r1
        2026-01-02,acked,bob,ana,o,a,r1
        2999-01-02,author,dan,dan,o,a,r3
        """;

    private final int port;
    private final TestNetwork network;
    private final TestNetwork.Made made;
    /** Pages that a page of another reader leads to, by their pattern. */
    private final Map<String, String> told = new HashMap<>();

    private final Map<Reader, Browser> browsers = new EnumMap<>(Reader.class);
    private final Map<String, Visit> visits = new LinkedHashMap<>();
    private final Collection<String> links = new TreeSet<>();

    private Visits(int port, TestNetwork network) {
        this.port = port;
        this.network = network;
        this.made = network.make();
    }

    /** All pages, over a new network in which something happened. */
    public static Visits of(int port, TestNetwork network) {
        var visits = new Visits(port, network);
        visits.live();
        visits.fixed();
        visits.followed();
        return visits;
    }

    /** The visits, in the order in which they were found. */
    public List<Visit> all() {
        assertThat(visits).hasSizeGreaterThan(20);
        return List.copyOf(visits.values());
    }

    /** Who signs in to see a page; {@code null} stands for a visitor. */
    public @org.jspecify.annotations.Nullable PersonId person(Reader reader) {
        return switch (reader) {
            case VISITOR -> null;
            case PERSON, MEMBER -> made.nadia().person();
            case COORDINATOR -> made.claire().person();
            case ADMINISTRATOR -> made.ali();
        };
    }

    /** A browser without JavaScript in which this reader has signed in. */
    public Browser browser(Reader reader) {
        return browsers.computeIfAbsent(reader, who -> {
            var person = person(who);
            return person == null ? new Browser(port) : TestNetwork.signedIn(port, "fr", person);
        });
    }

    private void live() {
        network.validate(made, network.claim(made, made.nadia()));
        network.claim(made, made.nadia());
        network.claim(made, made.claire());
        write(Map.of("version", "1", "text", "On partage.\nOn se voit tous les mois."), "/charte");
        write(Map.of("version", "2", "text", "On partage.\nOn se voit chaque semaine."), "/charte");
        write(Map.of("name", "Les Fils d’Arcelle", "siret", ""), "/reseau/structures");
        write(Map.of("communes", "51108 51454 2A004"), "/reseau/territoire");
        shown();
        listed();
        practised();
        actsFor();
        var form = Map.of(
                "key",
                UUID.randomUUID().toString(),
                "mapping",
                "dpdk",
                "network",
                "",
                "name",
                "Import de contrôle " + UUID.randomUUID());
        var sent = browser(Reader.ADMINISTRATOR)
                .upload("/administration/imports", form, Map.of("file", ROWS, "mappingFile", ""));
        assertThat(sent.statusCode()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> browser(Reader.ADMINISTRATOR)
                        .open(sent.uri().getPath())
                        .body()
                        .contains("refuses.csv"));
    }

    private void write(Map<String, String> fields, String path) {
        var form = new HashMap<>(fields);
        form.put("key", UUID.randomUUID().toString());
        assertThat(browser(Reader.COORDINATOR).submit(path, form).statusCode()).isEqualTo(200);
    }

    // Nadia's public page is open, and Claire shows her portrait to the network.
    private void shown() {
        var nadia = browser(Reader.MEMBER);
        var pseudo = "n" + made.nadia().member().toString().substring(24);
        nadia.submit("/moi/visibilite/adresse", Map.of("pseudo", pseudo));
        for (var item : List.of("PAGE", "NAME", "NETWORK", "OFFERS", "FLOWER")) {
            nadia.submit("/moi/visibilite/" + item, Map.of("audience", "EVERYONE"));
        }
        browser(Reader.COORDINATOR).submit("/moi/visibilite/FLOWER", Map.of("audience", "NETWORK"));
        told.put("/portrait/{member}", "/portrait/" + made.claire().member());
        badge();
    }

    // The badge of her first contribution is public.
    private void badge() {
        var nadia = browser(Reader.MEMBER);
        var badge = Browser.first(BADGE, nadia.open("/badges").body());
        told.put("/badges/{id}/adresse", "/badges/" + badge + "/adresse");
        for (var deed : List.of("acceptation", "publication")) {
            var form = Map.of("key", UUID.randomUUID().toString());
            assertThat(nadia.submit("/badges/" + badge + "/" + deed, form).statusCode())
                    .isEqualTo(200);
        }
        told.put("/coordination/badges/attributions/{award}", "/coordination/badges/attributions/" + badge);
    }

    // A list of badges, read over by whoever sent it.
    private void listed() {
        var list = Map.of("file", "personne;badge;pourquoi\nNadia;Animer, premiers pas;Trois ateliers\nPersonne;;\n");
        var sent = browser(Reader.COORDINATOR).upload("/coordination/badges/listes", Map.of("key", key()), list);
        assertThat(sent.statusCode()).isEqualTo(200);
        told.put("/coordination/badges/listes/{list}", sent.uri().getPath());
    }

    // A badge that one endorsement earns, for which Nadia describes a practice.
    private void practised() {
        var form = new HashMap<>(
                Map.of("step", "PRACTICE", "what-r", "ALL", "what-r-0", "ENDORSEMENTS", "wanted-r-0", "1"));
        for (var text : List.of("nameFr", "descriptionFr", "criteriaFr", "nameEn", "descriptionEn", "criteriaEn")) {
            form.put(text, "Relier");
        }
        form.put("key", key());
        var badge = browser(Reader.COORDINATOR)
                .submit("/coordination/badges/nouveau", form)
                .uri()
                .getPath();
        var own = badge.replace("/coordination/badges/", "/badges/pratiques/");
        var described = browser(Reader.MEMBER).submit(own, Map.of("key", key(), "text", "Je fais se rencontrer."));
        told.put("/badges/pratiques/{id}", own);
        told.put("/pratiques/{recognition}", Browser.first(PRACTICE, described.body()));
        told.put("/coordination/badges/{id}", badge);
    }

    private static String key() {
        return org.maillage.web.frame.FormKey.next().toString();
    }

    // Nadia acts for the organisation that was registered, so that she reads its account.
    private void actsFor() {
        var nadia = browser(Reader.MEMBER);
        var organisation = Browser.first(ORGANISATION, nadia.open("/moi").body());
        var profile = Map.of(
                "key", UUID.randomUUID().toString(), "name", "Nadia", "organisation", organisation, "offers", "");
        assertThat(nadia.submit("/moi/profil", profile).statusCode()).isEqualTo(200);
    }

    private void fixed() {
        for (var row : PageTable.pages()) {
            if (row.isFixed()) {
                visit(row.toString(), row.reader(), row.toString());
            }
        }
        // Where there are several networks, the pages of one are told by the address.
        for (var path : List.of("/reseau", "/bareme", "/bareme/1", "/charte", "/charte/2")) {
            visit(path + " of one", Reader.VISITOR, path + "?reseau=" + made.network());
        }
        for (var path : Pages.MEMBER) {
            visit(path, Reader.MEMBER, path);
        }
        for (var path : Pages.COORDINATOR) {
            visit(path, Reader.COORDINATOR, path);
        }
    }

    // Twice, since a page found may be what leads to another.
    private void followed() {
        var missing = new ArrayList<>(
                PageTable.pages().stream().filter(row -> !row.isFixed()).toList());
        for (var round = 0; round < 2; round++) {
            for (var row : List.copyOf(missing)) {
                found(row).ifPresent(path -> {
                    visit(row.toString(), row.reader(), path);
                    missing.remove(row);
                });
            }
        }
        assertThat(missing).as("pages that no page leads to").isEmpty();
    }

    private java.util.Optional<String> found(PageTable.Row row) {
        var given = told.getOrDefault(row.toString(), GIVEN.get(row.toString()));
        return given != null
                ? java.util.Optional.of(given)
                : links.stream().filter(row::matches).findFirst();
    }

    private void visit(String key, Reader reader, String path) {
        if (visits.putIfAbsent(key, new Visit(key, reader, path)) != null) {
            return;
        }
        var answer = browser(reader).open(path);
        assertThat(answer.statusCode()).as(path).isIn(200, 404, 409, 410);
        LINK.matcher(answer.body())
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .map(link -> link.replaceAll("\\?.*", ""))
                .forEach(links::add);
    }
}
