package org.maillage.ledger.vault;

import java.util.Collection;
import java.util.Map;
import org.maillage.ledger.value.MemberId;

/** Where the wrapped keys of memberships are kept. What is destroyed stays destroyed. */
public interface MemberKeys {

    /** What is kept of each of these memberships; those of which nothing is are absent. */
    Map<MemberId, StoredKey> find(Collection<MemberId> members);

    /**
     * Keeps these keys where nothing is kept yet, durably before it returns.
     *
     * @return what is kept afterwards of each: not the key that was handed in where somebody was earlier
     */
    Map<MemberId, StoredKey> keepIfAbsent(Map<MemberId, StoredKey.Wrapped> keys);

    /** Deletes the key of a membership for good, also where it has none yet; repeating it changes nothing. */
    void destroy(MemberId member);

    /** Whether any key is wrapped by another master key than this one. */
    boolean anyWrappedByOther(String masterKeyId);
}
