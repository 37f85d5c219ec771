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
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Sends a member who answered back to the application: with a code and what they agreed to (Open Badges 3.0, section
 * 7.1.2.2), or that they said no. Who answers is named too, so that an application cannot take one server for another
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
        send(answer, told, response);
    }

    /** Tells an application that its member said no. */
    void denied(OAuth2AuthorizationCodeRequestAuthenticationToken asked, HttpServletResponse response)
            throws IOException {
        send(asked, new LinkedHashMap<>(Map.of("error", OAuth2ErrorCodes.ACCESS_DENIED)), response);
    }

    private void send(
            OAuth2AuthorizationCodeRequestAuthenticationToken asked,
            Map<String, String> told,
            HttpServletResponse response)
            throws IOException {
        var redirect = asked.getRedirectUri();
        if (redirect == null) {
            throw new IllegalStateException("an answer that leads nowhere");
        }
        put(told, "state", asked.getState());
        put(told, "iss", site.of(""));
        var way = UriComponentsBuilder.fromUriString(redirect);
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
