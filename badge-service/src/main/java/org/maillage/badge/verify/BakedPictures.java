package org.maillage.badge.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.maillage.badge.image.BakedPng;
import org.maillage.badge.image.BakedSvg;
import org.maillage.badge.image.MalformedImage;
import org.maillage.badge.image.MalformedImage.Problem;

/** Takes badges out of PNG and SVG. Pictures are not decoded, drawings are not drawn, and nothing in them is run or opened. */
public final class BakedPictures implements Unbaking {

    /** Bytes of the largest picture that is looked into. */
    static final int MOST_BYTES = 8 << 20;

    @Override
    public Unbaked unbake(byte[] bytes) {
        var png = BakedPng.isPng(bytes);
        if (!png && !BakedSvg.maybeSvg(bytes)) {
            return new Unbaked.NotAnImage();
        }
        if (bytes.length > MOST_BYTES) {
            return new Unbaked.Refused(Reason.TOO_LARGE, "");
        }
        try {
            if (!png && ActiveSvg.isActive(bytes)) {
                return new Unbaked.Refused(Reason.IMAGE_WITH_SCRIPT, "");
            }
            return found(png ? BakedPng.unbake(bytes) : BakedSvg.unbake(bytes));
        } catch (MalformedImage e) {
            // Only measures are understood in every language.
            var measure = e.problem() == Problem.TOO_LARGE ? String.valueOf(e.getMessage()) : "";
            return new Unbaked.Refused(Reason.of(e.problem()), measure);
        }
    }

    private static Unbaked found(Optional<String> credential) {
        return credential
                .<Unbaked>map(text -> new Unbaked.Holding(text.getBytes(UTF_8)))
                .orElseGet(Unbaked.Empty::new);
    }
}
