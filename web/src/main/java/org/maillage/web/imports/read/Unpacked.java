package org.maillage.web.imports.read;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a file, unpacked where it is compressed by gzip, and no more of them than a file may have. */
final class Unpacked extends FilterInputStream {

    /** A file that stays below this is no bomb, however well it packs. */
    private static final long HARMLESS = 256L * 1024 * 1024;

    /** Text packs 5 to 30 times smaller; a bomb some thousand times. */
    private static final long HIGHEST_RATIO = 200;

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final Counted packed;
    private final boolean compressed;
    private long unpacked;

    private Unpacked(InputStream in, Counted packed, boolean compressed) {
        super(in);
        this.packed = packed;
        this.compressed = compressed;
    }

    static Unpacked of(InputStream file) throws IOException {
        var counted = new Counted(file);
        var buffered = new BufferedInputStream(counted, 64 * 1024);
        buffered.mark(2);
        boolean gzip = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
        buffered.reset();
        try {
            return new Unpacked(gzip ? new GZIPInputStream(buffered, 64 * 1024) : buffered, counted, gzip);
        } catch (EOFException | ZipException broken) {
            throw new FileRefused(FileRefused.Cause.BROKEN_OFF, "");
        }
    }

    /** Whether it is compressed, so that its end tells by a checksum whether all before it is as it was written. */
    boolean isCompressed() {
        return compressed;
    }

    /** Bytes of the file itself that have been read. */
    long consumed() {
        return packed.count;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int n = in.read(bytes, offset, length);
            unpacked += Math.max(0, n);
            if (unpacked > HARMLESS && unpacked / HIGHEST_RATIO > packed.count) {
                throw new FileRefused(FileRefused.Cause.TOO_LARGE_UNPACKED, "");
            }
            return n;
        } catch (EOFException | ZipException broken) {
            throw new BrokenOff("the compressed file breaks off");
        }
    }

    private static final class Counted extends FilterInputStream {

        private volatile long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = in.read(bytes, offset, length);
            count(Math.max(0, n));
            return n;
        }

        // Read by one thread; another only looks how far it is.
        @SuppressWarnings("NonAtomicVolatileUpdate")
        private void count(int n) {
            count += n;
        }
    }
}
