package org.maillage.projection.guard;

/**
 * Minutes of session and preparation of one member on one day (rule 12).
 *
 * @param claimed in claims that are neither declined, withdrawn nor reversed, as confirmed where confirmed
 * @param validated accepted of these
 */
@io.micronaut.core.annotation.Introspected
public record DayMinutes(int claimed, int validated) {

    /** Above this one asks. */
    public static final int ASK_ABOVE = 12 * 60;

    /** Above this one refuses. */
    public static final int REFUSE_ABOVE = 24 * 60;
}
