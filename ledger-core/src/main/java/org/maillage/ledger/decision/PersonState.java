package org.maillage.ledger.decision;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;

/**
 * A person as decisions see them.
 *
 * @param registered whether they can sign in
 * @param administrator whether they administer the installation
 * @param memberships one for each network
 */
public record PersonState(boolean registered, boolean administrator, Map<NetworkId, MemberId> memberships) {

    static final PersonState NONE = new PersonState(false, false, Map.of());

    PersonState evolve(PersonEvent event) {
        return switch (event) {
            case PersonEvent.Registered _ -> new PersonState(true, administrator, memberships);
            case PersonEvent.AdministratorAppointed _ -> new PersonState(registered, true, memberships);
            case PersonEvent.MembershipHeld e -> {
                var more = new HashMap<>(memberships);
                more.put(e.of(), e.member());
                yield new PersonState(registered, administrator, Map.copyOf(more));
            }
            case PersonEvent.MembershipLinked _ -> this;
        };
    }

    /**
     * Whose a membership is.
     *
     * @param person null while it is nobody's
     */
    public record Holder(@Nullable PersonId person) {

        static final Holder NOBODY = new Holder(null);

        Holder evolve(PersonEvent event) {
            return switch (event) {
                case PersonEvent.MembershipLinked e -> new Holder(e.person());
                case PersonEvent.Registered _, PersonEvent.AdministratorAppointed _, PersonEvent.MembershipHeld _ ->
                    this;
            };
        }
    }
}
