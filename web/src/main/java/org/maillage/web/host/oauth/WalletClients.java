package org.maillage.web.host.oauth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maillage.web.token.SecretToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The applications that registered themselves. Those that nobody ever let do anything are forgotten after a week. */
@Component
public final class WalletClients implements RegisteredClientRepository {

    static final Duration CODE_LIFE = Duration.ofMinutes(2);
    static final Duration ACCESS_LIFE = Duration.ofHours(1);

    /** From one exchange to the next: an application that is not used for so long asks again. */
    static final Duration REFRESH_LIFE = Duration.ofDays(90);

    private static final Duration UNUSED_LIFE = Duration.ofDays(7);
    private static final int MOST_UNUSED = 2_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final String ONE = """
        select id, secret_hash, name, site, policy, terms, redirects, scopes, registered_at
          from web.wallet_client where id = ?
        """;

    private static final String ADD = """
        insert into web.wallet_client (id, secret_hash, name, site, policy, terms, redirects, scopes, registered_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    // The oldest go first: whoever registered last is most likely to come back.
    private static final String MAKE_ROOM = """
        delete from web.wallet_client where used_at is null and (registered_at < ? or id in (
            select id from web.wallet_client where used_at is null order by registered_at desc offset ?))
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    WalletClients(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What an application says of itself beside what the protocol needs; none of it is proved. */
    record Described(
            RegisteredClient client,
            @Nullable String site,
            @Nullable String policy,
            @Nullable String terms) {}

    /**
     * An application that has just registered.
     *
     * @param secret null for one that cannot keep any
     */
    record Registered(String id, @Nullable SecretToken secret, OffsetDateTime at) {}

    /** Takes an application in under a new id. */
    Registered register(Registration asked) {
        jdbc.sql(MAKE_ROOM).params(now().minus(UNUSED_LIFE), MOST_UNUSED).update();
        var id = SecretToken.next("").text();
        var secret = asked.secret() ? SecretToken.next("") : null;
        var at = now();
        jdbc.sql(ADD)
                .param(id)
                .param(secret == null ? null : secret.hash())
                .param(asked.name())
                .param(asked.site())
                .param(asked.policy())
                .param(asked.terms())
                .param(Spaced.text(asked.redirects()))
                .param(HostScope.written(asked.scopes()))
                .param(at)
                .update();
        return new Registered(id, secret, at);
    }

    /** Whether a text may be the id of an application. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** An application and what it says of itself. */
    Optional<Described> described(String id) {
        return isId(id) ? jdbc.sql(ONE).param(id).query((row, _) -> client(row)).optional() : Optional.empty();
    }

    private static Described client(ResultSet row) throws SQLException {
        var secret = row.getBytes("secret_hash");
        var client = RegisteredClient.withId(row.getString("id"))
                .clientId(row.getString("id"))
                .clientIdIssuedAt(
                        row.getObject("registered_at", OffsetDateTime.class).toInstant())
                .clientName(row.getString("name"))
                .clientAuthenticationMethod(
                        secret == null
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> uris.addAll(Spaced.parts(string(row, "redirects"))))
                .scopes(scopes -> scopes.addAll(Spaced.parts(string(row, "scopes"))))
                .clientSettings(settings())
                .tokenSettings(tokens());
        if (secret != null) {
            client.clientSecret(HexFormat.of().formatHex(secret));
        }
        return new Described(client.build(), row.getString("site"), row.getString("policy"), row.getString("terms"));
    }

    private static String string(ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException("the row of an application has no " + column, e);
        }
    }

    private static ClientSettings settings() {
        return ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(true)
                .build();
    }

    private static TokenSettings tokens() {
        return TokenSettings.builder()
                .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                .authorizationCodeTimeToLive(CODE_LIFE)
                .accessTokenTimeToLive(ACCESS_LIFE)
                .refreshTokenTimeToLive(REFRESH_LIFE)
                .reuseRefreshTokens(false)
                .build();
    }

    /** Notes that a member let it do something, so that it is kept. */
    void used(String id) {
        jdbc.sql("update web.wallet_client set used_at = ? where id = ?")
                .params(now(), id)
                .update();
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return described(id).map(Described::client).orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return findById(id);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("an application is taken in by its registration, and stays as it is");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
