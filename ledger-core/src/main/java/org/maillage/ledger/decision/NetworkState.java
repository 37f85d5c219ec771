package org.maillage.ledger.decision;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.NetworkEvent;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;

/**
 * A network as decisions see it.
 *
 * @param exists whether it was created
 * @param parent null for none
 * @param zone zone of its civil days
 * @param kinds by code, in the order in which they came
 * @param coordinators members who may decide claims now
 * @param organisations registered ones
 * @param parentDecisions whether coordinators of the parent may decide where nobody uninvolved exists (rule 3)
 */
public record NetworkState(
        boolean exists,
        @Nullable NetworkId parent,
        ZoneId zone,
        Map<KindCode, Kind> kinds,
        Set<MemberId> coordinators,
        Set<OrganisationId> organisations,
        boolean parentDecisions) {

    static final NetworkState NONE = new NetworkState(false, null, ZoneOffset.UTC, Map.of(), Set.of(), Set.of(), false);

    /** Whether a member decides claims of this network now. */
    public boolean isCoordinator(MemberId member) {
        return coordinators.contains(member);
    }

    NetworkState evolve(NetworkEvent event) {
        return switch (event) {
            case NetworkEvent.Created e ->
                new NetworkState(true, e.parent(), e.zone(), byCode(e.kinds()), Set.of(), Set.of(), false);
            case NetworkEvent.TerritoryChanged _ -> this;
            case NetworkEvent.KindAdded e -> withKind(e.kind());
            case NetworkEvent.CoordinatorAppointed e -> withCoordinators(plus(coordinators, e.member()));
            case NetworkEvent.CoordinatorDismissed e -> withCoordinators(minus(coordinators, e.member()));
            case NetworkEvent.OrganisationRegistered e ->
                new NetworkState(
                        exists,
                        parent,
                        zone,
                        kinds,
                        coordinators,
                        plus(organisations, e.organisation()),
                        parentDecisions);
            case NetworkEvent.ParentDecisionsAllowed e ->
                new NetworkState(exists, parent, zone, kinds, coordinators, organisations, e.allowed());
        };
    }

    private NetworkState withCoordinators(Set<MemberId> now) {
        return new NetworkState(exists, parent, zone, kinds, now, organisations, parentDecisions);
    }

    private NetworkState withKind(Kind kind) {
        var more = new LinkedHashMap<>(kinds);
        more.put(kind.code(), kind);
        return new NetworkState(
                exists, parent, zone, Collections.unmodifiableMap(more), coordinators, organisations, parentDecisions);
    }

    private static Map<KindCode, Kind> byCode(List<Kind> kinds) {
        var map = new LinkedHashMap<KindCode, Kind>();
        kinds.forEach(kind -> map.put(kind.code(), kind));
        return Collections.unmodifiableMap(map);
    }

    private static <T> Set<T> plus(Set<T> set, T one) {
        var more = new HashSet<>(set);
        more.add(one);
        return Set.copyOf(more);
    }

    private static <T> Set<T> minus(Set<T> set, T one) {
        var fewer = new HashSet<>(set);
        fewer.remove(one);
        return Set.copyOf(fewer);
    }
}
