package org.maillage.web.host.oauth;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/** What Spring's part leaves open: texts that an application sends along are of bounded size and plain (RFC 6749, A.5). */
final class AskedPlainly implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    private static final Pattern STATE = Pattern.compile("[ -~]{1,1000}");
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
        var state = asked.getState();
        if (state != null && !isState(state)) {
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, "state", asked);
        }
        var challenge = asked.getAdditionalParameters().get(PkceParameterNames.CODE_CHALLENGE);
        if (!(challenge instanceof String text) || !CHALLENGE.matcher(text).matches()) {
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, PkceParameterNames.CODE_CHALLENGE, asked);
        }
        if (asked.getScopes().isEmpty()) {
            throw refused(OAuth2ErrorCodes.INVALID_SCOPE, "scope", asked);
        }
    }

    /** Whether a state may be sent back as it came. */
    static boolean isState(String state) {
        return STATE.matcher(state).matches();
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationException refused(
            String code, String parameter, OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        var error = new OAuth2Error(code, "OAuth 2.0 Parameter: " + parameter, null);
        return new OAuth2AuthorizationCodeRequestAuthenticationException(error, asked);
    }
}
