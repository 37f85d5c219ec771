package org.maillage.web.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every answer forbids browsers. */
public final class SafeHeaders {

    /** The header that says where a page's parts may come from and its forms may go. */
    public static final String POLICY = "Content-Security-Policy";

    // Scripts, styles and fonts come from this site alone; nothing is written into a page.
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
            + "manifest-src 'self'";

    private SafeHeaders() {}

    /** For pages of this site, which no other shows inside its own. */
    public static void on(HttpSecurity http) {
        on(http, CONTENT);
    }

    /** For pages that other sites show inside their own. */
    static void forFrames(HttpSecurity http) {
        on(http, CONTENT.replace("frame-ancestors 'none'", "frame-ancestors https: http:"));
        http.headers(headers -> headers.frameOptions(options -> options.disable())
                .addHeaderWriter((_, response) -> response.setHeader("Cross-Origin-Resource-Policy", "cross-origin")));
    }

    /**
     * The policy of a page whose form is answered by the way to another site, which browsers hold against it too.
     *
     * @param source where the answer leads, as the policy writes it
     */
    public static String withFormsTo(String source) {
        return CONTENT.replace("form-action 'self'", "form-action 'self' " + source);
    }

    private static void on(HttpSecurity http, String content) {
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(content))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=(self), payment=()")));
    }
}
