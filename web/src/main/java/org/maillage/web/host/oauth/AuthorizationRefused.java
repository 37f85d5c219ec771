package org.maillage.web.host.oauth;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Sends somebody back to an application only after they said no. What is wrong with a request is shown here: anybody may
 * register an address, so that an error which leads there by itself would lead wherever they like (RFC 9700, 4.11.2).
 */
final class AuthorizationRefused implements AuthenticationFailureHandler {

    /** Says of a request what was wrong with it, for the page that shows it. */
    static final String WHY = "walletRequestFault";

    private final WayBack back;

    AuthorizationRefused(WayBack back) {
        this.back = back;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException asked) {
            var question = asked.getAuthorizationCodeRequestAuthentication();
            var denied = asked.getError().getErrorCode().equals(OAuth2ErrorCodes.ACCESS_DENIED);
            if (denied && question != null && question.getRedirectUri() != null) {
                back.denied(question, response);
                return;
            }
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
}
