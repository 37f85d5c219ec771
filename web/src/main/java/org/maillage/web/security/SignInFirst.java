package org.maillage.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Sends whoever is not signed in, or no longer, to the sign-in page, and keeps what they had written. An address that is
 * none is none for everybody.
 */
final class SignInFirst implements AuthenticationEntryPoint {

    private static final String PAGE = "/connexion";

    private final Permissions permissions;
    private final KeptForms kept;
    private final AuthenticationEntryPoint redirect = new LoginUrlAuthenticationEntryPoint(PAGE);

    SignInFirst(Permissions permissions, KeptForms kept) {
        this.permissions = permissions;
        this.kept = kept;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException, ServletException {
        if (permissions.of(request.getMethod(), ByTable.path(request)).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        kept.keep(request, response);
        Errands.keepPage(request, response);
        // What a page asks for by itself takes nobody away from what they write: what they send is kept.
        if (request.getHeader("HX-Request") != null && ByTable.path(request).startsWith(KeptForms.CLAIM + "/")) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        // A page's script would put the sign-in page into the part of the page that it replaces.
        if (request.getHeader("HX-Request") == null) {
            redirect.commence(request, response, unknown);
        } else {
            response.setHeader("HX-Redirect", request.getContextPath() + PAGE);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
