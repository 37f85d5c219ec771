package org.maillage.badge.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeRule.Among;
import org.maillage.ledger.value.BadgeRule.Window;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.ledger.value.ShareId;

/** Rules and evidence from a seed: small enough for rules to be met and missed about as often. */
final class RandomEvidence {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 19);
    static final List<KindCode> KINDS =
            List.of(new KindCode("workshop-led"), new KindCode("review"), new KindCode("watch"));

    private final Random random;

    RandomEvidence(long seed) {
        random = new Random(seed);
    }

    static RoleWeights weights(KindCode kind) {
        return switch (KINDS.indexOf(kind)) {
            case 0 -> RoleWeights.all(Role.LEAD);
            case 1 -> RoleWeights.all(Role.REVIEW);
            default -> RoleWeights.halves(Role.INVENT, Role.SPREAD);
        };
    }

    Evidence evidence() {
        var shares = new ArrayList<CountedShare>();
        for (int i = random.nextInt(30); i > 0; i--) {
            shares.add(share());
        }
        return Evidence.of(shares).endorsed(random.nextInt(4));
    }

    private CountedShare share() {
        var kind = KINDS.get(random.nextInt(KINDS.size()));
        var voices = people();
        var companions = new HashSet<>(voices);
        companions.removeIf(_ -> random.nextInt(3) > 0);
        return new CountedShare(
                new ContributionId(new UUID(0, random.nextInt(25))),
                new ShareId(new UUID(random.nextLong(), random.nextLong())),
                kind,
                weights(kind),
                TODAY.minusDays(random.nextInt(400) - 5L),
                random.nextInt(240),
                random.nextInt(4) == 0 ? null : "place:" + random.nextInt(5),
                random.nextInt(4) > 0,
                voices,
                companions);
    }

    private Set<MemberId> people() {
        var people = new HashSet<MemberId>();
        for (int i = random.nextInt(3); i > 0; i--) {
            people.add(new MemberId(new UUID(1, random.nextInt(8))));
        }
        return people;
    }

    BadgeRule rule(int levels) {
        int dice = random.nextInt(levels > 1 ? 12 : 9);
        return switch (dice) {
            case 0 -> new BadgeRule.Count(1 + random.nextInt(12), among(), window());
            case 1 -> new BadgeRule.Hours(1 + random.nextInt(1_500), among(), window());
            case 2 -> new BadgeRule.SpreadOverMonths(1 + random.nextInt(7), among(), window());
            case 3 -> new BadgeRule.ConfirmedBy(1 + random.nextInt(6), among(), window());
            case 4 -> new BadgeRule.Places(1 + random.nextInt(5), among(), window());
            case 5 -> new BadgeRule.Variety(1 + random.nextInt(4), window());
            case 6 -> new BadgeRule.CompanionEndorsement(1 + random.nextInt(4));
            case 7 -> new BadgeRule.Endorsements(1 + random.nextInt(3));
            case 8 -> random.nextInt(4) == 0 ? new BadgeRule.ByHand() : new BadgeRule.Count(2, among(), window());
            case 9, 10 -> new BadgeRule.AllOf(rules(levels - 1));
            default -> new BadgeRule.AnyOf(rules(levels - 1));
        };
    }

    private List<BadgeRule> rules(int levels) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(_ -> rule(levels))
                .toList();
    }

    private Among among() {
        return switch (random.nextInt(4)) {
            case 0 -> Among.ALL;
            case 1 -> Among.kinds(KINDS.get(random.nextInt(KINDS.size())));
            case 2 -> Among.role(random.nextBoolean() ? Role.LEAD : Role.SPREAD);
            default -> new Among(Set.of(KINDS.getFirst()), Set.of(Role.INVENT, Role.REVIEW));
        };
    }

    private @Nullable Window window() {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> Window.months(1 + random.nextInt(12));
            default -> new Window(1 + random.nextInt(300), Window.Unit.DAYS);
        };
    }
}
