package org.maillage.web.host.oauth;

import java.time.Duration;
import java.util.List;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** Wallets that are pages of other sites may call what takes a token or a secret, and never with a cookie. */
final class WalletCors {

    private WalletCors() {}

    static CorsConfigurationSource source() {
        var open = new CorsConfiguration();
        open.setAllowedOrigins(List.of("*"));
        open.setAllowedMethods(List.of("GET", "POST", "PUT"));
        open.setAllowedHeaders(List.of("Authorization", "Content-Type", "Accept", "Accept-Language"));
        open.setExposedHeaders(List.of("Link", "X-Total-Count", "WWW-Authenticate", "Retry-After"));
        open.setAllowCredentials(false);
        open.setMaxAge(Duration.ofHours(1));
        var source = new UrlBasedCorsConfigurationSource();
        for (var path : List.of(
                OAuthAddresses.TOKEN,
                OAuthAddresses.REVOKE,
                OAuthAddresses.REGISTER,
                OAuthAddresses.METADATA,
                OAuthAddresses.RESOURCE,
                OAuthAddresses.HOST + "/**")) {
            source.registerCorsConfiguration(path, open);
        }
        return source;
    }
}
