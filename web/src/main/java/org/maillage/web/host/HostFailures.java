package org.maillage.web.host;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.maillage.web.host.oauth.OAuthAddresses;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Tells an application why it is not let in: no token, one that ended, one for something else (RFC 6750, section 3). */
final class HostFailures implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final PublicAddress site;

    HostFailures(PublicAddress site) {
        this.site = site;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        if (isUnknown(request, response)) {
            return;
        }
        var metadata = "Bearer resource_metadata=\"" + site.of(OAuthAddresses.RESOURCE) + "\"";
        var borne = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, borne ? metadata + ", error=\"invalid_token\"" : metadata);
        var why = borne ? "the access token is unknown, or has ended" : "an access token is needed";
        write(new StatusInfo(HttpStatus.UNAUTHORIZED, StatusInfo.UNAUTHORIZED, why), response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (isUnknown(request, response)) {
            return;
        }
        var scope = HostRule.of(request).map(rule -> rule.scope().text()).orElse("");
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
        write(new StatusInfo(HttpStatus.FORBIDDEN, StatusInfo.FORBIDDEN, "needs the scope " + scope), response);
    }

    private static boolean isUnknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (HostRule.of(request).isPresent()) {
            return false;
        }
        unknown(HostRule.asked(request), response);
        return true;
    }

    /** Tells of an address that there is nothing at it, or nothing by the method that was asked for. */
    static void unknown(String asked, HttpServletResponse response) throws IOException {
        var allowed = HostRule.allowed(asked);
        if (allowed.isEmpty()) {
            write(new StatusInfo(HttpStatus.NOT_FOUND, StatusInfo.NOT_FOUND, "nothing is at this address"), response);
        } else {
            response.setHeader(HttpHeaders.ALLOW, allowed);
            write(
                    new StatusInfo(
                            HttpStatus.METHOD_NOT_ALLOWED, StatusInfo.NOT_ALLOWED, "no such method at this address"),
                    response);
        }
    }

    static void write(StatusInfo info, HttpServletResponse response) throws IOException {
        response.setStatus(info.status().value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(info.json());
    }
}
