package org.maillage.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.token.SecretToken;

/** A member who has signed in by a link and claims, day after day into the past, by the form of the page. */
final class Claimant implements AutoCloseable {

    private static final String FORM = "/declarer";
    private static final String BOUNDARY = "----formulaire7dba41c0";

    private final Visitor visitor;
    private final Map<String, String> hidden;
    private LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    /** Signs a person in at a running program. */
    Claimant(World world, PersonId person, int port) {
        visitor = new Visitor(port);
        var token = link(world, person);
        var asked = visitor.open("/connexion/lien?jeton=" + token).text();
        var form = "jeton=" + token + "&_csrf=" + field(asked, "_csrf");
        expect(302, visitor.send("/connexion/lien", "application/x-www-form-urlencoded", form.getBytes(UTF_8)));
        var page = visitor.open(FORM).text();
        hidden = Map.of(
                "_csrf", field(page, "_csrf"), "_auteur", field(page, "_auteur"), "member", field(page, "member"));
    }

    /** What a letter would hold: a link's secret, of which the program keeps the hash. */
    private static String link(World world, PersonId person) {
        var token = SecretToken.next("");
        try (var connection = world.database.getConnection();
                var insert = connection.prepareStatement("""
                    insert into web.one_time_link (token_hash, person, expires_at)
                    values (?, ?, now() + interval '10 minutes')
                    """)) {
            insert.setBytes(1, token.hash());
            insert.setObject(2, person.value());
            insert.executeUpdate();
            return token.text();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String field(String page, String name) {
        var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no field " + name + " in " + page);
        }
        return found.group(1);
    }

    private static Visitor.Page expect(int status, Visitor.Page page) {
        if (page.status() != status) {
            throw new IllegalStateException("answered " + page.status() + ": " + page.text());
        }
        return page;
    }

    /** Sends one claim; returns where its page is. */
    String claim() {
        day = day.minusDays(1);
        var sent = visitor.send(FORM, "multipart/form-data; boundary=" + BOUNDARY, form());
        var claim = expect(302, sent).location();
        if (!claim.contains("/contributions/")) {
            throw new IllegalStateException("led to " + claim);
        }
        return claim.substring(claim.indexOf("/contributions/"));
    }

    /** Opens the form, sends one claim and reads its page. */
    String claimAndRead() {
        expect(200, visitor.open(FORM));
        var claim = claim();
        expect(200, visitor.open(claim));
        return claim;
    }

    /** What a browser sends of the form, its empty fields and files too. */
    private byte[] form() {
        var body = new StringBuilder(2_048);
        hidden.forEach((name, value) -> part(body, name, value));
        part(body, "act", "send");
        part(body, "key", Id.nextUuid().toString());
        part(body, "replaces", "");
        part(body, "kind", "workshop-led");
        part(body, "duration", "90");
        part(body, "hours", "");
        part(body, "minutes", "");
        part(body, "units", "");
        part(body, "preparation", "");
        part(body, "when", "other");
        part(body, "day", day.toString());
        part(body, "start", "");
        part(body, "where", "");
        part(body, "place", "");
        part(body, "commune", "");
        part(body, "payment", "UNPAID");
        part(body, "title", "Atelier du mardi");
        part(body, "sentence", "");
        part(body, "link", "");
        part(body, "who", "");
        for (var file : new String[] {"photo", "document"}) {
            body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"\"\r\n"
                            .formatted(BOUNDARY, file))
                    .append("Content-Type: application/octet-stream\r\n\r\n\r\n");
        }
        return body.append("--").append(BOUNDARY).append("--\r\n").toString().getBytes(UTF_8);
    }

    private static void part(StringBuilder body, String name, String value) {
        body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; name=\"");
        body.append(name).append("\"\r\n\r\n").append(value).append("\r\n");
    }

    @Override
    public void close() {
        visitor.close();
    }
}
