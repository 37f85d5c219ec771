package org.maillage.web.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.vault.Vault;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What pages are to say once, in a cookie of the browser that is to be told: it costs the database nothing. What it says is
 * shown, so it is signed, for one session. It goes with the session: at a machine that others use too, they may look.
 */
@Component
final class FlashCookie implements LogoutHandler {

    static final String NAME = "dire";

    /** In characters; a browser keeps 4,096 with the name and what is said of the cookie. */
    private static final int LONGEST = 3_500;

    private static final TypeReference<List<Said>> ALL = new TypeReference<>() {};

    private final JsonMapper json = new JsonMapper();
    private final Vault vault;

    FlashCookie(Vault vault) {
        this.vault = vault;
    }

    /** A flash map as it is written. */
    private record Said(
            @Nullable String path, Map<String, List<String>> parameters, long until, Map<String, Object> words) {

        Said {
            Objects.requireNonNull(parameters);
            Objects.requireNonNull(words);
        }

        static Said of(FlashMap flash) {
            return new Said(
                    flash.getTargetRequestPath(),
                    Map.copyOf(flash.getTargetRequestParams()),
                    flash.getExpirationTime(),
                    new HashMap<>(flash));
        }

        FlashMap flash() {
            var flash = new FlashMap();
            flash.setTargetRequestPath(path);
            parameters.forEach((name, values) -> values.forEach(value -> flash.addTargetRequestParam(name, value)));
            flash.setExpirationTime(until);
            flash.putAll(words);
            return flash;
        }
    }

    /** Whether it can be written so: texts and lists of texts alone, and few. */
    boolean holds(FlashMap flash) {
        return flash.values().stream().allMatch(FlashCookie::isPlain)
                && text(List.of(flash)).length() <= LONGEST;
    }

    private static boolean isPlain(@Nullable Object value) {
        return value instanceof String
                || value instanceof Boolean
                || (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance));
    }

    /** What the browser brings in time; nothing where it is of another session, or nobody here has written it. */
    List<FlashMap> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        var parts = cookie == null ? new String[0] : cookie.getValue().split("\\.", -1);
        if (parts.length != 2 || !isSigned(parts[0], parts[1], request)) {
            return List.of();
        }
        try {
            return json.readValue(Base64.getUrlDecoder().decode(parts[0]), ALL).stream()
                    .map(Said::flash)
                    .filter(flash -> !flash.isExpired())
                    .toList();
        } catch (JacksonException ofAnotherVersion) {
            return List.of();
        }
    }

    /** Lets the browser keep the newest that it can; those before them are forgotten. */
    void write(List<FlashMap> flashes, Duration life, HttpServletRequest request, HttpServletResponse response) {
        var newest = flashes;
        while (text(newest).length() > LONGEST) {
            newest = newest.subList(1, newest.size());
        }
        var text = text(newest);
        var cookie = ResponseCookie.from(NAME, newest.isEmpty() ? "" : text + "." + signature(text, request))
                .path("/")
                .maxAge(newest.isEmpty() ? Duration.ZERO : life)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        write(List.of(), Duration.ZERO, request, response);
    }

    private String text(List<FlashMap> flashes) {
        var bytes = json.writeValueAsBytes(flashes.stream().map(Said::of).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private boolean isSigned(String text, String signature, HttpServletRequest request) {
        return MessageDigest.isEqual(signature(text, request).getBytes(UTF_8), signature.getBytes(UTF_8));
    }

    private String signature(String text, HttpServletRequest request) {
        var session = request.getSession(false);
        var signed = "flash " + (session == null ? "" : session.getId()) + " " + text;
        return HexFormat.of().formatHex(vault.hmac(signed.getBytes(UTF_8)));
    }
}
