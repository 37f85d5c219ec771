package org.maillage.web.badges.work;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.award.BulkAward;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.Definition;
import org.maillage.badge.question.Definitions.Counted;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.WebAddress;
import org.maillage.projection.AsOf;
import org.maillage.projection.Page;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.MemberFilter;
import org.maillage.projection.member.Standing;
import org.maillage.web.badges.work.ListFile.Line;
import org.springframework.stereotype.Component;

/** Says of each row of a list what will happen, before anything does. */
@Component
final class ListCheck {

    private static final int NARRATIVE = 2_000;

    private final Projections views;
    private final Badges badges;
    private final Clock clock;

    ListCheck(Projections views, Badges badges, Clock clock) {
        this.views = views;
        this.badges = badges;
        this.clock = clock;
    }

    /** What will happen to a row, or what is wrong with it. */
    enum Finding {
        AWARD,
        THERE,
        /** the list has the same person and badge above */
        TWICE,
        /** it has more cells than the line of names */
        CELLS,
        NO_PERSON,
        NOBODY,
        SEVERAL,
        ONESELF,
        LEFT,
        NO_BADGE,
        UNKNOWN_BADGE,
        RETIRED,
        REVOKED,
        NO_WHY,
        LONG_WHY,
        LINK;

        boolean isFine() {
            return this == AWARD || this == THERE || this == TWICE;
        }
    }

    /**
     * A row and what was found.
     *
     * @param asked what to ask for; null where it is not to be awarded
     */
    record Checked(Line line, Finding finding, BulkAward.@Nullable Row asked) {}

    /** The members and badges of a network by the words of a list. */
    private record Known(Map<String, List<Member>> people, Map<String, Definition> badges, Standing standing) {}

    List<Checked> check(List<Line> lines, Standing standing) {
        var known = new Known(people(standing), badges(standing), standing);
        var checked = new ArrayList<Checked>();
        Set<AwardId> seen = new HashSet<>();
        for (var line : lines) {
            checked.add(check(line, known, seen));
        }
        return held(checked, standing);
    }

    private Map<String, List<Member>> people(Standing standing) {
        var people = new HashMap<String, List<Member>>();
        var byId = new HashMap<String, List<Member>>();
        String cursor = null;
        do {
            var page = views.members().all(standing.network(), MemberFilter.ALL, AsOf.NOW, cursor, Page.MOST);
            for (var member : page.items()) {
                people.computeIfAbsent(ListFile.plain(member.name()), _ -> new ArrayList<>())
                        .add(member);
                byId.put(member.member().toString(), List.of(member));
            }
            cursor = page.next();
        } while (cursor != null);
        people.remove("");
        // Whatever somebody calls themselves, an id is whose it is.
        people.putAll(byId);
        return people;
    }

    /** Badges by name in either language, by code of the catalogue and by id; a name that two have is none. */
    private Map<String, Definition> badges(Standing standing) {
        var names = new HashMap<String, Definition>();
        var twice = new HashSet<String>();
        for (var counted : badges.definitions().counted(standing.network(), standing.today(clock))) {
            var definition = counted.definition();
            var texts = definition.content().texts();
            var shipped = Optional.ofNullable(definition.shipped()).stream();
            var keys = new HashSet<>(Set.of(
                    ListFile.plain(texts.fr().name()), definition.definition().toString()));
            keys.add(ListFile.plain(texts.en().name()));
            shipped.forEach(keys::add);
            for (var key : keys) {
                if (names.put(key, definition) != null) {
                    twice.add(key);
                }
            }
        }
        twice.forEach(names::remove);
        return names;
    }

    private static Checked check(Line line, Known known, Set<AwardId> seen) {
        var people = known.people().getOrDefault(ListFile.plain(line.person()), List.of());
        var badge = known.badges().get(ListFile.plain(line.badge()));
        var fault = cells(line)
                .or(() -> person(line, people, known.standing()))
                .or(() -> badge(line, badge))
                .or(() -> words(line));
        if (fault.isPresent() || badge == null) {
            return new Checked(line, fault.orElse(Finding.UNKNOWN_BADGE), null);
        }
        var member = people.getFirst().member();
        if (!seen.add(AwardId.of(badge.definition(), member))) {
            return new Checked(line, Finding.TWICE, null);
        }
        var evidence = line.evidence().isEmpty() ? null : line.evidence();
        var asked =
                new BulkAward.Row(Long.toString(line.number()), badge.definition(), member, line.narrative(), evidence);
        return new Checked(line, Finding.AWARD, asked);
    }

    private static Optional<Finding> cells(Line line) {
        return line.over() ? Optional.of(Finding.CELLS) : Optional.empty();
    }

    private static Optional<Finding> person(Line line, List<Member> people, Standing standing) {
        if (line.person().isEmpty()) {
            return Optional.of(Finding.NO_PERSON);
        }
        if (people.size() != 1) {
            return Optional.of(people.isEmpty() ? Finding.NOBODY : Finding.SEVERAL);
        }
        var member = people.getFirst();
        if (member.member().equals(standing.member())) {
            return Optional.of(Finding.ONESELF);
        }
        return member.status() == Member.Status.LEFT ? Optional.of(Finding.LEFT) : Optional.empty();
    }

    private static Optional<Finding> badge(Line line, @Nullable Definition badge) {
        if (badge == null) {
            return Optional.of(line.badge().isEmpty() ? Finding.NO_BADGE : Finding.UNKNOWN_BADGE);
        }
        return badge.retired() ? Optional.of(Finding.RETIRED) : Optional.empty();
    }

    private static Optional<Finding> words(Line line) {
        if (line.narrative().isEmpty()) {
            return Optional.of(Finding.NO_WHY);
        }
        if (line.narrative().length() > NARRATIVE) {
            return Optional.of(Finding.LONG_WHY);
        }
        return line.evidence().isEmpty() || isTaken(line.evidence()) ? Optional.empty() : Optional.of(Finding.LINK);
    }

    private static boolean isTaken(String address) {
        return address.length() <= NARRATIVE && WebAddress.fault(address).isEmpty();
    }

    /**
     * What somebody has already, or had and lost, is not awarded again. Of what is known to its member alone nothing is
     * said: it is awarded too, as any other row.
     */
    private List<Checked> held(List<Checked> checked, Standing standing) {
        var held = new HashMap<UUID, Award>();
        checked.stream()
                .map(Checked::asked)
                .filter(java.util.Objects::nonNull)
                .map(BulkAward.Row::member)
                .distinct()
                .forEach(member -> of(member, standing).stream()
                        .filter(Sight::isSeen)
                        .forEach(award -> held.put(award.award().value(), award)));
        return checked.stream().map(one -> held(one, held)).toList();
    }

    private List<Award> of(MemberId member, Standing standing) {
        return badges.awards().of(standing.network(), member, standing.today(clock));
    }

    private static Checked held(Checked one, Map<UUID, Award> held) {
        var asked = one.asked();
        var award = asked == null
                ? null
                : held.get(AwardId.of(asked.definition(), asked.member()).value());
        if (award == null) {
            return one;
        }
        var revoked = award.standing() == Award.Standing.REVOKED;
        return new Checked(one.line(), revoked ? Finding.REVOKED : Finding.THERE, null);
    }

    /** The badges of a network that a list can name. */
    List<Definition> named(Standing standing) {
        return badges.definitions().counted(standing.network(), standing.today(clock)).stream()
                .map(Counted::definition)
                .filter(definition -> !definition.retired())
                .toList();
    }
}
