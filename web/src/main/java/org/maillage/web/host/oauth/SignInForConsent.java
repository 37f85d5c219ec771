package org.maillage.web.host.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.maillage.web.security.Errands;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Whoever an application sends here signs in first; their browser keeps what the application asked. */
final class SignInForConsent implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        Errands.keep(request, response);
        response.sendRedirect(request.getContextPath() + "/connexion");
    }
}
