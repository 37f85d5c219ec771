package org.maillage.web.network;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.maillage.ledger.value.Commune;

/**
 * The communes of a territory as people read them: by name, under the départements that they stand in.
 *
 * @param parts by name of the département; the one without a name last
 */
record Territory(List<Part> parts, int communes) {

    /**
     * The communes of one département.
     *
     * @param name empty where the code belongs to none
     * @param communes names, or the code where there is none, in order
     */
    record Part(String name, List<String> communes) {}

    static Territory of(Collection<Commune> territory, PlaceNames names) {
        var byName = new TreeMap<String, List<String>>(Collator.getInstance(Locale.FRENCH));
        for (var commune : territory) {
            byName.computeIfAbsent(names.departement(commune).orElse(""), _ -> new ArrayList<>())
                    .add(names.commune(commune).orElse(commune.code().value()));
        }
        var parts = new ArrayList<Part>();
        byName.forEach((departement, communes) -> {
            communes.sort(Collator.getInstance(Locale.FRENCH));
            parts.add(new Part(departement, List.copyOf(communes)));
        });
        parts.sort((a, b) -> Boolean.compare(a.name().isEmpty(), b.name().isEmpty()));
        return new Territory(List.copyOf(parts), territory.size());
    }
}
