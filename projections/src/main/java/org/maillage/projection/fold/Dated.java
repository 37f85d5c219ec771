package org.maillage.projection.fold;

import java.time.LocalDate;

/**
 * A row that keeps its past: one row for each day on whose end it was different. It stands from {@code since} until the
 * day before {@code until}, so that a question as of a date finds one row.
 */
public interface Dated<R extends Dated<R>> extends Row {

    LocalDate since();

    LocalDate until();

    /** The same row for other days. */
    R during(LocalDate since, LocalDate until);
}
