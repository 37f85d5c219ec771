package org.maillage.web.host;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.maillage.web.host.oauth.HostScope;
import org.maillage.web.host.oauth.OAuthAddresses;
import org.springframework.http.HttpMethod;

/** Which scope each request of the Host API needs (Open Badges 3.0, section 6.2.1). What is not here is refused. */
enum HostRule {
    READ_CREDENTIALS(HttpMethod.GET, "/credentials", HostScope.CREDENTIAL_READONLY),
    BRING_CREDENTIAL(HttpMethod.POST, "/credentials", HostScope.CREDENTIAL_UPSERT),
    READ_PROFILE(HttpMethod.GET, "/profile", HostScope.PROFILE_READONLY),
    CHANGE_PROFILE(HttpMethod.PUT, "/profile", HostScope.PROFILE_UPDATE);

    /** What anybody reads before they have a token. */
    private static final Set<String> OPEN =
            Set.of(OAuthAddresses.HOST + HostDescription.PATH, OAuthAddresses.METADATA, OAuthAddresses.RESOURCE);

    private final String method;
    private final String path;
    private final HostScope scope;

    HostRule(HttpMethod method, String path, HostScope scope) {
        this.method = method.name();
        this.path = OAuthAddresses.HOST + path;
        this.scope = scope;
    }

    HostScope scope() {
        return scope;
    }

    /** The rule of a request; empty where it asks for nothing that there is. */
    static Optional<HostRule> of(HttpServletRequest request) {
        return Arrays.stream(values())
                .filter(rule -> rule.path.equals(asked(request)))
                .filter(rule -> rule.takes(request.getMethod()))
                .findFirst();
    }

    private boolean takes(String asked) {
        return method.equals(asked) || (method.equals("GET") && asked.equals("HEAD"));
    }

    /** By which methods there is anything at an address of this site, as the header Allow says it; empty for nothing. */
    static String allowed(String asked) {
        if (OPEN.contains(asked)) {
            return "GET, HEAD";
        }
        return Arrays.stream(values())
                .filter(rule -> rule.path.equals(asked))
                .map(rule -> rule.method.equals("GET") ? "GET, HEAD" : rule.method)
                .collect(Collectors.joining(", "));
    }

    static String asked(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
