package org.maillage.web.host.oauth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** Makes of a row what Spring's part of the protocol works with. */
final class AuthorizationRow {

    /** The attribute by which a row that was changed meanwhile is noticed. */
    static final String VERSION = "version";

    private final ResultSet row;
    private final @Nullable String presented;

    private AuthorizationRow(ResultSet row, @Nullable String presented) {
        this.row = row;
        this.presented = presented;
    }

    static String client(ResultSet row) throws SQLException {
        return row.getString("client");
    }

    /** @param presented the secret by which the row was found; null where it was found by its id */
    static OAuth2Authorization read(ResultSet row, RegisteredClient client, @Nullable String presented)
            throws SQLException {
        return new AuthorizationRow(row, presented).read(client);
    }

    private OAuth2Authorization read(RegisteredClient client) throws SQLException {
        var person = row.getString("person");
        var builder = OAuth2Authorization.withRegisteredClient(client)
                .id(row.getString("id"))
                .principalName(person)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(Spaced.parts(row.getString("scopes")))
                .attribute(
                        java.security.Principal.class.getName(),
                        UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()))
                .attribute(OAuth2AuthorizationRequest.class.getName(), request(client))
                .attribute(VERSION, row.getInt("version"));
        var consent = row.getBytes("consent_hash");
        if (consent != null) {
            builder.attribute(OAuth2ParameterNames.STATE, KeptHash.value(consent, presented));
        }
        code(builder);
        access(builder);
        refresh(builder);
        return builder.build();
    }

    private OAuth2AuthorizationRequest request(RegisteredClient client) throws SQLException {
        Map<String, Object> more = new HashMap<>();
        more.put(PkceParameterNames.CODE_CHALLENGE, row.getString("challenge"));
        more.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(OAuthAddresses.AUTHORIZE)
                .clientId(client.getClientId())
                .redirectUri(row.getString("redirect"))
                .scopes(Spaced.parts(row.getString("asked")))
                .state(row.getString("state"))
                .additionalParameters(more)
                .build();
    }

    private void code(OAuth2Authorization.Builder builder) throws SQLException {
        var hash = row.getBytes("code_hash");
        if (hash != null) {
            add(
                    builder,
                    new OAuth2AuthorizationCode(
                            KeptHash.value(hash, presented), time("code_issued_at"), time("code_expires_at")),
                    row.getBoolean("code_ended"));
        }
    }

    private void access(OAuth2Authorization.Builder builder) throws SQLException {
        var hash = row.getBytes("access_hash");
        if (hash != null) {
            Set<String> scopes = Spaced.parts(row.getString("access_scopes"));
            add(
                    builder,
                    new OAuth2AccessToken(
                            OAuth2AccessToken.TokenType.BEARER,
                            KeptHash.value(hash, presented),
                            time("access_issued_at"),
                            time("access_expires_at"),
                            scopes),
                    row.getBoolean("access_ended"));
        }
    }

    private void refresh(OAuth2Authorization.Builder builder) throws SQLException {
        var hash = row.getBytes("refresh_hash");
        if (hash != null) {
            add(
                    builder,
                    new OAuth2RefreshToken(
                            KeptHash.value(hash, presented), time("refresh_issued_at"), time("refresh_expires_at")),
                    row.getBoolean("refresh_ended"));
        }
    }

    private static <T extends OAuth2Token> void add(OAuth2Authorization.Builder builder, T token, boolean ended) {
        builder.token(token, metadata -> metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, ended));
    }

    private Instant time(String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
