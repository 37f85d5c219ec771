package org.maillage.badge.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.rule.Evidence;
import org.maillage.badge.rule.Rules;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeRule.Among;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.RoleWeights;

/** What a rule in the making would do: counts for coordinators, who learn nobody's name by it. */
public final class Previews {

    private final Networks networks;
    private final Evidences evidences;
    private final AtomicReference<@Nullable Read> read = new AtomicReference<>();

    public Previews(Networks networks, Evidences evidences) {
        this.networks = networks;
        this.evidences = evidences;
    }

    /**
     * How many members a rule would concern today.
     *
     * @param met who would have the badge today
     * @param near who are one contribution away
     * @param members who have validated contributions at all, or, where the rule counts them, endorsements for it
     */
    public record Preview(int met, int near, int members) {}

    /**
     * What everybody of a network has to show, as long as nothing has changed: a rule is read again at every touch of its
     * form.
     */
    private record Read(NetworkId network, long position, LocalDate day, Map<MemberId, Evidences.Shown> all) {

        boolean isOf(NetworkId other, long at, LocalDate on) {
            return network.equals(other) && position == at && day.equals(on);
        }
    }

    /**
     * Counts.
     *
     * @param definition the badge whose endorsements count; null for a new one
     */
    public Preview of(NetworkId network, BadgeRule rule, @Nullable BadgeDefinitionId definition) {
        var on = networks.now(network).day();
        var kinds = different(rule, networks.kinds(network));
        int met = 0;
        int near = 0;
        int members = 0;
        var endorsed = rule.parts().anyMatch(BadgeRule.Endorsements.class::isInstance);
        for (var shown : all(network).values()) {
            var evidence = definition == null ? new Evidence(shown.shares(), 0) : shown.of(definition);
            // Who has nothing that the rule could count is told of nowhere: nobody counts those who have yet to begin.
            if (evidence.shares().isEmpty() && !(endorsed && evidence.endorsements() > 0)) {
                continue;
            }
            members++;
            if (Rules.evaluate(rule, evidence, on).isMet()) {
                met++;
            } else if (Rules.isNear(rule, evidence, on, kinds)) {
                near++;
            }
        }
        return new Preview(met, near, members);
    }

    private Map<MemberId, Evidences.Shown> all(NetworkId network) {
        var moment = networks.now(network);
        long at = networks.position(network);
        var last = read.get();
        if (last != null && last.isOf(network, at, moment.day())) {
            return last.all();
        }
        // Read after the position: what it holds is as new as that, or newer.
        var all = evidences.all(network, moment);
        read.set(new Read(network, at, moment.day(), all));
        return all;
    }

    /** Of kinds that count alike for every part of the rule, one is enough to try. */
    private static Map<KindCode, RoleWeights> different(BadgeRule rule, Map<KindCode, RoleWeights> kinds) {
        var amongs = rule.parts().flatMap(Previews::among).distinct().toList();
        var roles = rule.parts().anyMatch(BadgeRule.Variety.class::isInstance);
        var seen = new HashSet<List<Object>>();
        var tried = new LinkedHashMap<KindCode, RoleWeights>();
        kinds.forEach((kind, weights) -> {
            var counts = new ArrayList<Object>();
            amongs.forEach(among -> counts.add(among.weight(kind, weights)));
            if (roles) {
                counts.add(weights.basisPoints().keySet());
            }
            if (seen.add(counts)) {
                tried.put(kind, weights);
            }
        });
        return tried;
    }

    private static Stream<Among> among(BadgeRule part) {
        return switch (part) {
            case BadgeRule.Count c -> Stream.of(c.among());
            case BadgeRule.Hours h -> Stream.of(h.among());
            case BadgeRule.SpreadOverMonths s -> Stream.of(s.among());
            case BadgeRule.ConfirmedBy c -> Stream.of(c.among());
            case BadgeRule.Places p -> Stream.of(p.among());
            case BadgeRule.Variety _, BadgeRule.CompanionEndorsement _, BadgeRule.Endorsements _ -> Stream.of();
            case BadgeRule.ByHand _, BadgeRule.AllOf _, BadgeRule.AnyOf _ -> Stream.of();
        };
    }
}
