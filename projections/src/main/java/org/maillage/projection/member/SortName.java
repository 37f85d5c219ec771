package org.maillage.projection.member;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names as they are ordered and searched: lower case, without accents. */
public final class SortName {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SortName() {}

    public static String of(String name) {
        var plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return plain.toLowerCase(Locale.FRENCH).strip();
    }

    /** Patterns of LIKE, with spaces between them, each of which finds a word of a text anywhere in such a name. */
    public static String patterns(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1))
                .map(SortName::pattern)
                .collect(Collectors.joining(" "));
    }

    /** A pattern of LIKE that finds a text anywhere in such a name. */
    public static String pattern(String text) {
        return "%" + of(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
