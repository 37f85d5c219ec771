package org.maillage.web.host.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.stereotype.Component;

/**
 * What members let applications do, a row each; of every secret only the hash. A row is changed only as it was read: of
 * two requests that exchange one code or one refresh token at the same time, one gets tokens.
 */
@Component
public final class Authorizations implements OAuth2AuthorizationService {

    /** How long a member may take to answer. */
    static final Duration ASKED_LIFE = Duration.ofMinutes(10);

    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private static final String ALL = """
        select id, client, person, version, asked, scopes, redirect, state, challenge, consent_hash,
               code_hash, code_issued_at, code_expires_at, code_ended,
               access_hash, access_issued_at, access_expires_at, access_ended, access_scopes,
               refresh_hash, refresh_issued_at, refresh_expires_at, refresh_ended
          from web.wallet_authorization
        """;

    private static final String BY_ID = ALL + "where id = ?";
    private static final String BY_CONSENT = ALL + "where consent_hash = ? and ends_at > ?";
    private static final String BY_CODE = ALL + "where code_hash = ? and ends_at > ?";
    private static final String BY_ACCESS = ALL + "where access_hash = ? and ends_at > ?";
    private static final String BY_REFRESH = ALL + "where refresh_hash = ? and ends_at > ?";
    private static final String BY_EITHER = ALL + "where ? in (access_hash, refresh_hash) and ends_at > ?";

    private static final Map<String, String> QUESTIONS = Map.of(
            OAuth2ParameterNames.STATE, BY_CONSENT,
            OAuth2ParameterNames.CODE, BY_CODE,
            OAuth2ParameterNames.ACCESS_TOKEN, BY_ACCESS);

    private static final String ADD = """
        insert into web.wallet_authorization (id, client, person, version, asked, scopes, redirect, state, challenge,
            consent_hash, ends_at)
        values (:id, :client, :person, 0, :asked, :scopes, :redirect, :state, :challenge, :consent, :ends)
        """;

    // The refresh token that another takes the place of is remembered, as long as it would have lived.
    private static final String CHANGE = """
        with spent as (
            insert into web.wallet_refresh_spent (hash, authorization_id, ends_at)
            select refresh_hash, id, refresh_expires_at from web.wallet_authorization
             where id = :id and version = :version and refresh_hash <> :refresh
            on conflict do nothing)
        update web.wallet_authorization set version = version + 1, scopes = :scopes, consent_hash = :consent,
            code_hash = :code, code_issued_at = :code_at, code_expires_at = :code_until, code_ended = :code_ended,
            access_hash = :access, access_issued_at = :access_at, access_expires_at = :access_until,
            access_ended = :access_ended, access_scopes = :access_scopes,
            refresh_hash = :refresh, refresh_issued_at = :refresh_at, refresh_expires_at = :refresh_until,
            refresh_ended = :refresh_ended, ends_at = :ends
         where id = :id and version = :version
        """;

    private static final String COMES_BACK = """
        delete from web.wallet_authorization
         where id in (select authorization_id from web.wallet_refresh_spent where hash = ?)
        """;

    private static final String BEARER = """
        select id, client, person, access_scopes, used_at from web.wallet_authorization
         where access_hash = ? and access_expires_at > ? and not access_ended
        """;

    private final JdbcClient jdbc;
    private final WalletClients clients;
    private final Clock clock;

