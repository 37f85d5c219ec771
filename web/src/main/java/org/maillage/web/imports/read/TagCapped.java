package org.maillage.web.imports.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Breaks a document off where one tag or text is longer than any of a real one, since a parser keeps it whole. */
final class TagCapped extends FilterInputStream {

    private static final int LONGEST = 1024 * 1024;

    private long since;

    TagCapped(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        count(b);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = in.read(bytes, offset, Math.min(length, LONGEST));
        for (int i = 0; i < n; i++) {
            count(bytes[offset + i]);
        }
        return n;
    }

    private void count(int b) throws IOException {
        since = b == '<' ? 0 : since + 1;
        if (since > LONGEST) {
            throw new BrokenOff("a tag is too long");
        }
    }
}
