package org.maillage.projection.account;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.maillage.ledger.value.Measure;
import org.maillage.projection.fold.Row;

/** How a share's last issue was computed: a reversal takes back an amount and shows what it followed from. */
@MappedEntity("issue")
record IssueRow(
        UUID network,
        UUID share,
        Measure measure,
        int tariffVersion,
        long rate,
        String weights,
        String computation,
        long position)
        implements Row {

    @Override
    public Object group() {
        return share;
    }
}
