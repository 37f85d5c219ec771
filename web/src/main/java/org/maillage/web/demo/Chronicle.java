package org.maillage.web.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;

/** What the story has led to so far: who has something to give, and what can be thanked for. */
final class Chronicle {

    /** A validated claim. */
    record Done(Instant at, ContributionId contribution, List<Participant> contributors) {}

    private final Map<MemberId, TreeMap<Instant, Long>> earned = new HashMap<>();
    private final List<Done> done = new ArrayList<>();

    void earn(Instant at, MemberId member, long hundredths) {
        earned.computeIfAbsent(member, _ -> new TreeMap<>()).merge(at, hundredths, Long::sum);
    }

    void validated(Done claim) {
        done.add(claim);
    }

    List<Done> done() {
        return done;
    }

    /**
     * What a member can give at a time, in hundredths: the least that they have from then on, since gifts of a later time
     * may have been told before.
     */
    long spendable(Instant at, MemberId member) {
        var mine = earned.getOrDefault(member, new TreeMap<>());
        var balance = mine.headMap(at, false).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        var least = balance;
        for (var change : mine.tailMap(at, true).values()) {
            balance += change;
            least = Math.min(least, balance);
        }
        return Math.max(0, least);
    }
}
