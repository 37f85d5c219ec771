package org.maillage.web.profile;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name in the address of a public page, chosen by the person: 3 to 30 of a to z, 0 to 9 and single hyphens between
 * them, so that it is read aloud and typed without doubt and no letter passes for another.
 */
record Pseudo(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 30;

    /** What would pass for a page of the site, or for somebody who speaks for it. */
    private static final Set<String> RESERVED = Set.of(
            "accessibilite",
            "admin",
            "administrateur",
            "administration",
            "administrator",
            "aide",
            "anonyme",
            "api",
            "badge",
            "badges",
            "bareme",
            "besoins",
            "carte",
            "charte",
            "compte",
            "confiance",
            "connexion",
            "contact",
            "contributions",
            "coordination",
            "css",
            "declarer",
            "donnees",
            "entrer",
            "erreur",
            "error",
            "fonds",
            "fonds-commun",
            "guide",
            "help",
            "icons",
            "images",
            "info",
            "inscription",
            "js",
            "legal",
            "logout",
            "maillage",
            "mailles",
            "materiel",
            "membres",
            "mentions-legales",
            "merci",
            "modo",
            "moderation",
            "moi",
            "null",
            "observatoire",
            "officiel",
            "offres",
            "portrait",
            "postmaster",
            "preferences",
            "profil",
            "profile",
            "public",
            "registre",
            "rejoindre",
            "rencontres",
            "reseau",
            "root",
            "securite",
            "security",
            "static",
            "support",
            "system",
            "systeme",
            "test",
            "undefined",
            "verifier",
            "webjars",
            "webmaster",
            "www");

    Pseudo {
        if (!isForm(value)) {
            throw new IllegalArgumentException("no pseudo: " + value);
        }
    }

    /** Reads what somebody typed, whatever its case; empty where it is no pseudo. Reserved words are read too. */
    static Optional<Pseudo> read(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        return isForm(text) ? Optional.of(new Pseudo(text)) : Optional.empty();
    }

    private static boolean isForm(String text) {
        return text.length() >= SHORTEST
                && text.length() <= LONGEST
                && FORM.matcher(text).matches();
    }

    /** Whether nobody may bear it. */
    boolean reserved() {
        return RESERVED.contains(value) || RESERVED.contains(value.replace("-", ""));
    }

    @Override
    public String toString() {
        return value;
    }
}
