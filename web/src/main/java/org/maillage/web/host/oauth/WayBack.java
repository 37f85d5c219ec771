package org.maillage.web.host.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Sends a member who answered back to the application: with a code and what they agreed to (Open Badges 3.0, section
 * 7.1.2.2), or why there is none. Who answers is named too, so that an application cannot take one server for another
 * (RFC 9207).
 */
final class WayBack implements AuthenticationSuccessHandler {

    private final PublicAddress site;

    WayBack(PublicAddress site) {
        this.site = site;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var answer = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
        var code = answer.getAuthorizationCode();
        if (code == null) {
            throw new IllegalStateException("a yes without a code");
        }
        var told = new LinkedHashMap<String, String>();
        told.put("code", code.getTokenValue());
        told.put("scope", String.join(" ", new java.util.TreeSet<>(answer.getScopes())));
        var redirect = answer.getRedirectUri();
        if (redirect == null) {
            throw new IllegalStateException("an answer that leads nowhere");
        }
        send(redirect, answer.getState(), told, response);
    }

    /**
     * What an application is told instead of a code.
     *
     * @param to an address that it registered
     */
    record Refusal(String to, @Nullable String state, OAuth2Error error) {}

    /** Tells an application what was wrong with its question, or that its member said no. */
    void refused(Refusal refusal, HttpServletResponse response) throws IOException {
        var told = new LinkedHashMap<String, String>();
        told.put("error", refusal.error().getErrorCode());
        if (!refusal.error().getErrorCode().equals(OAuth2ErrorCodes.ACCESS_DENIED)) {
            put(told, "error_description", refusal.error().getDescription());
        }
        send(refusal.to(), refusal.state(), told, response);
    }

    private void send(String to, @Nullable String state, Map<String, String> told, HttpServletResponse response)
            throws IOException {
        put(told, "state", state);
        put(told, "iss", site.of(""));
        var way = UriComponentsBuilder.fromUriString(to);
        told.forEach((name, value) -> way.queryParam(name, UriUtils.encode(value, UTF_8)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.sendRedirect(way.build(true).toUriString());
    }

    private static void put(Map<String, String> told, String name, @Nullable String value) {
        if (value != null) {
            told.put(name, value);
        }
    }
}
