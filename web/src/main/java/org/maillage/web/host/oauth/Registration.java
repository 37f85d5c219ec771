package org.maillage.web.host.oauth;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maillage.web.api.json.ReadableText;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an application asks to be registered as (RFC 7591, section 2): anybody may, so nothing of it is believed, fetched
 * or shown but its name and where it is.
 *
 * @param secret whether it gets one; else it proves itself by PKCE alone
 */
record Registration(
        String name,
        boolean secret,
        Set<String> redirects,
        Set<HostScope> scopes,
        @Nullable String site,
        @Nullable String policy,
        @Nullable String terms) {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ADDRESS = 500;
    private static final int MOST_REDIRECTS = 10;
    private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^\"'<>\\\\^`{|}*;,]]+");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> GRANTS = Set.of("authorization_code", "refresh_token");

    private static final Set<Integer> UNSEEN =
            Set.of((int) Character.FORMAT, (int) Character.CONTROL, (int) Character.LINE_SEPARATOR, (int)
                    Character.PARAGRAPH_SEPARATOR);

    Registration {
        redirects = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(redirects));
        scopes = Set.copyOf(scopes);
    }

    /** Why it is refused (RFC 7591, section 3.2.2). */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final String error;

        Refused(String error, String description) {
            super(description, null, false, false);
            this.error = error;
        }

        String error() {
            return error;
        }
    }

    /** Reads what was sent. @throws Refused with the first thing that cannot be */
    static Registration read(ObjectNode sent) throws Refused {
        if (sent.has("software_statement")) {
            throw new Refused("unapproved_software_statement", "software statements are not read here");
        }
        only(sent, "grant_types", GRANTS, "authorization_code");
        only(sent, "response_types", Set.of("code"), "code");
        return new Registration(
                name(sent),
                method(sent),
                redirects(sent),
                scopes(sent),
                address(sent, "client_uri"),
                address(sent, "policy_uri"),
                address(sent, "tos_uri"));
    }

    private static String name(ObjectNode sent) throws Refused {
        var name = text(sent, "client_name", "").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || !isOneLine(name)) {
            throw metadata("client_name is needed: one line of 1 to 80 readable characters");
        }
        return name;
    }

    // Nothing in it is invisible: two names that look the same are the same.
    private static boolean isOneLine(String name) {
        return ReadableText.is(name)
                && name.codePoints().map(Character::getType).noneMatch(UNSEEN::contains);
    }

    private static boolean method(ObjectNode sent) throws Refused {
        var method = text(sent, "token_endpoint_auth_method", "client_secret_basic");
        return switch (method) {
            case "client_secret_basic" -> true;
            case "none" -> false;
            default -> throw metadata("token_endpoint_auth_method is client_secret_basic or none");
        };
    }

    private static void only(ObjectNode sent, String field, Set<String> known, String needed) throws Refused {
        if (sent.hasNonNull(field)) {
            var asked = texts(sent.path(field), field);
            if (!known.containsAll(asked) || !asked.contains(needed)) {
                throw metadata(field + " may hold " + String.join(", ", new java.util.TreeSet<>(known)));
            }
        }
    }

    private static Set<String> redirects(ObjectNode sent) throws Refused {
        var asked = sent.hasNonNull("redirect_uris")
                ? texts(sent.path("redirect_uris"), "redirect_uris")
                : List.<String>of();
        if (asked.isEmpty() || asked.size() > MOST_REDIRECTS) {
            throw redirect("redirect_uris holds 1 to " + MOST_REDIRECTS + " addresses");
        }
        for (var one : asked) {
            if (!isRedirect(one)) {
                throw redirect("a redirect URI is https, or http to this device itself, without fragment or wildcard");
            }
        }
        return new LinkedHashSet<>(asked);
    }

    /** Where a code may be sent: over TLS, or to a program on the member's own device (RFC 8252, section 7.3). */
    static boolean isRedirect(String text) {
        var uri = uri(text);
        return uri != null
                && uri.getRawFragment() == null
                && uri.getPort() <= 65_535
                && !uri.normalize().getPath().contains("..")
                && (uri.getScheme().equals("https") || isLoopback(uri))
                && isFollowed(text);
    }

    // Answers are built on it by a stricter reading of addresses, which takes no bare brackets, for instance.
    private static boolean isFollowed(String text) {
        try {
            UriComponentsBuilder.fromUriString(text).build(true);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isLoopback(URI uri) {
        return uri.getScheme().equals("http") && LOOPBACK.contains(uri.getHost());
    }

    private static @Nullable URI uri(String text) {
        if (text.length() > LONGEST_ADDRESS || !ADDRESS.matcher(text).matches()) {
            return null;
        }
        try {
            var uri = URI.create(text);
            return uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null ? null : uri;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    // Unknown ones are left out, as section 2 allows: the answer says which were taken.
    private static Set<HostScope> scopes(ObjectNode sent) throws Refused {
        if (!sent.hasNonNull("scope")) {
            return HostScope.standard();
        }
        var known = HostScope.known(List.of(text(sent, "scope", "").split(" ", -1)));
        if (known.isEmpty()) {
            throw metadata("scope names none of those in the discovery document");
        }
        return known;
    }

    private static @Nullable String address(ObjectNode sent, String field) throws Refused {
        if (!sent.has(field) || sent.path(field).isNull()) {
            return null;
        }
        var text = text(sent, field, "");
        var uri = uri(text);
        if (uri == null || !uri.getScheme().equals("https")) {
            throw metadata(field + " is an https address");
        }
        return text;
    }

    private static String text(ObjectNode sent, String field, String otherwise) throws Refused {
        var value = sent.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isString()) {
            throw metadata(field + " is a text");
        }
        return value.stringValue();
    }

    private static List<String> texts(JsonNode values, String field) throws Refused {
        if (!values.isArray()) {
            throw metadata(field + " is an array of texts");
        }
        var texts = new ArrayList<String>();
        for (var value : values) {
            if (!value.isString()) {
                throw metadata(field + " is an array of texts");
            }
            texts.add(value.stringValue());
        }
        return texts;
    }

    private static Refused metadata(String description) {
        return new Refused("invalid_client_metadata", description);
    }

    private static Refused redirect(String description) {
        return new Refused("invalid_redirect_uri", description);
    }
}
