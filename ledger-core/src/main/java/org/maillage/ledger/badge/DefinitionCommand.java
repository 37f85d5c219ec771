package org.maillage.ledger.badge;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

/** What can be asked about the badges that a network defines. */
public sealed interface DefinitionCommand extends BadgeCommand {

    BadgeDefinitionId definition();

    /**
     * Defines a badge; by a coordinator, or by null from the program for a badge that it ships.
     *
     * @param shipped its code in the program's catalogue; null for a network's own
     */
    record Define(
            BadgeDefinitionId definition,
            NetworkId network,
            @Nullable MemberId by,
            BadgeContent content,
            @Nullable String shipped)
            implements DefinitionCommand {}

    /** Says it otherwise from now on; by a coordinator. {@code version} is the next one. */
    record Revise(BadgeDefinitionId definition, NetworkId network, MemberId by, int version, BadgeContent content)
            implements DefinitionCommand {}

    /** Awards it no more; by a coordinator. */
    record Retire(BadgeDefinitionId definition, NetworkId network, MemberId by) implements DefinitionCommand {}
}
