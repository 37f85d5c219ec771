package org.maillage.web.demo;

import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/** Chance that repeats: the same seed always falls the same way, in every Java. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** A number from 0 up to, not including, the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from the first to the last, both included. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    /** Whether something that happens so many times in a hundred happens now. */
    boolean percent(int times) {
        return random.nextInt(100) < times;
    }

    /** Whether something that happens so many times in a thousand happens now. */
    boolean permille(int times) {
        return random.nextInt(1_000) < times;
    }

    <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    /** One of several, each as often as it weighs; some weigh more than nothing. */
    <T> T weighted(List<T> among, ToIntFunction<T> weight) {
        var left = random.nextInt(among.stream().mapToInt(weight).sum());
        for (var one : among) {
            left -= weight.applyAsInt(one);
            if (left < 0) {
                return one;
            }
        }
        throw new IllegalStateException("a weight is negative");
    }
}
