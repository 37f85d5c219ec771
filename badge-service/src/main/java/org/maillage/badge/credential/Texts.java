package org.maillage.badge.credential;

import java.net.URI;

/** What people wrote, and addresses, in the form in which every processor signs them alike. */
final class Texts {

    private Texts() {}

    /**
     * The text with line breaks as line feeds and every other control character as a space: processors differ in how
     * they escape those, and then in what they sign. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.
     */
    static String plain(String text) {
        var clean = true;
        for (var i = 0; i < text.length() && clean; i++) {
            var c = text.charAt(i);
            clean = !Character.isSurrogate(c) && (c == '\n' || !Character.isISOControl(c));
        }
        return clean ? text : rewritten(text.replace("\r\n", "\n"));
    }

    private static String rewritten(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.getType(c) == Character.SURROGATE) {
                plain.append('\ufffd');
            } else if (c == '\r') {
                plain.append('\n');
            } else if (c != '\n' && Character.isISOControl(c)) {
                plain.append(' ');
            } else {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }

    /**
     * An absolute IRI in ASCII.
     *
     * @throws IllegalArgumentException for one that is relative, or that holds dot segments: processors may shorten them
     */
    static String iri(URI uri) {
        var iri = uri.toASCIIString();
        if (!uri.isAbsolute() || iri.contains("/./") || iri.contains("/../")) {
            throw new IllegalArgumentException("not an absolute address: " + iri);
        }
        return iri;
    }
}
