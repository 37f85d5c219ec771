package org.maillage.bench;

import java.util.List;

/**
 * A point of a plot: the middle of what several rounds measured.
 *
 * @param plot which plot it is of
 * @param series which line of the plot
 * @param x its place on the line
 * @param rounds what was measured there in each round, sorted
 */
record Point(String plot, String series, double x, List<Double> rounds) {

    /** Throughput against writers. */
    static final String WRITERS = "writers";

    /** Cost against members. */
    static final String MEMBERS = "members";

    Point {
        rounds = rounds.stream().sorted().toList();
    }

    double median() {
        return rounds.get(rounds.size() / 2);
    }
}
