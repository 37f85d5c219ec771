package org.maillage.projection.figures;

import java.time.LocalDate;
import org.maillage.ledger.value.NetworkId;

/** Figures of networks, as of a date of recording. */
public interface Figures {

    /** Figures of a network; all zero where it is unknown. */
    NetworkFigures of(NetworkId network, LocalDate asOf);

    /** Only the sums of rule 10: quick enough for a page that is always open. */
    Conservation conservation(NetworkId network, LocalDate asOf);
}
