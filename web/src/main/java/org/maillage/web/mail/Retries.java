package org.maillage.web.mail;

import java.time.Duration;

/** How often a letter that the mail server does not take is tried again: for about three days. */
public final class Retries {

    /** A letter that was refused so often is not tried again. */
    public static final int MOST = 20;

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);

    private Retries() {}

    /** How long a letter rests that was refused so many times before: a minute, then twice as long each time. */
    public static Duration rest(int tries) {
        var rest = FIRST.multipliedBy(1L << Math.min(tries, MOST));
        return rest.compareTo(LONGEST) < 0 ? rest : LONGEST;
    }
}
