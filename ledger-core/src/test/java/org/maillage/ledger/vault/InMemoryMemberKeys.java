package org.maillage.ledger.vault;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.maillage.ledger.value.MemberId;

/** A key store of one test. */
public final class InMemoryMemberKeys implements MemberKeys {

    private final Map<MemberId, StoredKey> kept = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    /** How often somebody looked for keys. */
    int asked() {
        return asked.get();
    }

    @Override
    public Map<MemberId, StoredKey> find(Collection<MemberId> members) {
        asked.incrementAndGet();
        var found = new HashMap<MemberId, StoredKey>();
        for (var member : members) {
            var key = kept.get(member);
            if (key != null) {
                found.put(member, key);
            }
        }
        return found;
    }

    @Override
    public Map<MemberId, StoredKey> keepIfAbsent(Map<MemberId, StoredKey.Wrapped> keys) {
        keys.forEach(kept::putIfAbsent);
        return find(keys.keySet());
    }

    @Override
    public void destroy(MemberId member) {
        kept.put(member, new StoredKey.Destroyed());
    }

    @Override
    public boolean anyWrappedByOther(String masterKeyId) {
        return kept.values().stream()
                .anyMatch(key -> key instanceof StoredKey.Wrapped wrapped
                        && !wrapped.masterKeyId().equals(masterKeyId));
    }
}
