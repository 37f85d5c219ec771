package org.maillage.web.imports.read;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

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

    /** As much as can be read of what was there before it breaks off. */
    static Unpacked of(InputStream file) throws IOException {
        return of(file, packed -> new GZIPInputStream(packed, 64 * 1024));
    }

    /**
     * All of it or nothing: a later part whose beginning is damaged shows too, which {@link GZIPInputStream} takes for the
     * end.
     */
    static Unpacked whole(InputStream file) throws IOException {
        return of(
                file,
                packed -> GzipCompressorInputStream.builder()
                        .setInputStream(packed)
                        .setDecompressConcatenated(true)
                        .get());
    }

    /** A way to unpack. */
    private interface Unpacking {
        InputStream of(InputStream packed) throws IOException;
    }

    private static Unpacked of(InputStream file, Unpacking unpacking) throws IOException {
        var counted = new Counted(file);
        var buffered = new BufferedInputStream(counted, 64 * 1024);
        buffered.mark(2);
        boolean gzip = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
        buffered.reset();
        try {
            return new Unpacked(gzip ? unpacking.of(buffered) : buffered, counted, gzip);
        } catch (IOException broken) {
            if (counted.failed) {
                throw broken;
            }
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
        } catch (IOException broken) {
            if (packed.failed) {
                throw broken;
            }
            throw new BrokenOff("the compressed file breaks off");
        }
    }

    private static final class Counted extends FilterInputStream {

        private volatile long count;
        /** Whether the file itself could not be read, whatever is in it. */
        private boolean failed;

        Counted(InputStream in) {
            super(in);
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
                count(Math.max(0, n));
                return n;
            } catch (IOException failure) {
                failed = true;
                throw failure;
            }
        }

        // Read by one thread; another only looks how far it is.
        @SuppressWarnings("NonAtomicVolatileUpdate")
        private void count(int n) {
            count += n;
        }
    }
}
