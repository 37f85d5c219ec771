package org.maillage.badge.question;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.rule.Evidence;
import org.maillage.badge.rule.Rules;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.RoleWeights;

/** What a rule in the making would do: counts for coordinators, who learn nobody's name by it. */
public final class Previews {

    private final Networks networks;
    private final Evidences evidences;

    public Previews(Networks networks, Evidences evidences) {
        this.networks = networks;
        this.evidences = evidences;
    }

    /**
     * How many members a rule would concern today.
     *
     * @param met who would have the badge today
     * @param near who are one contribution away
     * @param members who have validated contributions at all
     */
    public record Preview(int met, int near, int members) {}

    /**
     * Counts.
     *
     * @param definition the badge whose endorsements count; null for a new one
     */
    public Preview of(NetworkId network, BadgeRule rule, @Nullable BadgeDefinitionId definition) {
        var moment = networks.now(network);
        var kinds = different(rule, networks.kinds(network));
        int met = 0;
        int near = 0;
        var all = evidences.all(network, moment);
        for (var shown : all.values()) {
            var evidence = definition == null ? new Evidence(shown.shares(), 0) : shown.of(definition);
            if (Rules.evaluate(rule, evidence, moment.day()).isMet()) {
                met++;
            } else if (Rules.isNear(rule, evidence, moment.day(), kinds)) {
                near++;
            }
        }
        return new Preview(met, near, all.size());
    }

    /** Of kinds that the rule does not name and that weigh alike, one is enough to try. */
    private static Map<KindCode, RoleWeights> different(BadgeRule rule, Map<KindCode, RoleWeights> kinds) {
        var named = rule.kinds().toList();
        var tried = new HashMap<KindCode, RoleWeights>();
        kinds.forEach((kind, weights) -> {
            if (named.contains(kind) || !tried.containsValue(weights)) {
                tried.put(kind, weights);
            }
        });
        return tried;
    }
}
