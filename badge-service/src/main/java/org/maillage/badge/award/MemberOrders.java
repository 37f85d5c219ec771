package org.maillage.badge.award;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.award.Orders.Order;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.Award.Acceptance;
import org.maillage.badge.question.Award.Standing;
import org.maillage.badge.question.Definition;
import org.maillage.badge.question.Evidences.Shown;
import org.maillage.badge.rule.CountedShare;
import org.maillage.badge.rule.Evidence;
import org.maillage.badge.rule.Rules;
import org.maillage.badge.rule.Verdict.Met;
import org.maillage.ledger.badge.AwardCommand.AskReview;
import org.maillage.ledger.badge.AwardCommand.AwardByRule;
import org.maillage.ledger.badge.AwardCommand.Renew;
import org.maillage.ledger.badge.AwardCommand.Uphold;
import org.maillage.ledger.badge.BadgeCommand;
import org.maillage.ledger.event.AwardEvent.AwardCause;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.EarnedShare;
import org.maillage.ledger.value.RecognitionId;
import org.maillage.ledger.value.ShareId;

/**
 * What is to be asked of the ledger for one member, from what they have and what they have to show. When a rule is met,
 * then its badge is awarded. When what earned a badge was taken back and its rule is met no more, then it is put up for
 * review, unless a coordinator awarded it too, and when it is met again, then it is upheld. When a badge ends soon and its rule is met anew, then it is renewed.
 */
final class MemberOrders {

    /** From how many days before its last day a badge is renewed. */
    static final int RENEWED_BEFORE = 60;

    private final Due.Somebody somebody;
    private final Shown shown;
    private final LocalDate today;
    private final List<Order> orders = new ArrayList<>();

    private MemberOrders(Due.Somebody somebody, Shown shown, LocalDate today) {
        this.somebody = somebody;
        this.shown = shown;
        this.today = today;
    }

    /**
     * What is to be asked.
     *
     * @param definitions of the network, those that are retired too
     * @param held the member's awards
     * @param named by award, the shares that reviews of it have named before
     */
    static List<Order> of(
            Due.Somebody somebody,
            List<Definition> definitions,
            List<Award> held,
            Map<AwardId, Set<ShareId>> named,
            Shown shown,
            LocalDate today) {
        var member = new MemberOrders(somebody, shown, today);
        var by = new HashMap<BadgeDefinitionId, Award>();
        held.forEach(award -> by.put(award.definition(), award));
        for (var definition : definitions) {
            var award = by.get(definition.definition());
            if (award != null) {
                member.look(award, definition, named.getOrDefault(award.award(), Set.of()));
            } else if (!definition.retired()) {
                member.award(definition);
            }
        }
        return member.orders;
    }

    private void award(Definition definition) {
        var rule = definition.content().rule();
        if (!(Rules.evaluate(rule, evidence(definition), today) instanceof Met(List<CountedShare> shares))) {
            return;
        }
        var id = definition.definition();
        int version = definition.newest().number();
        order(
                new AwardByRule(
                        id,
                        somebody.network(),
                        version,
                        somebody.member(),
                        earned(shares),
                        recognition(definition, rule)),
                "award/" + AwardId.of(id, somebody.member()) + "/" + version + "/" + somebody.position());
    }

    private @Nullable RecognitionId recognition(Definition definition, BadgeRule rule) {
        boolean endorsed = rule.parts().anyMatch(BadgeRule.Endorsements.class::isInstance)
                && evidence(definition).endorsements() > 0;
        return endorsed ? RecognitionId.of(definition.definition(), somebody.member()) : null;
    }

    private void look(Award award, Definition definition, Set<ShareId> named) {
        if (award.standing() == Standing.REVOKED || award.cause() != AwardCause.RULE) {
            return;
        }
        var evidence = evidence(definition);
        if (award.too() != null) {
            stands(award, definition, evidence);
            return;
        }
        var gone = award.earned().stream()
                .filter(earned -> !evidence.holds(earned.share()))
                .toList();
        boolean meets = meets(award, evidence);
        var review = award.review();
        if (review != null && review.by() == null && meets) {
            order(new Uphold(award.award(), award.network(), null, null), "uphold/" + key(award));
        } else if (!meets && isNews(award, gone, named)) {
            order(new AskReview(award.award(), award.network(), null, gone), "review/" + key(award));
        }
        renew(award, definition, evidence);
    }

    /** What a coordinator awarded too stands by itself, whatever becomes of its rule. */
    private void stands(Award award, Definition definition, Evidence evidence) {
        var review = award.review();
        if (review != null && review.by() == null) {
            order(new Uphold(award.award(), award.network(), null, null), "uphold/" + key(award));
        }
        // Until its member accepts it, what its rule does would tell coordinators that it was met.
        if (award.acceptance() == Acceptance.ACCEPTED) {
            renew(award, definition, evidence);
        }
    }

    /** What a coordinator has seen and upheld is not asked about again; a practice is asked about once. */
    private static boolean isNews(Award award, List<EarnedShare> gone, Set<ShareId> named) {
        boolean newlyGone = gone.stream().anyMatch(earned -> !named.contains(earned.share()));
        boolean byPractice = award.recognition() != null && award.review() == null;
        return newlyGone || (byPractice && !named.contains(practice(award.award())));
    }

    /** Stands for the practice among the shares that reviews have named. */
    static ShareId practice(AwardId award) {
        return new ShareId(award.value());
    }

    private boolean meets(Award award, Evidence evidence) {
        var rule = award.content().rule();
        return Rules.evaluate(rule, evidence, award.day()).isMet()
                || Rules.evaluate(rule, evidence, today).isMet();
    }

    /** Anew: by contributions of after the day from which the badge counts now. */
    private void renew(Award award, Definition definition, Evidence evidence) {
        var expires = award.expires();
        if (expires == null || definition.retired() || expires.isAfter(today.plusDays(RENEWED_BEFORE))) {
            return;
        }
        var months = award.content().validMonths();
        var since = months == null ? award.day() : expires.minusMonths(months);
        var fresh = evidence.shares().stream()
                .filter(share -> share.day().isAfter(since))
                .toList();
        var again = new Evidence(fresh, evidence.endorsements());
        if (Rules.evaluate(definition.content().rule(), again, today) instanceof Met(List<CountedShare> shares)
                && !shares.isEmpty()) {
            order(
                    new Renew(award.award(), award.network(), null, earned(shares)),
                    "renew/" + award.award() + "/" + expires + "/" + somebody.position());
        }
    }

    private Evidence evidence(Definition definition) {
        return shown.of(definition.definition());
    }

    private String key(Award award) {
        return award.award() + "/" + somebody.cause();
    }

    private static List<EarnedShare> earned(List<CountedShare> shares) {
        var seen = new HashSet<ShareId>();
        return shares.stream()
                .filter(share -> seen.add(share.share()))
                .map(share -> new EarnedShare(share.contribution(), share.share()))
                .toList();
    }

    private void order(BadgeCommand command, String key) {
        orders.add(new Order(command, key, somebody.position() == 0 ? null : somebody.cause()));
    }
}
