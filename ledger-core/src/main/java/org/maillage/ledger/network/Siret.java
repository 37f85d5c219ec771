package org.maillage.ledger.network;

/** The number of an establishment in France (INSEE): 14 digits with a Luhn key. */
public final class Siret {

    private static final String LA_POSTE = "356000000";

    private Siret() {}

    /** Whether the digits hold their key; those of La Poste sum to a multiple of five instead. */
    public static boolean isValid(String siret) {
        if (siret.length() != 14 || !siret.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        if (siret.startsWith(LA_POSTE) && siret.chars().map(c -> c - '0').sum() % 5 == 0) {
            return true;
        }
        var sum = 0;
        for (var i = 0; i < 14; i++) {
            var digit = siret.charAt(i) - '0';
            var weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
