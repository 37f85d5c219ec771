package org.maillage.badge.image;

/** A file that is no picture, is broken, or hides something. */
public final class MalformedImage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedImage(String message) {
        super(message);
    }

    MalformedImage(String message, Throwable cause) {
        super(message, cause);
    }
}
