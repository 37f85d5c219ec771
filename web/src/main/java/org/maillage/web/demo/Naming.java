package org.maillage.web.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of people: each pair of a first name and an invented family name is used once. */
final class Naming {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z0-9]+");

    private static final List<String> FIRST =
            List.of(("Adèle,Aïcha,Alban,Amadou,Amina,Anaïs,Annick,Apolline,Arsène,Awa,Bachir,Basile,Bérénice,Brahim,"
                + "Camille,Céleste,Cyprien,Dalila,Denis,Djibril,Edmée,Elias,Éloïse,Fatou,Félix,Firmin,Florette,Gaël,"
                + "Gisèle,Hakim,Hortense,Idriss,Ilan,Irène,Jade,Joris,Kenza,Khadija,Lazare,Leïla,Lilian,Lison,Lucien,"
                + "Maïwenn,Malik,Marceau,Marthe,Mathurin,Mehdi,Mina,Moussa,Nahel,Noémie,Nour,Odette,Oscar,Pélagie,"
                + "Quentin,Rachid,Rosine,Sabri,Salomé,Séraphine,Soizic,Tanguy,Thi-Lan,Ulysse,Violette,Yanis,Zélie")
                    .split(",", -1));

    private static final List<String> FAMILY =
            List.of(("Arvelin,Bressandier,Corvaize,Dambrelle,Estramin,Foulcasse,Garrinel,Hautevrille,Imberac,Jalouvert,"
                + "Kermandel,Lorvaise,Maudrelle,Narquevin,Ormézan,Pradinelle,Quervaux,Roquemaille,Sarvière,Talmandier,Urvillac,Vergadelle,Wastrelin,Ybarnou,Zévallin,Aboukader,Benchérif,Coulibrou,Diarrasol,El"
                + " Mansari,"
                + "Fofanel,Guendouzel,Haddarin,Issoufal,Jabrilane,Konatelle,Lahmiri,Mbodjel,Nguyembe,Ouattarin,"
                + "Pham-Lorin,Rakotovel,Saïdoune,Tran-Mérou,Zerrouki-Bel,Albregatti,Bortolusse,Cazzarelli,Demircelan,"
                + "Fernandoz,Gonzalvet,Kowalcze,Lindquerre,Mirandol,Novakova-Roy,Oliveirac,Petrosque,Rodrigalle,"
                + "Silvestrac,Vandermoule,Bricquenay,Chantelouvre,Dormelay,Fressanges,Grandvalet,Lanquetille,"
                + "Montaugier,Puisserel,Tourvaudan")
                    .split(",", -1));

    /** A step through all pairs that has no factor in common with their number, so that none comes twice. */
    private static final int STRIDE = 1_009;

    private Naming() {}

    /** The full name with this number; another number, another name, up to the number of pairs. */
    static String of(int number) {
        var pairs = FIRST.size() * FAMILY.size();
        var pair = (int) ((long) number * STRIDE % pairs);
        return FIRST.get(pair % FIRST.size()) + " " + FAMILY.get(pair / FIRST.size());
    }

    /** Without accents, spaces or capitals: part of an address. */
    static String plain(String name) {
        var bare = MARKS.matcher(Normalizer.normalize(name.replace("œ", "oe"), Normalizer.Form.NFD))
                .replaceAll("");
        var plain = NOT_PLAIN.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(".");
        return plain.replaceAll("^\\.|\\.$", "");
    }
}
