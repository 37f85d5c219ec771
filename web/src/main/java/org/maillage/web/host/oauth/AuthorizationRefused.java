package org.maillage.web.host.oauth;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Tells an application what is wrong with what it asked, at an address that it registered, with its state (RFC 6749,
 * section 4.1.2.1). An unknown application or another address is told to the person alone, here. Anybody may register an
 * address: so somebody is led there only once they have signed in here (RFC 9700, section 4.11.2).
 */
final class AuthorizationRefused implements AuthenticationFailureHandler {

    /** Says of a request what was wrong with it, for the page that shows it. */
    static final String WHY = "walletRequestFault";

    // What an application may be told by redirection; a server's own failure stays here.
    private static final Set<String> TOLD = Set.of(
            OAuth2ErrorCodes.INVALID_REQUEST,
            OAuth2ErrorCodes.UNAUTHORIZED_CLIENT,
            OAuth2ErrorCodes.ACCESS_DENIED,
            OAuth2ErrorCodes.UNSUPPORTED_RESPONSE_TYPE,
            OAuth2ErrorCodes.INVALID_SCOPE);

    private final WalletClients clients;
    private final WayBack back;

    AuthorizationRefused(WalletClients clients, WayBack back) {
        this.clients = clients;
        this.back = back;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        var error = failure instanceof OAuth2AuthenticationException known ? known.getError() : null;
        var answered = error == null ? Optional.<WayBack.Refusal>empty() : refusal(error, failure, request);
        if (answered.isPresent()) {
            if (isSignedIn()) {
                back.refused(answered.get(), response);
            } else {
                new SignInForConsent().commence(request, response, failure);
            }
            return;
        }
        request.setAttribute(WHY, error == null ? null : error.toString());
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        request.getRequestDispatcher(ConsentPages.WRONG).forward(asRead(request), response);
    }

    private Optional<WayBack.Refusal> refusal(
            OAuth2Error error, AuthenticationException failure, HttpServletRequest request) {
        if (!TOLD.contains(error.getErrorCode())) {
            return Optional.empty();
        }
        return AskedAddress.ofAnswer(failure)
                .or(() -> AskedAddress.of(request, clients))
                .map(to -> new WayBack.Refusal(to.redirect(), to.state(), error));
    }

    private static boolean isSignedIn() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
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
