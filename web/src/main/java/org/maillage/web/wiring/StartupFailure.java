package org.maillage.web.wiring;

import org.jspecify.annotations.Nullable;

/** The program cannot start; its message is one line that says why and what to do. */
public final class StartupFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartupFailure(String message) {
        this(message, null);
    }

    public StartupFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
