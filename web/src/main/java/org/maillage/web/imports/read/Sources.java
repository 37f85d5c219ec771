package org.maillage.web.imports.read;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Opens files as sources. */
public final class Sources {

    private Sources() {}

    /**
     * Reads a compressed file to its end, where its checksum stands: of one that is damaged nothing tells how much is as it
     * was written, and a damaged one may look as if it broke off. Nothing is read of another.
     *
     * @throws FileRefused where it is damaged, breaks off, or unpacks into far more than it should
     */
    public static void check(Path file) throws IOException {
        try (var in = Unpacked.whole(Files.newInputStream(file))) {
            if (in.isCompressed()) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        } catch (BrokenOff damaged) {
            throw new FileRefused(FileRefused.Cause.BROKEN_OFF, "");
        }
    }

    /**
     * Opens a file as its mapping says; gzip is unpacked.
     *
     * @param match keyed hash of a text, so that nobody's address leaves the reader in the clear
     * @param zone zone of the network, in which moments become days unless the mapping names another
     * @throws FileRefused where it is not such a file
     */
    public static OpenFile open(Path file, Mapping mapping, UnaryOperator<String> match, ZoneId zone)
            throws IOException {
        var in = Unpacked.of(Files.newInputStream(file));
        try {
            return new OpenFile(source(in, mapping, match, zone(mapping, zone)), in);
        } catch (BrokenOff nothingReadable) {
            in.close();
            throw new FileRefused(FileRefused.Cause.BROKEN_OFF, "");
        } catch (IOException | RuntimeException refused) {
            in.close();
            throw refused;
        }
    }

    private static Source source(Unpacked in, Mapping mapping, UnaryOperator<String> match, ZoneId zone)
            throws IOException {
        return switch (mapping.format()) {
            case CSV -> new CsvSource(in, mapping, match);
            case GIT -> new GitExport(in, mapping, match);
            case OSM -> new OsmChangesets(in, mapping, match, zone);
            case MEDIAWIKI -> new MediaWikiContributions(in, mapping, match, zone);
        };
    }

    private static ZoneId zone(Mapping mapping, ZoneId otherwise) {
        try {
            return mapping.zone() == null ? otherwise : ZoneId.of(mapping.zone());
        } catch (DateTimeException unknown) {
            throw new FileRefused(FileRefused.Cause.MAPPING_INVALID, "zone");
        }
    }

    /** An open file, which knows how far it has been read. */
    public static final class OpenFile implements Source {

        private final Source source;
        private final Unpacked in;

        private OpenFile(Source source, Unpacked in) {
            this.source = source;
            this.in = in;
        }

        /** Bytes of the file that have been read, as it is stored. */
        public long consumed() {
            return in.consumed();
        }

        @Override
        public @Nullable Line next() throws IOException {
            return source.next();
        }

        @Override
        public void close() throws IOException {
            source.close();
            in.close();
        }
    }
}
