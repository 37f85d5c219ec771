package org.maillage.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * A figure measured in several rounds of one run.
 *
 * @param name what it is
 * @param goal what it should reach, as text
 * @param rounds its value in each round
 * @param beside what was measured beside it, as text
 */
record Figure(String name, String goal, double[] rounds, String beside) {

    /** The middle value. */
    double median() {
        var sorted = rounds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @Override
    public String toString() {
        var sorted = rounds.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%-58s %8.2f  (%.2f – %.2f, %d rounds)  goal %s%n    %s",
                name,
                median(),
                sorted[0],
                sorted[sorted.length - 1],
                rounds.length,
                goal,
                beside);
    }
}
