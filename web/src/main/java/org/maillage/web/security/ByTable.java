package org.maillage.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Allows what the permissions table allows, and nothing else. */
final class ByTable implements AuthorizationManager<RequestAuthorizationContext> {

    private final Permissions permissions;
    private final Viewers viewers;

    ByTable(Permissions permissions, Viewers viewers) {
        this.permissions = permissions;
        this.viewers = viewers;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var row = permissions.of(request.getMethod(), path(request));
        if (row.isEmpty()) {
            return new AuthorizationDecision(false);
        }
        if (row.get().open()) {
            return new AuthorizationDecision(true);
        }
        return new AuthorizationDecision(
                row.get().allows(viewers.of(authentication.get(), request).orElse(null)));
    }

    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
