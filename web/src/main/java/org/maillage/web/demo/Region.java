package org.maillage.web.demo;

import java.util.List;
import java.util.Locale;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.InseeCode;

/**
 * A regional network as it is drawn on paper. Names of regions and communes are invented; so are the codes of the
 * communes, which stand in a département that does not exist (96).
 *
 * @param number 1 to 12; 0 is the parent, which nests the twelve
 * @param domain of its people's e-mail addresses, which lead nowhere
 * @param communes names of its communes; the first is the largest
 * @param members how many at full size
 */
record Region(int number, String name, String domain, List<String> communes, int members) {

    static final Region PARENT =
            new Region(0, "Maillage des Douze Rives", "douze-rives.example", List.of("Montbrellin"), 25);

    static final List<Region> TWELVE = List.of(
            of(1, "Réseau du Val d’Arcelle", "Montbrellin,Corvenne,Saint-Aubrelle,Vaudrécy,Plessigny", 240),
            of(2, "Réseau des Hauts de Brévanne", "Brévanne,Maurvilly,Tarsenne,Locquerny,Chantebrune", 230),
            of(3, "Réseau de la Côte de Lismère", "Port-Lisel,Grévennes,Saint-Corvin,Plouvarn,Bréhannic", 215),
            of(4, "Réseau du Pays de Sourdelle", "Sourdelle,Fontcassy,Marvézac,Puyrillon,Castelbruc", 210),
            of(5, "Réseau des Plaines de Vernoise", "Vernoise,Baudricelle,Ronquemelle,Méricelles,Walmenchies", 205),
            of(6, "Réseau des Monts de Calvière", "Calvière,Rochebrisse,Pontarlise,Valsenège,Saint-Jorme", 200),
            of(7, "Réseau du Delta de Lisonne", "Lisonne,Maguerole,Saintes-Barques,Fosserane,Salindrelle", 195),
            of(8, "Réseau des Îles de Tambrelle", "Tambrelle,Grand-Vent,Pointe-Cassine,Baie-Murelle,Morne-Lajou", 190),
            of(9, "Réseau de la Vallée de Trémolle", "Trémolle,Jarzelay,Candrelles,Beaufrenay,Montrevy", 180),
            of(10, "Réseau du Plateau de Quérignac", "Quérignac,Rocaduelle,Lauzerbe,Figeasse,Nauvialle", 165),
            of(11, "Réseau des Marais de Baldanne", "Baldanne,Maransil,Courlonges,Taugonde,Vixanne", 145),
            of(12, "Réseau de la Forêt de Smeray", "Smeray,Lunevelle,Bitchemont,Haguenelle,Gérarmont", 125));

    private static final int YEAR = 2025;

    private static Region of(int number, String name, String communes, int members) {
        var words = name.toLowerCase(Locale.ROOT).split(" ", -1);
        var domain = Naming.plain(words[words.length - 1]) + ".example";
        return new Region(number, name, domain, List.of(communes.split(",", -1)), members);
    }

    /** What names it in keys and ids. */
    String key() {
        return "r" + number;
    }

    boolean isParent() {
        return number == 0;
    }

    /** The commune of that place in the list. */
    Commune commune(int index) {
        return new Commune(new InseeCode("96%03d".formatted(number * 10 + index + 1)), YEAR);
    }
}
