package org.maillage.web.badges.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.issue.Language;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with documents that scripts of every site may read, and that are sent again only where they changed. */
final class Served {

    static final String LD_JSON = "application/ld+json";
    static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    static final String DID = "application/did";
    static final String JWK_SET = "application/jwk-set+json";
    static final String VC_JWT = "application/vc+jwt";
    static final String PNG = MediaType.IMAGE_PNG_VALUE;
    static final String SVG = "image/svg+xml";
    static final String PDF = MediaType.APPLICATION_PDF_VALUE;

    private Served() {}

    /** How long whoever has a document may go on without asking. */
    enum Kept {
        /** what a member, or the coordination, may end at any moment */
        NEVER,
        /** keys, which change seldom, and then everybody should know soon */
        MINUTES,
        /** what stays as it is for ever, but for the words around it */
        A_DAY;

        private CacheControl control() {
            return switch (this) {
                case NEVER -> CacheControl.noCache().cachePublic();
                case MINUTES -> CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();
                case A_DAY -> CacheControl.maxAge(Duration.ofDays(1)).cachePublic();
            };
        }
    }

    /** The document, or that there is none: for what is not there and for what is not public alike. */
    static ResponseEntity<byte[]> of(Optional<byte[]> document, String type, Kept kept) {
        return document.map(bytes -> of(HttpStatus.OK, bytes, type, kept)).orElseGet(Served::nothing);
    }

    static ResponseEntity<byte[]> of(HttpStatus status, byte[] document, String type, Kept kept) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(kept.control())
                .eTag(etag(document))
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(document);
    }

    static ResponseEntity<byte[]> nothing() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body("{\"error\":\"not found\"}".getBytes(UTF_8));
    }

    private static String etag(byte[] document) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(document);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** French for whoever asks for another language than those that there are. */
    static Language language(@Nullable String tag) {
        return Optional.ofNullable(tag).flatMap(Language::of).orElse(Language.FR);
    }

    /** An id in an address; empty where it is none. */
    static <T> Optional<T> id(String text, Function<UUID, T> of) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(of.apply(id)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A number in an address; empty where it is none. */
    static Optional<Integer> number(String text) {
        return text.matches("0|[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
