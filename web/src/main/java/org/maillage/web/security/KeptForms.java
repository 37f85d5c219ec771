package org.maillage.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.maillage.web.token.SecretToken;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Keeps the text of a form that somebody sent after their session had ended, for an hour, so that nothing is lost once
 * they have signed in again. Only their browser holds the key: nobody is known when it is kept. Files are not kept.
 */
@Component
public final class KeptForms {

    /** Pages that send forms whose text is kept. */
    private static final Set<String> PAGES = Set.of("/declarer");

    // The one page so far; with a second one, the form would say which it is of.
    private static final String RESUME = "/declarer/reprise";

    static final Duration LIFE = Duration.ofHours(1);

    private static final String COOKIE = "reprise";
    private static final int MOST_TEXT = 64 * 1_024;
    private static final int MOST_ROWS = 2_000;
    private static final int IV = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    // Nobody has signed in where a form is kept, so it is the source that is counted.
    private final Throttle perSource = new Throttle(60, Duration.ofMinutes(15));

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptForms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the form of a request, where its page is one of those. */
    void keep(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals("POST") || !PAGES.contains(ByTable.path(request))) {
            return;
        }
        var text = written(request.getParameterMap());
        if (text.length() > MOST_TEXT || !perSource.allows(request.getRemoteAddr())) {
            return;
        }
        var token = SecretToken.next("");
        jdbc.sql("delete from web.kept_form where expires_at <= ?").param(now()).update();
        jdbc.sql("insert into web.kept_form (id, sealed, expires_at) values (?, ?, ?)")
                .params(token.hash(), seal(text, token), now().plus(LIFE))
                .update();
        makeRoom();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(token.text(), LIFE, request));
    }

    // The oldest go first: whoever wrote last is most likely to come back.
    private void makeRoom() {
        jdbc.sql("delete from web.kept_form where id in (select id from web.kept_form order by expires_at desc"
                        + " offset ?)")
                .param(MOST_ROWS)
                .update();
    }

    /** Where somebody who has just signed in goes: to the form that they had sent, else to the home page. */
    public String way(HttpServletRequest request) {
        return find(request).isPresent() ? RESUME : "/";
    }

    /** The form that this browser sent last without a session, by the names of its fields; empty where there is none. */
    public Optional<Map<String, String[]>> find(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        var token = new SecretToken(cookie.getValue());
        return jdbc.sql("select sealed from web.kept_form where id = ? and expires_at > ?")
                .params(token.hash(), now())
                .query(byte[].class)
                .optional()
                .map(bytes -> read(open(bytes, token)));
    }

    /** Forgets it. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null) {
            jdbc.sql("delete from web.kept_form where id = ?")
                    .param(new SecretToken(cookie.getValue()).hash())
                    .update();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request));
        }
    }

    private static String written(Map<String, String[]> fields) {
        var pairs = new ArrayList<String>();
        fields.forEach((name, values) -> Arrays.stream(values)
                .filter(_ -> !name.equals("_csrf"))
                .forEach(value -> pairs.add(encode(name) + "=" + encode(value))));
        return String.join("&", pairs);
    }

    private static Map<String, String[]> read(String text) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.computeIfAbsent(decode(pair.substring(0, equals)), _ -> new ArrayList<>())
                        .add(decode(pair.substring(equals + 1)));
            }
        }
        var read = new LinkedHashMap<String, String[]>();
        fields.forEach((name, values) -> read.put(name, values.toArray(String[]::new)));
        return read;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static byte[] seal(String text, SecretToken token) {
        var iv = new byte[IV];
        RANDOM.nextBytes(iv);
        var ciphertext = cipher(Cipher.ENCRYPT_MODE, token, iv, text.getBytes(StandardCharsets.UTF_8), 0);
        var whole = Arrays.copyOf(iv, IV + ciphertext.length);
        System.arraycopy(ciphertext, 0, whole, IV, ciphertext.length);
        return whole;
    }

    private static String open(byte[] whole, SecretToken token) {
        var text = cipher(Cipher.DECRYPT_MODE, token, Arrays.copyOf(whole, IV), whole, IV);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static byte[] cipher(int mode, SecretToken token, byte[] iv, byte[] bytes, int from) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            // The row bears the token's hash; the key is another one, which cannot be made from it.
            var key = new SecretToken("form " + token.text()).hash();
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
            return cipher.doFinal(bytes, from, bytes.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept form cannot be sealed or opened", e);
        }
    }

    private static String cookie(String value, Duration life, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .maxAge(life)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
