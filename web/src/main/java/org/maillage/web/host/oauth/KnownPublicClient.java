package org.maillage.web.host.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * An application without a secret that renews or ends what it has: the token that it holds is its proof, which is new at
 * each exchange (RFC 9700, section 4.14). Exchanging a code is proved by PKCE, which Spring's own part sees to.
 */
final class KnownPublicClient extends OAuth2ClientAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private KnownPublicClient(String client) {
        super(client, ClientAuthenticationMethod.NONE, null, Map.of());
    }

    /** Recognises such a request. */
    static final class Asking implements AuthenticationConverter {

        @Override
        public @Nullable Authentication convert(HttpServletRequest request) {
            var client = request.getParameterValues(OAuth2ParameterNames.CLIENT_ID);
            boolean renews = "refresh_token".equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE));
            boolean ends = request.getRequestURI().endsWith(OAuthAddresses.REVOKE);
            boolean bare = request.getHeader(HttpHeaders.AUTHORIZATION) == null
                    && request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) == null
                    && request.getQueryString() == null;
            return (renews || ends) && bare && client != null && client.length == 1 && !client[0].isBlank()
                    ? new KnownPublicClient(client[0])
                    : null;
        }
    }

    /** Lets it in where it is registered as one. */
    static final class Letting implements AuthenticationProvider {

        private final RegisteredClientRepository clients;

        Letting(RegisteredClientRepository clients) {
            this.clients = clients;
        }

        @Override
        public @Nullable Authentication authenticate(Authentication asking) {
            if (!(asking instanceof KnownPublicClient known)) {
                return null;
            }
            var client = clients.findByClientId(known.getPrincipal().toString());
            if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
                throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
            }
            return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
        }

        @Override
        public boolean supports(Class<?> authentication) {
            return KnownPublicClient.class.isAssignableFrom(authentication);
        }
    }
}
