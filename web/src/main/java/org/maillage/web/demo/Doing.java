package org.maillage.web.demo;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.network.ShippedKinds;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;

/** What people do: a kind, how often and how long, and what is said with it. */
enum Doing {
    WORKSHOP_LED(20, true, 0, 90, 120, 120, 150, 180),
    TRAINING_GIVEN(6, true, 5, 120, 180, 210, 240),
    ACCOMPANIMENT(13, false, 10, 30, 45, 60, 60, 90),
    COMPANIONSHIP(5, false, 5, 60, 90, 120, 180),
    DROP_IN(11, true, 0, 120, 150, 180, 210),
    RESOURCE_CREATED(6, false, 70, 60, 120, 180, 240),
    DIGITAL_COMMONS(6, false, 60, 60, 90, 120),
    TRIAL(5, false, 30, 30, 45, 60, 90),
    REVIEW(7, false, 85, 20, 30, 45, 60, 90),
    DISSEMINATION(5, true, 20, 45, 60, 90, 120),
    DOCUMENTATION(3, false, 75, 45, 60, 90, 120),
    TRANSLATION(2, false, 90, 60, 90, 120),
    WATCH(3, false, 95, 30, 45, 60),
    CONNECTION(4, false, 40, 30, 45, 60, 90),
    COORDINATION(3, false, 40, 60, 90, 120),
    GOVERNANCE(2, false, 35, 90, 120, 180),
    VALIDATION(1, false, 80, 60, 90, 120),
    LOAN(4, false, 0, 20, 30, 45, 60),
    REPAIR(5, false, 0, 45, 60, 90, 150),
    MAINTENANCE(3, false, 10, 60, 90, 120),
    WELCOME(4, true, 0, 60, 90, 120, 180),
    LOGISTICS(4, false, 0, 60, 90, 120, 180),
    /** a kind that the regional networks add: counted in sheets, not in time */
    SHEET_REVIEWED(3, false, 90, 3, 4, 5, 6, 8, 12);

    /** The kind that the regional networks add with version 2 of their tariff. */
    static final Kind SHEETS = new Kind(new KindCode("sheet-reviewed"), Measure.COUNT, "Fiche relue", 1);

    /** Its weights. */
    static final RoleWeights SHEETS_WEIGHTS = RoleWeights.all(Role.REVIEW);

    private static final Map<KindCode, RoleWeights> SHIPPED =
            ShippedKinds.tariff().stream().collect(Collectors.toMap(TariffLine::kind, TariffLine::weights));

    private static final Set<Doing> HELPING = EnumSet.of(ACCOMPANIMENT, COMPANIONSHIP, REPAIR);

    private final int weight;
    private final boolean beforePeople;
    private final int remotePercent;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<Integer> lengths;

    Doing(int weight, boolean beforePeople, int remotePercent, Integer... lengths) {
        this.weight = weight;
        this.beforePeople = beforePeople;
        this.remotePercent = remotePercent;
        this.lengths = List.of(lengths);
    }

    KindCode kind() {
        return new KindCode(code());
    }

    /** The code of its kind, which names its texts too. */
    String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** How often, against the others. */
    int weight() {
        return weight;
    }

    /** Whether people are there to be counted, and preparation is usual. */
    boolean beforePeople() {
        return beforePeople;
    }

    int remotePercent() {
        return remotePercent;
    }

    /** Minutes, or units. */
    List<Integer> lengths() {
        return lengths;
    }

    boolean counts() {
        return this == SHEET_REVIEWED;
    }

    /** Whether somebody may be named as helped. */
    boolean helps() {
        return HELPING.contains(this);
    }

    /** The roles on which its kind weighs. */
    Set<Role> roles() {
        return SHIPPED.getOrDefault(kind(), SHEETS_WEIGHTS).basisPoints().keySet();
    }
}
