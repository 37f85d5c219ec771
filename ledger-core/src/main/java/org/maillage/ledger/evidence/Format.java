package org.maillage.ledger.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.maillage.ledger.event.Evidence;

/** The kinds of file that are taken, told by their first bytes and never by their name. */
public enum Format {
    JPEG(Evidence.Type.PHOTO, "image/jpeg", "photo.jpg"),
    PNG(Evidence.Type.PHOTO, "image/png", "photo.png"),
    PDF(Evidence.Type.PDF, "application/pdf", "document.pdf"),
    MP3(Evidence.Type.SOUND, "audio/mpeg", "son.mp3"),
    OGG(Evidence.Type.SOUND, "audio/ogg", "son.ogg"),
    WAV(Evidence.Type.SOUND, "audio/wav", "son.wav"),
    M4A(Evidence.Type.SOUND, "audio/mp4", "son.m4a");

    /** Brands of ISO base media files that recorders write; others are films or still images (ISO/IEC 14496-12, 4.3). */
    private static final Set<String> SOUND_BRANDS =
            Set.of("M4A ", "M4B ", "mp41", "mp42", "isom", "iso2", "3gp4", "3gp5", "3gp6");

    private static final int PDF_END_WITHIN = 1_024;

    private final Evidence.Type type;
    private final String mediaType;
    private final String plainName;

    Format(Evidence.Type type, String mediaType, String plainName) {
        this.type = type;
        this.mediaType = mediaType;
        this.plainName = plainName;
    }

    public Evidence.Type type() {
        return type;
    }

    /** The media type under which it is kept and served. */
    public String mediaType() {
        return mediaType;
    }

    /** A name for a file that came without one. */
    String plainName() {
        return plainName;
    }

    /** The format of a file; empty for any that is not taken, and for a PDF whose end is missing. */
    static Optional<Format> of(byte[] file) {
        var head = new String(file, 0, Math.min(file.length, 16), ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        } else if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        } else if (head.startsWith("%PDF-")) {
            return hasPdfEnd(file) ? Optional.of(PDF) : Optional.empty();
        }
        return sound(head);
    }

    private static Optional<Format> sound(String head) {
        if (head.startsWith("ID3") || isMp3Frame(head)) {
            return Optional.of(MP3);
        } else if (head.startsWith("OggS")) {
            return Optional.of(OGG);
        } else if (head.startsWith("RIFF") && head.startsWith("WAVE", 8)) {
            return Optional.of(WAV);
        } else if (head.startsWith("ftyp", 4) && head.length() >= 12 && SOUND_BRANDS.contains(head.substring(8, 12))) {
            return Optional.of(M4A);
        }
        return Optional.empty();
    }

    /** ISO/IEC 11172-3, 2.4.2.3: eleven bits set, a version, layer III, a bit rate and a sampling rate that exist. */
    private static boolean isMp3Frame(String head) {
        if (head.length() < 4 || head.charAt(0) != 0xff || (head.charAt(1) & 0xe6) != 0xe2) {
            return false;
        }
        boolean knownVersion = (head.charAt(1) & 0x18) != 0x08;
        boolean knownRates = (head.charAt(2) & 0xf0) != 0xf0 && (head.charAt(2) & 0x0c) != 0x0c;
        return knownVersion && knownRates;
    }

    /** The end of file marker lies in the last 1,024 bytes (ISO 32000-1, annex H.3, note 18). */
    private static boolean hasPdfEnd(byte[] file) {
        var end = Arrays.copyOfRange(file, Math.max(0, file.length - PDF_END_WITHIN), file.length);
        return new String(end, ISO_8859_1).contains("%%EOF");
    }
}
