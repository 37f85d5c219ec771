package org.maillage.web.host.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;

/**
 * Where an application wants its answer, at an address that it registered, letter by letter.
 *
 * @param state what it sent to know the answer by; null where nothing, or nothing that may be sent back
 */
record AskedAddress(String redirect, @Nullable String state) {

    /** Where it is a question, not a member's answer, and names neither an unknown application nor an address that is not its own. */
    static Optional<AskedAddress> of(HttpServletRequest request, WalletClients clients) {
        var id = one(request, OAuth2ParameterNames.CLIENT_ID);
        if (id == null || !request.getMethod().equals("GET")) {
            return Optional.empty();
        }
        var state = one(request, OAuth2ParameterNames.STATE);
        return clients.described(id)
                .flatMap(known -> redirect(request, known.client().getRedirectUris()))
                .map(to -> new AskedAddress(to, state != null && AskedPlainly.isState(state) ? state : null));
    }

    // Whoever registered one alone need not name it.
    private static Optional<String> redirect(HttpServletRequest request, Set<String> registered) {
        var asked = request.getParameterValues(OAuth2ParameterNames.REDIRECT_URI);
        if (asked == null) {
            return registered.size() == 1 ? registered.stream().findFirst() : Optional.empty();
        }
        return Optional.ofNullable(one(request, OAuth2ParameterNames.REDIRECT_URI))
                .filter(registered::contains);
    }

    /** Of a member's no: the question was looked at when it was asked. */
    static Optional<AskedAddress> ofAnswer(AuthenticationException failure) {
        if (!(failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException asked)
                || !asked.getError().getErrorCode().equals(OAuth2ErrorCodes.ACCESS_DENIED)) {
            return Optional.empty();
        }
        var question = asked.getAuthorizationCodeRequestAuthentication();
        if (question == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(question.getRedirectUri()).map(to -> new AskedAddress(to, question.getState()));
    }

    /** The value of a parameter that is there once (RFC 6749, section 3.1); null otherwise. */
    private static @Nullable String one(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        return values != null && values.length == 1 && !values[0].isBlank() ? values[0] : null;
    }
}
