package org.maillage.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * So many attempts in so long, for each key by itself. It is kept in memory: at most 200,000 keys, the oldest
 * forgotten first.
 */
public final class Throttle {

    private final long attempts;
    private final Duration period;
    private final Cache<String, Bucket> buckets;

    public Throttle(long attempts, Duration period) {
        this.attempts = attempts;
        this.period = period;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(200_000)
                .expireAfterAccess(period)
                .build();
    }

    /** Takes one attempt of a key; false where none is left. */
    public boolean allows(String key) {
        return buckets.get(key, _ -> bucket()).tryConsume(1);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, period))
                .build();
    }
}
