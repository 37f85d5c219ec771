package org.maillage.web.imports.read;

import java.util.Set;

/** What may stand in a cell. */
final class Texts {

    private static final int LONGEST_NAME = 120;

    private static final Set<Integer> UNSEEN = Set.of(
            (int) Character.FORMAT,
            (int) Character.SURROGATE,
            (int) Character.UNASSIGNED,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR);

    private Texts() {}

    /** Whether every character is one that people see; a tab is. */
    static boolean readable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x7f ? c < 0x20 && c != '\t' : hidden(text, i, c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
            }
        }
        return true;
    }

    /** A name cut to what the ledger takes, without the characters that nobody sees; null where nothing is left. */
    static String name(String text, String otherwise) {
        var clean = new StringBuilder(Math.min(text.length(), LONGEST_NAME));
        text.codePoints().filter(c -> !hidden(c)).limit(LONGEST_NAME).forEach(clean::appendCodePoint);
        var name = clean.toString().strip();
        while (name.length() > LONGEST_NAME) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return name.isEmpty() ? otherwise : name;
    }

    private static boolean hidden(String text, int at, char c) {
        if (!Character.isSurrogate(c)) {
            return hidden(c);
        }
        return !Character.isHighSurrogate(c)
                || at + 1 == text.length()
                || !Character.isLowSurrogate(text.charAt(at + 1))
                || hidden(text.codePointAt(at));
    }

    private static boolean hidden(int c) {
        if ((c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef) || c == 0xfffd) {
            return true;
        }
        int type = Character.getType(c);
        return (type == Character.CONTROL && c != '\t') || UNSEEN.contains(type);
    }
}
