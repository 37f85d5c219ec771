package org.maillage.web.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.PlaceId;

/** A network with its places and organisations. */
record Terrain(Region region, NetworkId network, List<Spot> spots, List<Organisation> organisations) {

    /**
     * A place.
     *
     * @param phrase its name with its preposition, as it stands in a sentence
     */
    record Spot(PlaceId id, String phrase, String communeName, Commune commune) {}

    /**
     * An organisation.
     *
     * @param siret null for an informal collective
     */
    record Organisation(
            OrganisationId id, String name, @Nullable String siret) {}

    private static final List<String> PLACES = List.of(
            "à la médiathèque de %s",
            "au centre social de %s",
            "à la mairie de %s",
            "à l’atelier partagé de %s",
            "à la maison des associations de %s",
            "au foyer des Tilleuls, à %s",
            "à la gare de %s");

    private static final List<String> FORMAL = List.of(
            "Médiathèque de %s", "Centre social de %s", "Association Les Fils de %s", "Ville de %s", "Atelier de %s");

    private static final List<String> INFORMAL =
            List.of("Collectif des bricoleuses de %s", "Les voisins connectés de %s");

    static Terrain of(Region region, Ids ids) {
        var spots = new ArrayList<Spot>();
        for (var i = 0; i < PLACES.size(); i++) {
            var c = i % region.communes().size();
            var commune = region.communes().get(c);
            spots.add(new Spot(
                    ids.place(region.key() + "/" + i), PLACES.get(i).formatted(commune), commune, region.commune(c)));
        }
        return new Terrain(region, ids.network(region.key()), List.copyOf(spots), organisations(region, ids));
    }

    private static List<Organisation> organisations(Region region, Ids ids) {
        var organisations = new ArrayList<Organisation>();
        for (var i = 0; i < FORMAL.size() + INFORMAL.size(); i++) {
            var formal = i < FORMAL.size();
            var pattern = formal ? FORMAL.get(i) : INFORMAL.get(i - FORMAL.size());
            var commune = region.communes().get(i % region.communes().size());
            organisations.add(new Organisation(
                    ids.organisation(region.key() + "/" + i),
                    pattern.formatted(commune),
                    formal ? siret(region.number() * 10 + i) : null));
        }
        return List.copyOf(organisations);
    }

    /** Digits that hold their key (Luhn), of a range that is given to nobody: it starts with zeros. */
    private static String siret(int number) {
        var body = "%013d".formatted(number * 100L + 1);
        var sum = 0;
        for (var i = 0; i < body.length(); i++) {
            var digit = body.charAt(i) - '0';
            var weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return body + (10 - sum % 10) % 10;
    }
}
