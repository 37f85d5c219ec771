package org.maillage.projection.queue;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Role;

/**
 * What of a queue is asked for.
 *
 * @param kind a share is of this kind; null for all
 * @param role a kind of it weighs on this role; null for all
 * @param text part of the claimant's name, or of the title of a claim as it is now, whatever its case and accents; null
 *     for all
 * @param communes INSEE codes that the text means too: a share took place in one of them; asked for with a text alone
 * @param called the kind that the text means too, which is called so; null for none
 */
public record QueueFilter(
        @Nullable KindCode kind,
        @Nullable Role role,
        @Nullable String text,
        Set<String> communes,
        @Nullable KindCode called) {

    /** Everything. */
    public static final QueueFilter ALL = new QueueFilter(null, null, null);

    public QueueFilter {
        communes = Set.copyOf(communes);
    }

    public QueueFilter(@Nullable KindCode kind, @Nullable Role role, @Nullable String text) {
        this(kind, role, text, Set.of(), null);
    }
}
