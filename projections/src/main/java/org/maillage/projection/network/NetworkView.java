package org.maillage.projection.network;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.BadgeEvent;
import org.maillage.ledger.event.ContributionEvent;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.GovernanceEvent;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.event.NetworkEvent;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.Kind;
import org.maillage.projection.WeightsText;
import org.maillage.projection.fold.Batch;
import org.maillage.projection.fold.Table;
import org.maillage.projection.fold.View;

/** Networks with kinds, territory, organisations, tariffs and charters. */
public final class NetworkView implements View {

    static final Table<NetworkRow> NETWORK = Table.of(NetworkRow.class, "network", "network");
    static final Table<TerritoryRow> TERRITORY = Table.of(TerritoryRow.class, "network", "network since");
    static final Table<KindRow> KIND = Table.of(KindRow.class, "code", "network code version");
    static final Table<OrganisationRow> ORGANISATION =
            Table.of(OrganisationRow.class, "organisation", "network organisation");
    static final Table<TariffRow> TARIFF = Table.of(TariffRow.class, "version", "network version");
    static final Table<TariffLineRow> TARIFF_LINE = Table.of(TariffLineRow.class, "version", "network version ordinal");
    static final Table<CharterRow> CHARTER = Table.of(CharterRow.class, "version", "network version");

    @Override
    public List<Table<?>> tables() {
        return List.of(NETWORK, TERRITORY, KIND, ORGANISATION, TARIFF, TARIFF_LINE, CHARTER);
    }

    /** The zone of an event's civil day: its network's, UTC for what concerns persons. */
    public static String zone(Recorded recorded, Batch batch) {
        var network = recorded.event().network();
        if (network == null) {
            return ZoneOffset.UTC.getId();
        }
        return recorded.event() instanceof NetworkEvent.Created created
                ? created.zone().getId()
                : batch.rows(NETWORK).get(network.value()).zone();
    }

    @Override
    public void need(Recorded recorded, Batch batch) {
        var network = Batch.partition(recorded.event());
        if (!network.equals(Batch.INSTALLATION)) {
            batch.rows(NETWORK).need(network, network);
        }
    }

    @Override
    public void apply(Recorded recorded, Batch batch) {
        switch (recorded.event()) {
            case NetworkEvent event -> apply(event, batch);
            case GovernanceEvent event -> apply(event, batch);
            case ContributionEvent _, CreditEvent _, MemberEvent _, PersonEvent _, BadgeEvent _ -> {}
        }
    }

    private static void apply(NetworkEvent event, Batch batch) {
        switch (event) {
            case NetworkEvent.Created created -> create(created, batch);
            case NetworkEvent.TerritoryChanged changed -> territory(changed.territory(), batch);
            case NetworkEvent.KindAdded added -> kind(added.kind(), 0, batch);
            case NetworkEvent.OrganisationRegistered registered ->
                batch.rows(ORGANISATION)
                        .add(new OrganisationRow(
                                batch.network(),
                                registered.organisation().value(),
                                registered.name(),
                                registered.siret(),
                                registered.informal(),
                                batch.on(),
                                batch.position()));
            case NetworkEvent.ParentDecisionsAllowed decisions -> {
                var networks = batch.rows(NETWORK);
                networks.put(networks.get(batch.network()).withParentDecides(decisions.allowed(), batch.position()));
            }
            case NetworkEvent.CoordinatorAppointed _, NetworkEvent.CoordinatorDismissed _ -> {}
        }
    }

    private static void create(NetworkEvent.Created created, Batch batch) {
        batch.rows(NETWORK)
                .put(new NetworkRow(
                        batch.network(),
                        created.name(),
                        uuid(created.parent()),
                        created.zone().getId(),
                        batch.on(),
                        false,
                        batch.position()));
        territory(created.territory(), batch);
        int ordinal = 0;
        for (var kind : created.kinds()) {
            kind(kind, ordinal++, batch);
        }
    }

    private static void territory(Set<Commune> communes, Batch batch) {
        batch.rows(TERRITORY)
                .put(new TerritoryRow(
                        batch.network(), batch.on(), batch.on(), TerritoryRow.text(communes), batch.position()));
    }

    private static void kind(Kind kind, int ordinal, Batch batch) {
        batch.rows(KIND)
                .add(new KindRow(
                        batch.network(),
                        kind.code().value(),
                        kind.version(),
                        kind.measure(),
                        kind.label(),
                        ordinal,
                        batch.on(),
                        batch.position()));
    }

    private static void apply(GovernanceEvent event, Batch batch) {
        switch (event) {
            case GovernanceEvent.TariffAdopted adopted -> adopt(adopted, batch);
            case GovernanceEvent.CharterPublished published ->
                batch.rows(CHARTER)
                        .add(new CharterRow(
                                batch.network(),
                                published.version(),
                                uuid(published.by()),
                                published.text(),
                                batch.on(),
                                batch.position()));
        }
    }

    private static void adopt(GovernanceEvent.TariffAdopted adopted, Batch batch) {
        batch.rows(TARIFF)
                .add(new TariffRow(
                        batch.network(),
                        adopted.version(),
                        adopted.effective(),
                        adopted.adoptedOn(),
                        uuid(adopted.by()),
                        adopted.paidTimeToFund(),
                        adopted.floor().hundredths(),
                        adopted.note(),
                        batch.on(),
                        batch.position()));
        int ordinal = 0;
        for (var line : adopted.lines()) {
            batch.rows(TARIFF_LINE)
                    .add(new TariffLineRow(
                            batch.network(),
                            adopted.version(),
                            ordinal++,
                            line.kind().value(),
                            line.rate(),
                            line.dailyCap(),
                            WeightsText.write(line.weights()),
                            batch.position()));
        }
    }

    private static @Nullable UUID uuid(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
