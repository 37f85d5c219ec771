package org.maillage.web.host.oauth;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The applications that somebody let act for them, and the end of it. */
@Component
public final class ConnectedApplications {

    private static final String OF = """
        select c.id, c.name, c.redirects, k.scopes, k.given_at, max(a.used_at) as used_at,
               (array_agg(a.redirect order by a.code_issued_at desc nulls last))[1] as redirect
          from web.wallet_consent k
          join web.wallet_client c on c.id = k.client
          join web.wallet_authorization a on a.client = k.client and a.person = k.person
         where k.person = ?
           and ((a.refresh_expires_at > ? and not a.refresh_ended) or (a.access_expires_at > ? and not a.access_ended)
                or (a.code_expires_at > ? and not a.code_ended))
         group by c.id, c.name, c.redirects, k.scopes, k.given_at
         order by k.given_at desc, c.id
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ConnectedApplications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An application that may act now.
     *
     * @param name what it calls itself
     * @param place the host to which it was sent back; empty for one on a device of the person's own
     * @param usedAt null where it has not acted yet
     */
    public record Connected(
            String id,
            String name,
            String place,
            Set<HostScope> scopes,
            Instant since,
            @Nullable Instant usedAt) {}

    /** Those of a person, the latest first. */
    public List<Connected> of(PersonId person) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql(OF)
                .params(person.value(), now, now, now)
                .query((row, _) -> {
                    var used = row.getObject("used_at", OffsetDateTime.class);
                    return new Connected(
                            row.getString("id"),
                            row.getString("name"),
                            place(redirect(row)),
                            HostScope.known(Spaced.parts(row.getString("scopes"))),
                            row.getObject("given_at", OffsetDateTime.class).toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    // An application that names no address has registered one alone.
    private static String redirect(ResultSet row) throws SQLException {
        var asked = row.getString("redirect");
        return asked == null
                ? Spaced.parts(row.getString("redirects")).iterator().next()
                : asked;
    }

    /** The host of an address to which codes are sent; empty where that is the device itself. */
    static String place(String redirect) {
        var uri = URI.create(redirect);
        return uri.getScheme().equals("https") ? uri.getHost() : "";
    }

    /** Ends all that one application may do for a person, and what it wrote of them; another person's is left alone. */
    public void end(PersonId person, String client) {
        if (!WalletClients.isId(client)) {
            return;
        }
        jdbc.sql("delete from web.wallet_authorization where person = ? and client = ?")
                .params(person.value(), client)
                .update();
        jdbc.sql("delete from web.wallet_consent where person = ? and client = ?")
                .params(person.value(), client)
                .update();
        jdbc.sql("delete from web.wallet_profile where person = ? and client = ?")
                .params(person.value(), client)
                .update();
    }

    /** Ends all that any application may do for a person. */
    public void endAll(PersonId person) {
        jdbc.sql("delete from web.wallet_authorization where person = ?")
                .param(person.value())
                .update();
        jdbc.sql("delete from web.wallet_consent where person = ?")
                .param(person.value())
                .update();
    }
}
