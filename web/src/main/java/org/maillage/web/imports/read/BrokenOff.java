package org.maillage.web.imports.read;

import java.io.IOException;

/** A file breaks off: what came before it stands. */
final class BrokenOff extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenOff(String message) {
        super(message);
    }
}
