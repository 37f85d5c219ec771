package org.maillage.projection.network;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.InseeCode;
import org.maillage.projection.fold.Dated;

/**
 * A network's territory while it stands.
 *
 * @param communes codes with their year, such as {@code 51108@2024 51454@2024}, sorted
 */
@MappedEntity("territory")
record TerritoryRow(UUID network, LocalDate since, LocalDate until, String communes, long position)
        implements Dated<TerritoryRow> {

    @Override
    public Object group() {
        return network;
    }

    @Override
    public TerritoryRow during(LocalDate from, LocalDate to) {
        return new TerritoryRow(network, from, to, communes, position);
    }

    static String text(Set<Commune> communes) {
        return communes.stream()
                .map(commune -> commune.code() + "@" + commune.year())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    static Set<Commune> communes(String communes) {
        var set = new LinkedHashSet<Commune>();
        if (!communes.isEmpty()) {
            for (var commune : communes.split(" ", -1)) {
                var at = commune.indexOf('@');
                set.add(new Commune(
                        new InseeCode(commune.substring(0, at)), Integer.parseInt(commune.substring(at + 1))));
            }
        }
        return set;
    }
}
