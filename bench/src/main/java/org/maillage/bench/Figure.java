package org.maillage.bench;

import java.util.List;
import java.util.Locale;

/**
 * A figure measured in several rounds of one run.
 *
 * @param name what it is
 * @param goal what it should reach, as text
 * @param rounds its value in each round, sorted
 * @param beside what was measured beside it, as text
 */
record Figure(String name, String goal, List<Double> rounds, String beside) {

    Figure {
        rounds = rounds.stream().sorted().toList();
    }

    /** The middle value. */
    double median() {
        return rounds.get(rounds.size() / 2);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-58s %8.2f  (%.2f – %.2f, %d rounds)  goal %s%n    %s",
                name,
                median(),
                rounds.getFirst(),
                rounds.getLast(),
                rounds.size(),
                goal,
                beside);
    }
}
