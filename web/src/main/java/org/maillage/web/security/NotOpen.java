package org.maillage.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/** Tells somebody who is signed in an address that is none from a page that is for others. */
final class NotOpen implements AccessDeniedHandler {

    /** Says of a request that its form was shown too long ago, or in another session; how, as its messages are named. */
    static final String WAITED = "formWaited";

    private final Permissions permissions;
    private final FormAuthors authors;
    private final AuthenticationEntryPoint signIn;
    private final AccessDeniedHandler refuse = new AccessDeniedHandlerImpl();

    NotOpen(Permissions permissions, FormAuthors authors, AuthenticationEntryPoint signIn) {
        this.permissions = permissions;
        this.authors = authors;
        this.signIn = signIn;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (denied instanceof CsrfException) {
            waited(request, response, denied);
            return;
        }
        var known = permissions.of(request.getMethod(), ByTable.path(request)).isPresent();
        if (known) {
            refuse.handle(request, response, denied);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    // A browser that was closed has lost the session and the form's token together: whoever wrote the form signs in
    // first.
    private void waited(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        var signedOut = who == null || who instanceof AnonymousAuthenticationToken;
        if (signedOut && !FormAuthors.sent(request).isEmpty()) {
            signIn.commence(request, response, new InsufficientAuthenticationException("signed out", denied));
            return;
        }
        var joining = OthersForms.joining(request);
        if (joining.isPresent() && !signedOut) {
            response.sendRedirect(request.getContextPath() + joining.get());
            return;
        }
        // Whose form it is may have signed in anew since it was shown, and has another token.
        var own = Viewers.person(who)
                .filter(person -> authors.isBy(person, FormAuthors.sent(request)))
                .isPresent();
        request.setAttribute(WAITED, own ? "renewed" : "waited");
        refuse.handle(request, response, denied);
    }
}
