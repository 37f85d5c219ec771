package org.maillage.web.badges.memory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * An answer as it was given once, with what it rests on.
 *
 * @param tag by which whoever has it asks for it again, in quotes
 * @param small the body compressed; null where that is not smaller
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeptAnswer(
        Basis basis,
        Freshness.Moment read,
        int status,
        String type,
        Map<String, String> headers,
        String tag,
        byte[] body,
        byte @Nullable [] small) {

    // What the server writes by itself, and what is said anew each time.
    private static final Set<String> NOT_KEPT = Set.of(
            "date", "connection", "keep-alive", "transfer-encoding", "content-length", "content-type", "etag", "vary");

    private static final String OF_A_PAGE = "Accept, Accept-Language, Accept-Encoding, Cookie";
    private static final String OF_A_DOCUMENT = "Accept, Accept-Encoding";

    /** Keeps an answer of which all has been written. */
    static KeptAnswer of(ContentCachingResponseWrapper answer, Asked asked, Basis basis, Freshness.Moment read) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : answer.getHeaderNames()) {
            if (!NOT_KEPT.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(", ", answer.getHeaders(name)));
            }
        }
        headers.put(HttpHeaders.VARY, asked.isPage() ? OF_A_PAGE : OF_A_DOCUMENT);
        if (asked.isPage()) {
            headers.put(HttpHeaders.CONTENT_LANGUAGE, asked.language());
        }
        var body = answer.getContentAsByteArray();
        return new KeptAnswer(
                basis,
                read,
                answer.getStatus(),
                answer.getContentType(),
                headers,
                tag(answer, body),
                body,
                smaller(body));
    }

    private static String tag(ContentCachingResponseWrapper answer, byte[] body) {
        var own = answer.getHeader(HttpHeaders.ETAG);
        if (own != null) {
            return own.startsWith("W/") ? own.substring(2) : own;
        }
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte @Nullable [] smaller(byte[] body) {
        var small = new ByteArrayOutputStream(body.length / 2);
        try (var gzip = new GZIPOutputStream(small)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return small.size() < body.length * 9 / 10 ? small.toByteArray() : null;
    }

    /** Bytes that it takes in memory, about. */
    int size() {
        return 1_000 + body.length + (small == null ? 0 : small.length);
    }

    /** Gives it to somebody: only that it is the same, where they have it. */
    void give(HttpServletRequest request, HttpServletResponse response) throws IOException {
        headers.forEach(response::setHeader);
        boolean compressed = small != null && accepts(request);
        // The same tag for both ways of writing it says that they mean the same, not that they are the same bytes.
        response.setHeader(HttpHeaders.ETAG, small == null ? tag : "W/" + tag);
        if (has(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var bytes = compressed && small != null ? small : body;
        response.setStatus(status);
        response.setContentType(type);
        if (compressed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }

    private boolean has(HttpServletRequest request) {
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null && status == HttpServletResponse.SC_OK && (known.equals("*") || known.contains(tag));
    }

    private static boolean accepts(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
    }
}
