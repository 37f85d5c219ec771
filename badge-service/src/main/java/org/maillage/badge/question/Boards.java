package org.maillage.badge.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maillage.badge.rule.CountedShare;
import org.maillage.badge.rule.Evidence;
import org.maillage.badge.rule.Lack;
import org.maillage.badge.rule.Rules;
import org.maillage.badge.rule.Verdict.Met;
import org.maillage.badge.rule.Verdict.Missing;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.EarnedShare;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.RoleWeights;

/** What one member has, why, and what is missing for each badge that they do not have. */
public final class Boards {

    private final Networks networks;
    private final Definitions definitions;
    private final Awards awards;
    private final Evidences evidences;

    public Boards(Networks networks, Definitions definitions, Awards awards, Evidences evidences) {
        this.networks = networks;
        this.definitions = definitions;
        this.awards = awards;
        this.evidences = evidences;
    }

    /**
     * A member's badges.
     *
     * @param awards those that they have, in the order in which they were awarded
     * @param open those that they do not have and that are awarded still, in the order of the network's definitions
     */
    public record Board(List<Award> awards, List<Open> open) {}

    /**
     * A badge that a member does not have.
     *
     * @param isMet whether the rule is met, so that it is about to be awarded
     * @param lack what is missing; empty where nothing is
     * @param near whether one more contribution would do
     */
    public record Open(Definition definition, boolean isMet, Optional<Lack> lack, boolean near) {}

    /**
     * Why a member has a badge.
     *
     * @param standing of the shares that earned it, those that count still, by day
     * @param gone those that were taken back since
     * @param meets whether its rule is met by what counts now, on its own day or today
     */
    public record Why(Award award, List<CountedShare> standing, List<EarnedShare> gone, boolean meets) {}

    /** The badges of a member as of a day. */
    public Board of(NetworkId network, MemberId member, LocalDate asOf) {
        var moment = networks.asOf(network, asOf);
        var held = awards.of(network, List.of(member), moment);
        var has = new HashSet<BadgeDefinitionId>();
        held.forEach(award -> has.add(award.definition()));
        var shown = evidences.of(network, member, moment);
        var kinds = networks.kinds(network);
        var open = new ArrayList<Open>();
        for (var definition : definitions.of(network, moment)) {
            if (!definition.retired() && !has.contains(definition.definition())) {
                open.add(open(definition, shown, moment.day(), kinds));
            }
        }
        return new Board(held, open);
    }

    private static Open open(
            Definition definition, Evidences.Shown shown, LocalDate on, Map<KindCode, RoleWeights> kinds) {
        var rule = definition.content().rule();
        var evidence = shown.of(definition.definition());
        return switch (Rules.evaluate(rule, evidence, on)) {
            case Met _ -> new Open(definition, true, Optional.empty(), false);
            case Missing(Lack lack) ->
                new Open(definition, false, Optional.of(lack), Rules.isNear(rule, evidence, on, kinds));
        };
    }

    /** Why a member has a badge, as of a day. */
    public Why why(Award award, LocalDate asOf) {
        var moment = networks.asOf(award.network(), asOf);
        var evidence = evidences.of(award.network(), award.member(), moment).of(award.definition());
        var standing = new ArrayList<CountedShare>();
        var gone = new ArrayList<EarnedShare>();
        for (var earned : award.earned()) {
            evidence.shares().stream()
                    .filter(share -> share.share().equals(earned.share()))
                    .findFirst()
                    .ifPresentOrElse(standing::add, () -> gone.add(earned));
        }
        return new Why(award, standing, gone, meets(award.content().rule(), evidence, award.day(), moment.day()));
    }

    private static boolean meets(BadgeRule rule, Evidence evidence, LocalDate then, LocalDate now) {
        return Rules.evaluate(rule, evidence, then).isMet()
                || Rules.evaluate(rule, evidence, now).isMet();
    }
}
