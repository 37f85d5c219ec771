package org.maillage.badge.image;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.maillage.badge.image.Png.Chunk;

/**
 * An Open Badge inside a PNG: one uncompressed iTXt chunk (Open Badges 3.0, section 5.3.1; of 2.0, its iTXt chunk by the
 * older keyword is read too, and of 1.0, its tEXt chunk).
 */
public final class BakedPng {

    private static final String KEYWORD = "openbadgecredential";
    private static final String KEYWORD_2 = "openbadges";
    private static final String CHUNK = "iTXt";
    private static final String CHUNK_1 = "tEXt";

    private BakedPng() {}

    /** Whether a file begins as a PNG does. */
    public static boolean isPng(byte[] file) {
        return Png.is(file);
    }

    /**
     * The picture with a credential in it, in the place of any that was there.
     *
     * @param credential JSON, or a compact JWS
     * @throws MalformedImage where the file is no PNG
     */
    public static byte[] bake(byte[] png, String credential) {
        var chunks = new ArrayList<Chunk>();
        for (var chunk : Png.chunks(png)) {
            if (!isBadge(chunk)) {
                chunks.add(chunk);
            }
        }
        // Before the picture's own data: readers that stop there find it.
        chunks.add(1, new Chunk(CHUNK, text(credential)));
        return Png.file(chunks);
    }

    /**
     * The credential in a picture; empty where there is none.
     *
     * @throws MalformedImage where the file is broken, or holds several, or a compressed one (the standard forbids both),
     *     or says that it has more pixels than a badge's picture may have
     */
    public static Optional<String> unbake(byte[] png) {
        Png.requireSize(png);
        var found = Png.chunks(png).stream().filter(BakedPng::isBadge).toList();
        if (found.size() > 1) {
            throw new MalformedImage(MalformedImage.Problem.SEVERAL_BADGES, "several badges in one picture");
        }
        return found.stream().map(BakedPng::credential).findFirst();
    }

    private static boolean isBadge(Chunk chunk) {
        var keyword = keyword(chunk.data());
        return (chunk.type().equals(CHUNK) && (keyword.equals(KEYWORD) || keyword.equals(KEYWORD_2)))
                || (chunk.type().equals(CHUNK_1) && keyword.equals(KEYWORD_2));
    }

    private static String keyword(byte[] data) {
        int end = zero(data, 0);
        return end < 0 ? "" : new String(data, 0, end, StandardCharsets.ISO_8859_1);
    }

    /** Keyword, no compression, no language, no translated keyword, and the text. */
    private static byte[] text(String credential) {
        var head = (KEYWORD + "\0\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
        var body = credential.getBytes(StandardCharsets.UTF_8);
        var data = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, data, head.length, body.length);
        return data;
    }

    private static String credential(Chunk chunk) {
        var data = chunk.data();
        int flag = zero(data, 0) + 1;
        if (chunk.type().equals(CHUNK_1)) {
            return new String(data, flag, data.length - flag, StandardCharsets.ISO_8859_1);
        }
        if (flag + 2 > data.length || data[flag] != 0) {
            throw new MalformedImage(MalformedImage.Problem.BADGE_COMPRESSED, "the badge is compressed");
        }
        int language = zero(data, flag + 2);
        int translated = language < 0 ? -1 : zero(data, language + 1);
        if (translated < 0) {
            throw new MalformedImage(MalformedImage.Problem.CUT_SHORT, "the badge is cut short");
        }
        return new String(data, translated + 1, data.length - translated - 1, StandardCharsets.UTF_8);
    }

    private static int zero(byte[] data, int from) {
        for (int i = from; i < data.length; i++) {
            if (data[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    /** How many chunks a picture has of each sort; for tests and diagnosis. */
    static List<String> types(byte[] png) {
        return Png.chunks(png).stream().map(Chunk::type).toList();
    }
}
