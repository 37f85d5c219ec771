package org.maillage.web.contributions;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.maillage.ledger.value.Commune;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Standing;
import org.maillage.web.network.PlaceNames;
import org.springframework.stereotype.Component;

/** The commune of a claim: typed and shown by its name, held by its code. */
@Component
class ClaimPlaces {

    private static final int OFFERED = 500;

    private final Projections views;
    private final PlaceNames names;

    ClaimPlaces(Projections views, PlaceNames names) {
        this.views = views;
        this.names = names;
    }

    /** The form with the code of the commune that was typed; as it was typed where no one commune is meant. */
    ClaimForm coded(ClaimForm claim, Standing standing) {
        var typed = claim.text("commune");
        return typed.isEmpty()
                ? claim
                : names.code(typed, territory(standing))
                        .map(code -> claim.with("commune", code.value()))
                        .orElse(claim);
    }

    /**
     * Whether a form names no commune, or one that is known: any number may look like the code of one. What is left in a field
     * that its answer hides is not what is meant.
     */
    boolean isKnown(ClaimForm claim, Standing standing) {
        var code = claim.text("commune");
        return code.isEmpty()
                || !claim.text("where").equals("commune")
                || names.named(code).isPresent()
                || territory(standing).stream()
                        .anyMatch(commune -> commune.code().value().equals(code));
    }

    /** What the field of a form shows: the name of its code, else what was typed. */
    String shown(ClaimForm claim, Standing standing) {
        var held = claim.text("commune");
        var territory = territory(standing);
        return territory.stream()
                .filter(commune -> commune.code().value().equals(held))
                .findFirst()
                .map(commune -> offered(commune, territory))
                .or(() -> names.named(held).map(name -> name + " (" + held + ")"))
                .orElse(held);
    }

    /** Communes of the territory by name, for a field that completes them. */
    List<String> offered(Standing standing) {
        var territory = territory(standing);
        var alike = territory.stream().collect(Collectors.groupingBy(this::name, Collectors.counting()));
        return territory.stream()
                .map(commune -> said(commune, alike.getOrDefault(name(commune), 1L) > 1))
                .sorted()
                .limit(OFFERED)
                .toList();
    }

    private String offered(Commune commune, Collection<Commune> territory) {
        return said(
                commune,
                territory.stream().map(this::name).filter(name(commune)::equals).count() > 1);
    }

    // The code tells communes of one name apart.
    private String said(Commune commune, boolean severalOfTheName) {
        return severalOfTheName ? name(commune) + " (" + commune.code() + ")" : name(commune);
    }

    private String name(Commune commune) {
        return names.commune(commune).orElse(commune.code().value());
    }

    private Collection<Commune> territory(Standing standing) {
        return views.networks().territory(standing.network(), AsOf.NOW);
    }
}
