package org.maillage.web.host.oauth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Authenticates a request of the Host API by the access token of its header, for that request alone. */
// Not a bean: as one it would stand before every request, not in the chain of the Host API alone.
final class WalletBearer extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Authorizations authorizations;

    WalletBearer(Authorizations authorizations) {
        this.authorizations = authorizations;
    }

    /** Whether a request bears a token at all. */
    static boolean bears(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (bears(request)) {
            authorizations
                    .bearer(request.getHeader("Authorization")
                            .substring(SCHEME.length())
                            .strip())
                    .ifPresent(authentication -> {
                        var context = SecurityContextHolder.createEmptyContext();
                        context.setAuthentication(authentication);
                        SecurityContextHolder.setContext(context);
                    });
        }
        chain.doFilter(request, response);
    }
}
