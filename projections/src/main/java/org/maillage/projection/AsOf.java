package org.maillage.projection;

import java.time.LocalDate;

/** Dates at which the views are asked (rule 15). */
public final class AsOf {

    /** Everything that is recorded so far: the {@code asOf} of whoever asks for no date. */
    public static final LocalDate NOW = LocalDate.of(9999, 12, 30);

    /** The {@code until} of a row that still stands. */
    public static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private AsOf() {}
}
