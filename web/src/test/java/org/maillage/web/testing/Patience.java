package org.maillage.web.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long tests wait for what happens by itself. */
public final class Patience {

    private Patience() {}

    /** Waits for at most a minute: a busy machine needs longer than the ten seconds that are usual. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }
}
