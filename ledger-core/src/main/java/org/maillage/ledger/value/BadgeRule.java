package org.maillage.ledger.value;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a member has earned a badge, over their validated contributions alone: recognition cannot be bought (rule 6). A tree
 * of at most four levels and thirty parts.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BadgeRule.Count.class, name = "count"),
    @JsonSubTypes.Type(value = BadgeRule.Hours.class, name = "hours"),
    @JsonSubTypes.Type(value = BadgeRule.SpreadOverMonths.class, name = "spread-over-months"),
    @JsonSubTypes.Type(value = BadgeRule.ConfirmedBy.class, name = "confirmed-by"),
    @JsonSubTypes.Type(value = BadgeRule.Places.class, name = "places"),
    @JsonSubTypes.Type(value = BadgeRule.Variety.class, name = "variety"),
    @JsonSubTypes.Type(value = BadgeRule.CompanionEndorsement.class, name = "companion-endorsement"),
    @JsonSubTypes.Type(value = BadgeRule.Endorsements.class, name = "endorsements"),
    @JsonSubTypes.Type(value = BadgeRule.ByHand.class, name = "by-hand"),
    @JsonSubTypes.Type(value = BadgeRule.AllOf.class, name = "all-of"),
    @JsonSubTypes.Type(value = BadgeRule.AnyOf.class, name = "any-of")
})
public sealed interface BadgeRule {

    /** Most levels of a rule; a rule without all-of and any-of has one. */
    int MOST_DEPTH = 4;

    /** Most parts of a rule, all-of and any-of counted. */
    int MOST_PARTS = 30;

    /** So many contributions. */
    record Count(int wanted, Among among, @Nullable Window within) implements BadgeRule {
        public Count {
            positive(wanted, 10_000);
        }
    }

    /**
     * So much time, session and preparation; of a kind that counts for several roles, the part of the roles named.
     *
     * @param minutes 1 to 600,000
     */
    record Hours(int minutes, Among among, @Nullable Window within) implements BadgeRule {
        public Hours {
            positive(minutes, 600_000);
        }
    }

    /** Contributions in so many different months of the calendar. */
    record SpreadOverMonths(
            int months, Among among, @Nullable Window within) implements BadgeRule {
        public SpreadOverMonths {
            positive(months, 240);
        }
    }

    /**
     * So many different people, other than the member, who confirmed a share of their own in such contributions or
     * attested them; contributions whose outcome was internal do not count (rule 3).
     */
    record ConfirmedBy(int people, Among among, @Nullable Window within) implements BadgeRule {
        public ConfirmedBy {
            positive(people, 1_000);
        }
    }

    /** So many different places; a commune where no place was named, nothing for what was done at a distance. */
    record Places(int places, Among among, @Nullable Window within) implements BadgeRule {
        public Places {
            positive(places, 1_000);
        }
    }

    /** Contributions in so many of the eight roles. */
    record Variety(int roles, @Nullable Window within) implements BadgeRule {
        public Variety {
            positive(roles, Role.values().length);
        }
    }

    /** So many different people who learned beside the member, and attested that contribution. */
    record CompanionEndorsement(int companions) implements BadgeRule {
        public CompanionEndorsement {
            positive(companions, 100);
        }
    }

    /** So many different peers and organisations who endorsed the practice that the member described for this badge. */
    record Endorsements(int endorsements) implements BadgeRule {
        public Endorsements {
            positive(endorsements, 100);
        }
    }

    /** Never by itself: a coordinator awards it. */
    record ByHand() implements BadgeRule {}

    /** All of these. */
    record AllOf(List<BadgeRule> rules) implements BadgeRule {
        public AllOf {
            rules = several(rules);
        }
    }

    /** One of these at least. */
    record AnyOf(List<BadgeRule> rules) implements BadgeRule {
        public AnyOf {
            rules = several(rules);
        }
    }

    /**
     * Which contributions count: those of a kind or a role that is named; all, where none is.
     *
     * @param kinds by code, at most 50
     * @param roles a share counts for a role on which its kind weighed when it was validated
     */
    record Among(Set<KindCode> kinds, Set<Role> roles) {

        /** Every contribution. */
        public static final Among ALL = new Among(Set.of(), Set.of());

        public Among {
            kinds = Set.copyOf(kinds);
            roles = Set.copyOf(roles);
            if (kinds.size() > 50) {
                throw new Malformed("a rule names at most 50 kinds");
            }
        }

        /** Those of a role. */
        public static Among role(Role role) {
            return new Among(Set.of(), Set.of(role));
        }

        /** Those of these kinds. */
        public static Among kinds(KindCode... kinds) {
            return new Among(Set.of(kinds), Set.of());
        }

        /** How much of a share counts, in basis points; 0 where it does not. */
        public int weight(KindCode kind, RoleWeights weights) {
            if ((kinds.isEmpty() && roles.isEmpty()) || kinds.contains(kind)) {
                return RoleWeights.WHOLE;
            }
            int sum = 0;
            for (var role : roles) {
                sum += weights.basisPoints().getOrDefault(role, 0);
            }
            return sum;
        }
    }

    /**
     * The last so many days or months of contribution days, up to the day that is asked about.
     *
     * @param length 1 to 3,660 days or 120 months
     */
    record Window(int length, Unit unit) {

        /** What a window is counted in. */
        public enum Unit {
            DAYS,
            MONTHS
        }

        public Window {
            positive(length, unit == Unit.DAYS ? 3_660 : 120);
        }

        /** The last so many months. */
        public static Window months(int length) {
            return new Window(length, Unit.MONTHS);
        }

        /** The first day in it, where {@code on} is the last. */
        public LocalDate first(LocalDate on) {
            return (unit == Unit.DAYS ? on.minusDays(length) : on.minusMonths(length)).plusDays(1);
        }
    }

    /** The rules right within this one; none but for all-of and any-of. */
    default List<BadgeRule> inner() {
        return switch (this) {
            case AllOf(List<BadgeRule> rules) -> rules;
            case AnyOf(List<BadgeRule> rules) -> rules;
            case Count _, Hours _, SpreadOverMonths _, ConfirmedBy _, Places _, Variety _ -> List.of();
            case CompanionEndorsement _, Endorsements _, ByHand _ -> List.of();
        };
    }

    /** This rule and all within it. */
    default Stream<BadgeRule> parts() {
        return Stream.concat(Stream.of(this), inner().stream().flatMap(BadgeRule::parts));
    }

    /** Its levels. */
    default int depth() {
        return 1 + inner().stream().mapToInt(BadgeRule::depth).max().orElse(0);
    }

    /** The kinds that it names. */
    default Stream<KindCode> kinds() {
        return parts().flatMap(part -> switch (part) {
            case Count c -> c.among().kinds().stream();
            case Hours h -> h.among().kinds().stream();
            case SpreadOverMonths s -> s.among().kinds().stream();
            case ConfirmedBy c -> c.among().kinds().stream();
            case Places p -> p.among().kinds().stream();
            case Variety _, CompanionEndorsement _, Endorsements _, ByHand _, AllOf _, AnyOf _ -> Stream.of();
        });
    }

    private static void positive(int wanted, int most) {
        if (wanted < 1 || wanted > most) {
            throw new Malformed("a rule asks for 1 to " + most);
        }
    }

    private static List<BadgeRule> several(List<BadgeRule> rules) {
        if (rules.isEmpty() || rules.size() > MOST_PARTS) {
            throw new Malformed("all-of and any-of hold 1 to " + MOST_PARTS + " rules");
        }
        return List.copyOf(rules);
    }
}
