package org.maillage.web.profile;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many times anybody changed what they show, for whoever keeps what was read of it. */
@Component
public final class ProfileChanges {

    // What another process let somebody change is seen here within it.
    private static final long LOOKED_AT = Duration.ofMillis(500).toNanos();

    private final JdbcClient jdbc;
    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime() - LOOKED_AT);
    private final AtomicLong known = new AtomicLong();

    ProfileChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something was changed: nothing that was kept before holds any longer. */
    void happened() {
        see(jdbc.sql("select nextval('web.profile_change')").query(Long.class).single());
    }

    /** The number of the last change: at once what this process changed, and within half a second what others did. */
    public long last() {
        long now = System.nanoTime();
        long before = lookedAt.get();
        if (now - before > LOOKED_AT && lookedAt.compareAndSet(before, now)) {
            see(jdbc.sql("select last_value from web.profile_change")
                    .query(Long.class)
                    .single());
        }
        return known.get();
    }

    private void see(long change) {
        known.accumulateAndGet(change, Math::max);
    }
}
