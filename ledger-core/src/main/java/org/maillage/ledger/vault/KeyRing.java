package org.maillage.ledger.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.maillage.ledger.value.MemberId;

/**
 * The keys of memberships as the vault uses them: unwrapped, and kept in memory for a while. A key that another process
 * destroyed is forgotten here after {@link #KEPT} at the latest.
 */
final class KeyRing {

    static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 100_000;
    private static final byte WRAP_VERSION = 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MemberKeys keys;
    private final String masterKeyId;
    private final SecretKey wrappingKey;

    /** Empty for a destroyed key. */
    private final Cache<MemberId, Optional<SecretKey>> cache =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    KeyRing(MemberKeys keys, MasterKey master) {
        this.keys = keys;
        this.masterKeyId = master.id();
        this.wrappingKey = master.derive("wrap");
    }

    /**
     * Loads the keys of these memberships, and makes, durably, those that are missing: two round trips at most.
     *
     * @return the key of each; empty where it was destroyed
     */
    Map<MemberId, Optional<SecretKey>> prepare(Collection<MemberId> members) {
        var ring = new HashMap<>(cache.getAllPresent(members));
        var missing = members.stream()
                .filter(member -> !ring.containsKey(member))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            var found = keys.find(missing);
            remember(found, ring);
            var fresh = new HashMap<MemberId, StoredKey.Wrapped>();
            for (var member : missing) {
                if (!found.containsKey(member)) {
                    fresh.put(member, wrapNew(member));
                }
            }
            remember(fresh.isEmpty() ? Map.of() : keys.keepIfAbsent(fresh), ring);
        }
        return ring;
    }

    /** Loads those keys of these memberships that there are, in one round trip, and makes none. */
    void load(Set<MemberId> members) {
        var ring = new HashMap<>(cache.getAllPresent(members));
        var missing =
                members.stream().filter(member -> !ring.containsKey(member)).toList();
        remember(keys.find(missing), ring);
    }

    /** The keys of these memberships, in order; missing ones are made. @throws KeyDestroyed if one was destroyed */
    List<SecretKey> toSeal(List<MemberId> members) {
        var ring = prepare(members);
        return members.stream()
                .map(member -> ring.getOrDefault(member, Optional.empty()).orElseThrow(() -> new KeyDestroyed(member)))
                .toList();
    }

    /** The keys of these memberships, in order; empty unless all are there. */
    Optional<List<SecretKey>> toOpen(List<MemberId> members) {
        var ring = new HashMap<>(cache.getAllPresent(members));
        if (ring.size() < members.size()) {
            remember(keys.find(members), ring);
        }
        var opened = members.stream()
                .flatMap(member -> ring.getOrDefault(member, Optional.empty()).stream())
                .toList();
        return opened.size() == members.size() ? Optional.of(opened) : Optional.empty();
    }

    void destroy(MemberId member) {
        keys.destroy(member);
        // Put rather than evicted: whoever read the key a moment ago may be about to remember it.
        cache.put(member, Optional.empty());
    }

    void evict(MemberId member) {
        cache.invalidate(member);
    }

    void checkMasterKey() {
        if (keys.anyWrappedByOther(masterKeyId)) {
            throw otherMasterKey();
        }
    }

    /** What another thread has put meanwhile wins: it may be that the key was destroyed. */
    private void remember(Map<MemberId, StoredKey> stored, Map<MemberId, Optional<SecretKey>> ring) {
        stored.forEach((member, key) -> {
            var read = switch (key) {
                case StoredKey.Wrapped wrapped -> Optional.of(unwrap(member, wrapped));
                case StoredKey.Destroyed _ -> Optional.<SecretKey>empty();
            };
            var earlier = cache.asMap().putIfAbsent(member, read);
            ring.put(member, earlier == null ? read : earlier);
        });
    }

    /** A new random key: version, nonce, ciphertext and tag, bound to its member so that no two can be exchanged. */
    private StoredKey.Wrapped wrapNew(MemberId member) {
        var key = new byte[MasterKey.LENGTH];
        RANDOM.nextBytes(key);
        var wrapped = ByteBuffer.allocate(1 + AesGcm.sizeOf(key.length)).put(WRAP_VERSION);
        AesGcm.encrypt(wrappingKey, key, Envelope.idBytes(member), wrapped);
        return new StoredKey.Wrapped(wrapped.array(), masterKeyId);
    }

    private SecretKey unwrap(MemberId member, StoredKey.Wrapped stored) {
        if (!stored.masterKeyId().equals(masterKeyId)) {
            throw otherMasterKey();
        }
        var wrapped = ByteBuffer.wrap(stored.bytes());
        if (!wrapped.hasRemaining() || wrapped.get() != WRAP_VERSION) {
            throw new IllegalStateException("the key of " + member + " is wrapped in a way that is not known here");
        }
        return AesGcm.decrypt(wrappingKey, wrapped, Envelope.idBytes(member))
                .map(key -> new SecretKeySpec(key, "AES"))
                .orElseThrow(() -> new IllegalStateException("the kept key of " + member + " was changed"));
    }

    private static IllegalStateException otherMasterKey() {
        return new IllegalStateException("the keys in this database were wrapped by another master key: start with the "
                + "file or the " + MasterKey.VARIABLE + " that it was filled with");
    }
}
