package org.maillage.web.network;

import java.util.ArrayList;
import java.util.List;

/** What changes from one text to another, line by line: their longest common lines stay, the others come or go. */
final class TextDifference {

    // Texts with more changed lines than this are shown one whole after the other.
    private static final long MOST_PAIRS = 1_000_000;

    private TextDifference() {}

    /** What became of a line. */
    enum Fate {
        KEPT,
        ADDED,
        REMOVED
    }

    /** A line and what became of it. */
    record Line(Fate fate, String text) {}

    /** Lines of both texts in reading order; what went stands before what came. Empty lines are left out. */
    static List<Line> between(String before, String after) {
        return of(lines(before), lines(after));
    }

    /** The lines of a text that say something. */
    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static List<Line> of(List<String> before, List<String> after) {
        int start = 0;
        while (start < before.size()
                && start < after.size()
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < before.size() - start
                && end < after.size() - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        var all = new ArrayList<Line>();
        add(Fate.KEPT, before.subList(0, start), all);
        middle(before.subList(start, before.size() - end), after.subList(start, after.size() - end), all);
        add(Fate.KEPT, before.subList(before.size() - end, before.size()), all);
        return all;
    }

    private static void middle(List<String> before, List<String> after, List<Line> all) {
        if ((long) before.size() * after.size() > MOST_PAIRS) {
            add(Fate.REMOVED, before, all);
            add(Fate.ADDED, after, all);
            return;
        }
        var common = common(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            if (before.get(i).equals(after.get(j))) {
                all.add(new Line(Fate.KEPT, before.get(i++)));
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                all.add(new Line(Fate.REMOVED, before.get(i++)));
            } else {
                all.add(new Line(Fate.ADDED, after.get(j++)));
            }
        }
        add(Fate.REMOVED, before.subList(i, before.size()), all);
        add(Fate.ADDED, after.subList(j, after.size()), all);
    }

    /** For each pair of places, how many lines the rests after them have in common at most. */
    private static int[][] common(List<String> before, List<String> after) {
        var common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static void add(Fate fate, List<String> lines, List<Line> all) {
        lines.forEach(line -> all.add(new Line(fate, line)));
    }
}
