package org.maillage.web.badges.elsewhere;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.maillage.badge.verify.BakedPictures;
import org.maillage.badge.verify.Presented;
import org.maillage.badge.verify.Unbaking.Unbaked;
import org.maillage.web.api.json.ReadableText;

/**
 * What is kept of a credential that arrives.
 *
 * @param issuer its id
 * @param credential its id; with the issuer's it is the credential's identity (Open Badges 3.0, equality and comparison)
 */
record Arriving(
        boolean token,
        String document,
        String issuer,
        String credential,
        String name,
        String issuerName,
        Instant from) {

    private static final int LONGEST_ID = 2_000;
    private static final int LONGEST_NAME = 200;

    /** The credential itself: what a picture holds, or the file as it is. */
    static byte[] unbaked(byte[] file) {
        return new BakedPictures().unbake(file) instanceof Unbaked.Holding(var credential) ? credential : file;
    }

    /** Reads what a verified credential says of itself; empty where it has no identity. */
    static Optional<Arriving> read(byte[] credential, Presented presented) {
        var issuer = presented.issuer().orElse("");
        var id = presented.id().orElse("");
        if (!isName(issuer) || !isName(id)) {
            return Optional.empty();
        }
        return Optional.of(new Arriving(
                presented.format() == Presented.Format.OPEN_BADGES_3_JWT,
                text(credential),
                issuer,
                id,
                shown(presented.name().orElse(id)),
                shown(presented.issuerName().orElse(issuer)),
                from(presented)));
    }

    // An absolute IRI, as ids of credentials are.
    private static boolean isName(String id) {
        try {
            return id.length() <= LONGEST_ID && new URI(id).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    // Without what an editor has put before it.
    private static String text(byte[] credential) {
        var text = new String(credential, UTF_8).strip();
        return text.startsWith("\ufeff") ? text.substring(1).strip() : text;
    }

    // Anybody may write anything: what would not be read as it is written is left out.
    private static String shown(String text) {
        var readable = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_NAME)
                .filter(point -> ReadableText.is(Character.toString(point)))
                .forEach(point -> readable.appendCodePoint(Character.isWhitespace(point) ? ' ' : point));
        return readable.toString().strip();
    }

    private static Instant from(Presented presented) {
        var document = presented.document();
        var written = document.path("validFrom")
                .stringValue(document.path("issuanceDate").stringValue(""));
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    /** What two versions of one credential have in common. */
    byte[] identity() {
        try {
            return MessageDigest.getInstance("SHA-256").digest((issuer + "\n" + credential).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
