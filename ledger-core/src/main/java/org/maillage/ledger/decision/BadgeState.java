package org.maillage.ledger.decision;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.DefinitionEvent;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.NetworkId;

/**
 * A badge's definition as decisions see it.
 *
 * @param network null before it is defined
 * @param versions what each version says, from version 1 on
 * @param retired whether it is awarded no more
 */
public record BadgeState(@Nullable NetworkId network, List<BadgeContent> versions, boolean retired) {

    static final BadgeState NONE = new BadgeState(null, List.of(), false);

    /** Whether it is a badge of that network. */
    public boolean isOf(NetworkId other) {
        return other.equals(network);
    }

    /** The number of its newest version; 0 where there is none. */
    public int newest() {
        return versions.size();
    }

    /** What the newest version says. */
    public BadgeContent content() {
        return versions.getLast();
    }

    BadgeState evolve(DefinitionEvent event) {
        return switch (event) {
            case DefinitionEvent.Defined e -> new BadgeState(e.network(), List.of(e.content()), false);
            case DefinitionEvent.Revised e -> {
                var more = new ArrayList<>(versions);
                more.add(e.content());
                yield new BadgeState(network, List.copyOf(more), retired);
            }
            case DefinitionEvent.Retired _ -> new BadgeState(network, versions, true);
        };
    }
}
