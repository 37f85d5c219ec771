package org.maillage.web.host.oauth;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.maillage.web.token.SecretToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Tokens that say nothing by themselves: 256 random bits, looked up by their hash at each request, so that whoever
 * disconnects an application ends it at once. Public clients get refresh tokens too, a new one at each exchange.
 */
final class WalletTokens implements OAuth2TokenGenerator<OAuth2Token> {

    /** What every access token starts with, so that one that was left somewhere is recognised. */
    static final String ACCESS = "maillage_wallet_";

    static final String REFRESH = "maillage_renew_";

    private final Clock clock;

    WalletTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2Token generate(OAuth2TokenContext context) {
        var now = clock.instant();
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return new OAuth2AccessToken(
                    OAuth2AccessToken.TokenType.BEARER,
                    SecretToken.next(ACCESS).text(),
                    now,
                    now.plus(WalletClients.ACCESS_LIFE),
                    context.getAuthorizedScopes());
        }
        return OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType()) && !isDeclined(context)
                ? new OAuth2RefreshToken(SecretToken.next(REFRESH).text(), now, now.plus(WalletClients.REFRESH_LIFE))
                : null;
    }

    // Who asked to stay connected and was told no asks again after the hour; who did not ask is renewed like others.
    private static boolean isDeclined(OAuth2TokenContext context) {
        var authorization = context.getAuthorization();
        OAuth2AuthorizationRequest asked =
                authorization == null ? null : authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        var offline = HostScope.OFFLINE_ACCESS.text();
        return authorization != null
                && asked != null
                && asked.getScopes().contains(offline)
                && !authorization.getAuthorizedScopes().contains(offline);
    }
}
