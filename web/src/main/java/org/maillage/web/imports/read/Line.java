package org.maillage.web.imports.read;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Quantity;

/** What one line of a source tells. */
public sealed interface Line {

    /** Where it stands in its source, from 1: the line of a text, the commit of a log, the element of a list. */
    long number();

    /** Natural key of the row, which its source never uses twice; empty where it could not be read. */
    String key();

    /**
     * A contribution.
     *
     * @param key 1 to 150 characters; a keyed hash where the source names people in the clear
     * @param day the local day of the contribution
     * @param evidence an http or https address; null where none
     * @param validator who confirms it in the source, never its contributor; null where nobody does, so that it waits
     */
    record Row(
            long number,
            String key,
            SourcePerson contributor,
            LocalDate day,
            KindCode kind,
            Quantity quantity,
            @Nullable String evidence,
            @Nullable SourcePerson validator)
            implements Line {}

    /**
     * A line that is refused.
     *
     * @param detail what helps to find it, such as the name of a column; empty where there is nothing to add; never
     *     personal
     */
    record Rejected(long number, String key, Problem problem, String detail) implements Line {}
}
