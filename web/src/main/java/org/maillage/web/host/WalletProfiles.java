package org.maillage.web.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.web.api.json.ReadableText;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * The profile that a person's applications read. It has an id of its own for each application, so that two of them
 * cannot tell by it that they serve the same person; what an application writes into it is a row of its own beside the
 * ledger, which no other reads, and changes no name there.
 */
@Component
public final class WalletProfiles {

    private static final List<String> CONTEXT = List.of(
            "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");

    /** What is kept of a profile, and how long it may be; anything else that the standard names is not kept here. */
    private static final Map<String, Integer> KEPT =
            Map.of("name", 200, "url", 500, "description", 2_000, "givenName", 100, "familyName", 100);

    private final JdbcClient jdbc;
    private final Projections views;
    private final Vault vault;
    private final Clock clock;

    WalletProfiles(JdbcClient jdbc, Projections views, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.views = views;
        this.vault = vault;
        this.clock = clock;
    }

    /** The profile as one application reads it. */
    ObjectNode of(PersonId person, String client) {
        var profile = empty(person, client);
        name(person).ifPresent(name -> profile.put("name", name));
        written(person, client).forEach(profile::put);
        return profile;
    }

    /** Of that profile what the application wrote itself, for one that may read no more. */
    ObjectNode ownOf(PersonId person, String client) {
        var profile = empty(person, client);
        written(person, client).forEach(profile::put);
        return profile;
    }

    private ObjectNode empty(PersonId person, String client) {
        var profile = StrictJson.object();
        profile.set("@context", StrictJson.texts(CONTEXT));
        profile.put("id", "urn:uuid:" + id(person, client));
        profile.set("type", StrictJson.texts(List.of("Profile")));
        return profile;
    }

    private UUID id(PersonId person, String client) {
        var hash = ByteBuffer.wrap(vault.hmac(("profile of " + person + " for " + client).getBytes(UTF_8)));
        // Version 8: bits of our own making (RFC 9562, section 5.8).
        long most = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long least = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private Optional<String> name(PersonId person) {
        return views.members().membershipsOf(person).stream()
                .flatMap(one -> views.members().find(one.network(), one.member(), AsOf.NOW).stream())
                .filter(member -> member.status() != Member.Status.LEFT)
                .map(Member::name)
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private Map<String, String> written(PersonId person, String client) {
        var document = jdbc.sql("select document from web.wallet_profile where person = ? and client = ?")
                .params(person.value(), client)
                .query(String.class)
                .optional();
        var fields = new LinkedHashMap<String, String>();
        try {
            if (document.isPresent()) {
                StrictJson.readObject(document.get().getBytes(UTF_8))
                        .properties()
                        .forEach(field ->
                                fields.put(field.getKey(), field.getValue().stringValue()));
            }
        } catch (Malformed e) {
            throw new IllegalStateException("the kept profile cannot be read", e);
        }
        return fields;
    }

    /** Keeps what an application wrote; what it left out is gone. Nothing of it reaches the ledger. */
    void put(PersonId person, String client, ObjectNode sent) {
        var kept = StrictJson.object();
        KEPT.keySet().stream().sorted().forEach(field -> text(sent, field).ifPresent(text -> kept.put(field, text)));
        jdbc.sql("""
            insert into web.wallet_profile (person, client, document, changed_at) values (?, ?, ?, ?)
            on conflict (person, client) do update set document = excluded.document, changed_at = excluded.changed_at
            """)
                .params(
                        person.value(),
                        client,
                        new String(StrictJson.write(kept), UTF_8),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Optional<String> text(ObjectNode sent, String field) {
        var value = sent.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        int longest = KEPT.getOrDefault(field, 0);
        var text = value.stringValue("").strip();
        if (!value.isString() || text.length() > longest || !ReadableText.is(text)) {
            throw refused(field + " is a readable text of " + longest + " characters at most");
        }
        if (field.equals("url") && !text.isEmpty() && !isAddress(text)) {
            throw refused("url is an https address");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static boolean isAddress(String text) {
        try {
            var uri = URI.create(text);
            return "https".equals(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static StatusInfo.Refused refused(String description) {
        return new StatusInfo.Refused(HttpStatus.BAD_REQUEST, StatusInfo.INVALID_DATA, description);
    }

    /** Removes what applications wrote of a person. */
    public void forget(PersonId person) {
        jdbc.sql("delete from web.wallet_profile where person = ?")
                .param(person.value())
                .update();
    }
}
