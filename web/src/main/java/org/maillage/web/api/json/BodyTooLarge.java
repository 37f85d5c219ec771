package org.maillage.web.api.json;

import java.io.IOException;

/** A body went beyond its bound while it was read. */
public final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyTooLarge(long bound) {
        super("more than " + bound + " bytes");
    }
}
