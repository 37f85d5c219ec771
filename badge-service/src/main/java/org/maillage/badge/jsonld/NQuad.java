package org.maillage.badge.jsonld;

/**
 * Terms of RDF in canonical N-Quads (RDF Dataset Canonicalization 1.0, section 5, "Canonical form of N-Quads"): one
 * space between terms, escapes only where they must be.
 */
final class NQuad {

    private static final String STRING = "http://www.w3.org/2001/XMLSchema#string";

    private NQuad() {}

    static String iri(String iri) {
        return '<' + iri + '>';
    }

    /** A literal; xsd:string, the type of plain text, is left out. */
    static String literal(String text, String type) {
        return type.equals(STRING) ? literal(text) : literal(text) + "^^<" + type + '>';
    }

    static String literal(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c == 0x7f) {
                return escaped(text);
            }
        }
        return '"' + text + '"';
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16).append('"');
        for (var i = 0; i < text.length(); i++) {
            escape(text.charAt(i), escaped);
        }
        return escaped.append('"').toString();
    }

    private static void escape(char c, StringBuilder into) {
        switch (c) {
            case '\b' -> into.append("\\b");
            case '\t' -> into.append("\\t");
            case '\n' -> into.append("\\n");
            case '\f' -> into.append("\\f");
            case '\r' -> into.append("\\r");
            case '"' -> into.append("\\\"");
            case '\\' -> into.append("\\\\");
            default -> {
                if (c < ' ' || c == 0x7f) {
                    into.append(String.format("\\u%04X", (int) c));
                } else {
                    into.append(c);
                }
            }
        }
    }
}
