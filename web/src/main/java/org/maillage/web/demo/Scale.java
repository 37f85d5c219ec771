package org.maillage.web.demo;

/**
 * How large the network is made.
 *
 * @param percent members and contributions, in hundredths of the full size; 10 to 100
 */
public record Scale(int percent) {

    /** Twelve regions, 2,300 members, about 10,000 contributions. */
    public static final Scale FULL = new Scale(100);

    public Scale {
        if (percent < 10 || percent > 100) {
            throw new IllegalArgumentException("the network is made at 10 to 100 hundredths of its size");
        }
    }

    /** So many of the full number. */
    int of(int full) {
        return full * percent / 100;
    }
}
