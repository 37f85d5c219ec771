package org.maillage.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.maillage.ledger.value.PersonId;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Opens the session of somebody who proved who they are. */
@Component
class Sessions {

    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository csrf;

    Sessions(SecurityContextRepository contexts, CsrfTokenRepository csrf) {
        this.contexts = contexts;
        this.csrf = csrf;
    }

    /** Opens a session under a new id, with a new CSRF token; what an earlier session held is gone. */
    void open(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        var earlier = request.getSession(false);
        if (earlier != null) {
            earlier.invalidate();
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(person.toString(), null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        request.getSession()
                .setAttribute(
                        Device.ATTRIBUTE,
                        Device.of(request.getHeader(HttpHeaders.USER_AGENT)).toString());
        csrf.saveToken(null, request, response);
    }
}