    Authorizations(JdbcClient jdbc, WalletClients clients, Clock clock) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        Integer version = authorization.getAttribute(AuthorizationRow.VERSION);
        if (version == null) {
            add(authorization);
        } else {
            change(authorization, version);
        }
    }

    private void add(OAuth2Authorization authorization) {
        jdbc.sql("delete from web.wallet_authorization where ends_at <= ?")
                .param(time(clock.instant()))
                .update();
        jdbc.sql("delete from web.wallet_refresh_spent where ends_at <= ?")
                .param(time(clock.instant()))
                .update();
        var request = request(authorization);
        jdbc.sql(ADD)
                .param("id", authorization.getId())
                .param("client", authorization.getRegisteredClientId())
                .param("person", UUID.fromString(authorization.getPrincipalName()))
                .param("asked", Spaced.text(request.getScopes()))
                .param("scopes", Spaced.text(authorization.getAuthorizedScopes()))
                .param("redirect", request.getRedirectUri())
                .param("state", request.getState())
                .param("challenge", request.getAdditionalParameters().get(PkceParameterNames.CODE_CHALLENGE))
                .param("consent", consent(authorization))
                .param("ends", at(clock.instant().plus(ASKED_LIFE)))
                .update();
    }

    private static OAuth2AuthorizationRequest request(OAuth2Authorization authorization) {
        OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        if (request == null) {
            throw new IllegalArgumentException("an authorization begins with what was asked");
        }
        return request;
    }

    private static byte @Nullable [] consent(OAuth2Authorization authorization) {
        String state = authorization.getAttribute(OAuth2ParameterNames.STATE);
        return KeptHash.of(state);
    }

    private void change(OAuth2Authorization authorization, int version) {
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        var access = authorization.getToken(OAuth2AccessToken.class);
        var refresh = authorization.getToken(OAuth2RefreshToken.class);
        var changed = jdbc.sql(CHANGE)
                .param("scopes", Spaced.text(authorization.getAuthorizedScopes()))
                .param("consent", consent(authorization))
                .param("code", hash(code))
                .param("code_at", at(issued(code)))
                .param("code_until", at(expires(code)))
                .param("code_ended", code != null && code.isInvalidated())
                .param("access", hash(access))
                .param("access_at", at(issued(access)))
                .param("access_until", at(expires(access)))
                .param("access_ended", access != null && access.isInvalidated())
                .param(
                        "access_scopes",
                        access == null ? null : Spaced.text(access.getToken().getScopes()))
                .param("refresh", hash(refresh))
                .param("refresh_at", at(issued(refresh)))
                .param("refresh_until", at(expires(refresh)))
                .param("refresh_ended", refresh != null && refresh.isInvalidated())
                .param("ends", at(ends(code, access, refresh)))
                .param("id", authorization.getId())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw changedMeanwhile();
        }
    }

    // Of a kind that both the page of consent and the exchange of tokens answer.
    private static OAuth2AuthorizationCodeRequestAuthenticationException changedMeanwhile() {
        var error = new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT, "It was used by another request meanwhile.", null);
        return new OAuth2AuthorizationCodeRequestAuthenticationException(error, null);
    }

    // A row is kept while any of its secrets lives, an exchanged code too: sent again, it ends the tokens.
    private Instant ends(OAuth2Authorization.@Nullable Token<?>... tokens) {
        return Stream.of(tokens)
                .flatMap(Stream::ofNullable)
                .filter(token -> !token.isInvalidated() || token.getToken() instanceof OAuth2AuthorizationCode)
                .map(Authorizations::expires)
                .flatMap(Stream::ofNullable)
                .max(Instant::compareTo)
                .orElse(clock.instant());
    }

    private static byte @Nullable [] hash(OAuth2Authorization.@Nullable Token<?> token) {
        return token == null ? null : KeptHash.of(token.getToken().getTokenValue());
    }

    private static @Nullable Instant issued(OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
        return token == null ? null : token.getToken().getIssuedAt();
    }

    private static @Nullable Instant expires(OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
        return token == null ? null : token.getToken().getExpiresAt();
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        jdbc.sql("delete from web.wallet_authorization where id = ?")
                .param(authorization.getId())
                .update();
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return jdbc.sql(BY_ID)
                .param(id)
                .query((row, _) -> new Found(AuthorizationRow.client(row), row.getString("id")))
                .optional()
                .flatMap(found -> read(BY_ID, found.client(), null, found.id()))
                .orElse(null);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        if (type == null) {
            return by(BY_EITHER, token);
        }
        if (OAuth2TokenType.REFRESH_TOKEN.equals(type)) {
            return byRefresh(token);
        }
        var question = QUESTIONS.get(type.getValue());
        return question == null ? null : by(question, token);
    }

    // A refresh token that was exchanged comes back, however many exchanges ago: it was stolen, or its owner was stolen
    // from (RFC 9700, 4.14.2).
    private @Nullable OAuth2Authorization byRefresh(String token) {
        var found = by(BY_REFRESH, token);
        if (found == null) {
            jdbc.sql(COMES_BACK).param(KeptHash.presented(token)).update();
        }
        return found;
    }

    private @Nullable OAuth2Authorization by(String question, String token) {
        var asked = new Object[] {KeptHash.presented(token), time(clock.instant())};
        return jdbc.sql(question)
                .params(asked)
                .query((row, _) -> new Found(AuthorizationRow.client(row), row.getString("id")))
                .optional()
                .flatMap(found -> read(question, found.client(), token, asked))
                .orElse(null);
    }

    // Who the application is comes first: its row is read apart, since one connection reads one row at a time.
    private Optional<OAuth2Authorization> read(
            String question, String id, @Nullable String presented, Object... asked) {
        var client = clients.findById(id);
        return client == null
                ? Optional.empty()
                : jdbc.sql(question)
                        .params(asked)
                        .query((row, _) -> AuthorizationRow.read(row, client, presented))
                        .optional();
    }

    private record Found(String client, String id) {}

    /** Who acts by an access token and what it may do, noting its use; empty where it is unknown or has ended. */
    Optional<WalletAuthentication> bearer(String token) {
        var now = clock.instant();
        var found = jdbc.sql(BEARER)
                .params(KeptHash.presented(token), time(now))
                .query((row, _) -> new Bearing(
                        row.getString("id"),
                        row.getString("client"),
                        new PersonId(row.getObject("person", UUID.class)),
                        row.getString("access_scopes"),
                        row.getObject("used_at", OffsetDateTime.class)))
                .optional();
        found.filter(one -> one.usedBefore(now.minus(USE_IS_NOTED_EVERY)))
                .ifPresent(one -> jdbc.sql("update web.wallet_authorization set used_at = ? where id = ?")
                        .params(time(now), one.id())
                        .update());
        return found.map(one ->
                new WalletAuthentication(one.client(), one.person(), HostScope.known(Spaced.parts(one.scopes()))));
    }

    private record Bearing(
            String id,
            String client,
            PersonId person,
            @Nullable String scopes,
            @Nullable OffsetDateTime usedAt) {

        boolean usedBefore(Instant time) {
            return usedAt == null || usedAt.toInstant().isBefore(time);
        }
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant time) {
        return time == null ? null : time(time);
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
