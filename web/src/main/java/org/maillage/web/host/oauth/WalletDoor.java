package org.maillage.web.host.oauth;

import org.maillage.web.security.SafeHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.stereotype.Component;

/** How what wallets call is guarded: by access tokens alone, without session or cookie, open to scripts of every site. */
@Component
public final class WalletDoor {

    private final Authorizations authorizations;
    private final WalletThrottles throttles;

    WalletDoor(Authorizations authorizations, WalletThrottles throttles) {
        this.authorizations = authorizations;
        this.throttles = throttles;
    }

    /** Sets a chain up so; who may what is left to it. */
    public HttpSecurity open(HttpSecurity http) {
        SafeHeaders.on(http);
        return http.csrf(csrf -> csrf.disable())
                .cors(cors -> cors.configurationSource(WalletCors.source()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .addFilterBefore(
                        new Throttled(throttles.requests(), AnyRequestMatcher.INSTANCE),
                        SecurityContextHolderFilter.class)
                .addFilterAfter(new WalletBearer(authorizations), SecurityContextHolderFilter.class);
    }
}
