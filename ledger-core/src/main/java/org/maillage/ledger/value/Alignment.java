package org.maillage.ledger.value;

import java.util.regex.Pattern;

/**
 * A competence of a public framework that a badge speaks of.
 *
 * @param framework whose it is
 * @param code the framework's own code, such as {@code 2.3}: 1 to 80 characters of letters, digits and . - / : _
 */
public record Alignment(Framework framework, String code) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./:_-]{0,79}");

    /** A framework of competences. */
    public enum Framework {
        /** DigComp 2.2, the European framework of digital competence */
        DIGCOMP_2_2,
        /** Pix, the French one */
        PIX,
        /** ESCO, the European classification of skills and occupations */
        ESCO
    }

    public Alignment {
        if (!CODE.matcher(code).matches()) {
            throw new Malformed("a competence's code has 1 to 80 characters of letters, digits and . - / : _");
        }
    }
}
