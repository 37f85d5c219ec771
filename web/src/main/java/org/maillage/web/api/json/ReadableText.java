package org.maillage.web.api.json;

/** Which texts the ledger keeps: those that every reader sees as they were written. */
public final class ReadableText {

    private ReadableText() {}

    /**
     * Whether it holds no control character but tab and line ends, no lone surrogate, no noncharacter, and none of the
     * marks that turn the direction of what follows (U+202A to U+202E, U+2066 to U+2069): with these, a text can show
     * something else than it says.
     */
    public static boolean is(String text) {
        return text.codePoints().allMatch(ReadableText::isReadable);
    }

    private static boolean isReadable(int point) {
        if (point == '\n' || point == '\r' || point == '\t') {
            return true;
        }
        boolean turns = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        boolean noncharacter = (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
        return !turns
                && !noncharacter
                && !Character.isISOControl(point)
                && Character.getType(point) != Character.SURROGATE;
    }
}
