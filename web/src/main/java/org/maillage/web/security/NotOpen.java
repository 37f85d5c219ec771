package org.maillage.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/** Tells somebody who is signed in an address that is none from a page that is for others. */
final class NotOpen implements AccessDeniedHandler {

    private final Permissions permissions;
    private final AccessDeniedHandler refuse = new AccessDeniedHandlerImpl();

    NotOpen(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        var known = permissions.of(request.getMethod(), ByTable.path(request)).isPresent();
        if (known || denied instanceof CsrfException) {
            refuse.handle(request, response, denied);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
