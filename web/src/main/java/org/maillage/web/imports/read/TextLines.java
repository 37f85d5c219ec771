package org.maillage.web.imports.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Physical lines of a text, each decoded alone, so that one in another encoding spoils no other. */
final class TextLines implements Closeable {

    /** Bytes of the longest line; what follows on it is passed over without being kept. */
    static final int LONGEST = 64 * 1024;

    /** Bytes by which is told what is no text. */
    private static final int START = 4;

    private final InputStream in;
    private final Charset charset;
    private final byte[] buffer = new byte[64 * 1024];
    private final byte[] line = new byte[LONGEST];
    private int at;
    private int filled;
    private boolean afterReturn;
    private long number;

    TextLines(InputStream in, Charset charset) throws IOException {
        this.in = in;
        this.charset = charset;
        skipMark();
    }

    /** A line without its end. {@code problem} is null where its text could be read. */
    record TextLine(long number, String text, @Nullable Problem problem) {}

    /** The next line; null at the end. */
    @Nullable
    TextLine next() throws IOException {
        int length = 0;
        int b = read();
        if (afterReturn && b == '\n') {
            b = read();
        }
        afterReturn = false;
        if (b < 0) {
            return null;
        }
        for (; b >= 0 && b != '\n' && b != '\r'; b = read()) {
            if (length < LONGEST) {
                line[length] = (byte) b;
            }
            length++;
        }
        afterReturn = b == '\r';
        return decoded(++number, length);
    }

    private TextLine decoded(long number, int length) {
        if (length > LONGEST) {
            return new TextLine(number, "", Problem.LINE_TOO_LONG);
        }
        var text = new String(line, 0, length, charset);
        return new TextLine(number, text, text.indexOf('\ufffd') < 0 ? null : Problem.ENCODING);
    }

    private int read() throws IOException {
        if (at == filled) {
            at = 0;
            filled = Math.max(0, in.read(buffer));
            if (filled == 0) {
                return -1;
            }
        }
        return buffer[at++] & 0xff;
    }

    /** Passes over a byte order mark of UTF-8, and refuses what is no text of one byte after the other. */
    private void skipMark() throws IOException {
        // No more than is looked at: where a small file breaks off, what came before stands.
        while (filled < START) {
            int n = in.read(buffer, filled, buffer.length - filled);
            if (n < 0) {
                break;
            }
            filled += n;
        }
        if (filled == 0) {
            throw new FileRefused(FileRefused.Cause.EMPTY, "");
        }
        var start = Arrays.copyOf(buffer, START);
        int mark16 = ((start[0] & 0xff) << 8) | (start[1] & 0xff);
        if (mark16 == 0xfffe || mark16 == 0xfeff) {
            throw new FileRefused(FileRefused.Cause.NOT_TEXT, "UTF-16");
        }
        for (int i = 0; i < Math.min(filled, start.length); i++) {
            if (start[i] == 0) {
                throw new FileRefused(FileRefused.Cause.NOT_TEXT, "");
            }
        }
        var mark = "\ufeff".getBytes(StandardCharsets.UTF_8);
        if (Arrays.equals(start, 0, mark.length, mark, 0, mark.length)) {
            at = mark.length;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
