package org.maillage.web.imports.read;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A source being read, from its beginning to its end; reading it again gives the same lines. */
public interface Source extends Closeable {

    /**
     * The next line; null at the end. Numbers never decrease.
     *
     * @throws FileRefused where nothing more can be made of the file
     */
    @Nullable
    Line next() throws IOException;
}
