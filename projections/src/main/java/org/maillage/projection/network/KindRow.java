package org.maillage.projection.network;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Measure;
import org.maillage.projection.fold.Row;

/**
 * A version of a kind.
 *
 * @param ordinal place among the kinds of its event
 */
@MappedEntity("kind")
record KindRow(
        UUID network,
        String code,
        int version,
        Measure measure,
        String label,
        int ordinal,
        LocalDate recordedOn,
        long position)
        implements Row {

    @Override
    public Object group() {
        return code;
    }

    Kind asKind() {
        return new Kind(new KindCode(code), measure, label, version);
    }
}
