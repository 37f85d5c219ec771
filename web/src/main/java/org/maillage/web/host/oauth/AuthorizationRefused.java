package org.maillage.web.host.oauth;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends somebody back to an application only after they said no. What is wrong with a request is shown here: anybody may
 * register an address, so that an error which leads there by itself would lead wherever they like (RFC 9700, 4.11.2).
 */
final class AuthorizationRefused implements AuthenticationFailureHandler {

    /** Says of a request what was wrong with it, for the page that shows it. */
    static final String WHY = "walletRequestFault";

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        var denied = denied(failure);
        if (denied.isPresent()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.sendRedirect(denied.get());
            return;
        }
        if (failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException asked) {
            request.setAttribute(WHY, asked.getError().toString());
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        request.getRequestDispatcher(ConsentPages.WRONG).forward(asRead(request), response);
    }

    // The page is read, whatever was sent: nothing of what was sent is looked at again.
    private static HttpServletRequest asRead(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getMethod() {
                return "GET";
            }
        };
    }

    private static Optional<String> denied(AuthenticationException failure) {
        if (!(failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException asked)
                || !asked.getError().getErrorCode().equals(OAuth2ErrorCodes.ACCESS_DENIED)) {
            return Optional.empty();
        }
        var request = asked.getAuthorizationCodeRequestAuthentication();
        if (request == null || request.getRedirectUri() == null) {
            return Optional.empty();
        }
        var back = UriComponentsBuilder.fromUriString(request.getRedirectUri())
                .queryParam("error", OAuth2ErrorCodes.ACCESS_DENIED);
        var state = request.getState();
        if (state != null) {
            back.queryParam(
                    "state",
                    org.springframework.web.util.UriUtils.encode(state, java.nio.charset.StandardCharsets.UTF_8));
        }
        return Optional.of(back.build(true).toUriString());
    }
}
