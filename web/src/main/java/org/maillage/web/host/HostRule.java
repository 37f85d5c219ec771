package org.maillage.web.host;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.maillage.web.host.oauth.HostScope;
import org.maillage.web.host.oauth.OAuthAddresses;
import org.springframework.http.HttpMethod;

/** Which scope each request of the Host API needs (Open Badges 3.0, section 6.2.1). What is not here is refused. */
enum HostRule {
    READ_CREDENTIALS(HttpMethod.GET, "/credentials", HostScope.CREDENTIAL_READONLY),
    BRING_CREDENTIAL(HttpMethod.POST, "/credentials", HostScope.CREDENTIAL_UPSERT),
    READ_PROFILE(HttpMethod.GET, "/profile", HostScope.PROFILE_READONLY),
    CHANGE_PROFILE(HttpMethod.PUT, "/profile", HostScope.PROFILE_UPDATE);

    private final String method;
    private final String path;
    private final HostScope scope;

    HostRule(HttpMethod method, String path, HostScope scope) {
        this.method = method.name();
        this.path = OAuthAddresses.HOST + path;
        this.scope = scope;
    }

    HttpMethod method() {
        return HttpMethod.valueOf(method);
    }

    String path() {
        return path;
    }

    HostScope scope() {
        return scope;
    }

    /** The rule of a request; empty where it asks for nothing that there is. */
    static Optional<HostRule> of(HttpServletRequest request) {
        return Arrays.stream(values())
                .filter(rule -> rule.path.equals(asked(request)))
                .filter(rule -> rule.method.equals(request.getMethod()))
                .findFirst();
    }

    /** Whether there is anything at a request's address, by whichever method. */
    static boolean isPath(HttpServletRequest request) {
        return Arrays.stream(values()).anyMatch(rule -> rule.path.equals(asked(request)));
    }

    private static String asked(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
