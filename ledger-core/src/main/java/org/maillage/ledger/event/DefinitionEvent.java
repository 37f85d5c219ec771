package org.maillage.ledger.event;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.StreamId;

/** The life of a badge's definition. Its texts are public and stand in the clear. */
public sealed interface DefinitionEvent extends BadgeEvent {

    /** The definition. */
    BadgeDefinitionId definition();

    @Override
    default StreamId stream() {
        return StreamId.of(definition());
    }

    /**
     * A badge was defined: its version 1.
     *
     * @param by the coordinator; null for a badge that the program ships
     * @param content all that the version says
     * @param shipped code of the badge in the program's catalogue, such as {@code lead.practice}; null for a network's own
     */
    @EventName("badge.defined.1")
    record Defined(
            BadgeDefinitionId definition,
            NetworkId network,
            @Nullable MemberId by,
            BadgeContent content,
            @Nullable String shipped)
            implements DefinitionEvent {}

    /**
     * The definition says something else from now on; no badge that was awarded changes.
     *
     * @param by the coordinator
     * @param version from 2, without gaps
     * @param content all that the version says
     */
    @EventName("badge.revised.1")
    record Revised(BadgeDefinitionId definition, NetworkId network, MemberId by, int version, BadgeContent content)
            implements DefinitionEvent {}

    /** The badge is awarded no more; what was awarded stays. {@code by} is the coordinator. */
    @EventName("badge.retired.1")
    record Retired(BadgeDefinitionId definition, NetworkId network, MemberId by) implements DefinitionEvent {}
}
