package org.maillage.web.badges.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.maillage.ledger.value.BadgeRule;
import org.springframework.util.MultiValueMap;

/**
 * A part of a rule as its form holds it: what was typed, read or not, and the parts within it. Its fields are named by its
 * path, the places from the whole rule on, such as {@code r-0-1}.
 *
 * @param wanted how much, as typed; hours where time is asked for
 * @param roles codes of roles that were ticked
 * @param kinds codes of kinds that were ticked
 * @param length of the window as typed; empty for none
 * @param unit of the window
 */
record RulePart(
        String path,
        What what,
        String wanted,
        Set<String> roles,
        Set<String> kinds,
        String length,
        String unit,
        List<RulePart> inner) {

    /** The path of the whole rule. */
    static final String WHOLE = "r";

    RulePart {
        roles = Set.copyOf(roles);
        kinds = Set.copyOf(kinds);
        inner = List.copyOf(inner);
    }

    /** What a part asks for. */
    enum What {
        COUNT,
        HOURS,
        MONTHS,
        PEOPLE,
        PLACES,
        ROLES,
        COMPANIONS,
        ENDORSEMENTS,
        HAND,
        ALL,
        ANY;

        /** Whether it holds other parts. */
        public boolean isGroup() {
            return this == ALL || this == ANY;
        }

        /** Whether it says which contributions count. */
        public boolean isAmong() {
            return this == COUNT || this == HOURS || this == MONTHS || this == PEOPLE || this == PLACES;
        }

        /** Whether it may look at the last days or months alone. */
        public boolean isWithin() {
            return isAmong() || this == ROLES;
        }

        /** Whether it asks for a number. */
        public boolean isCounted() {
            return !isGroup() && this != HAND;
        }
    }

    /** Whether it narrows down which contributions count. */
    public boolean isNarrow() {
        return !roles.isEmpty() || !kinds.isEmpty() || !length.isEmpty();
    }

    /** Its level, from 1 for the whole rule. */
    public int level() {
        return (int) path.chars().filter(c -> c == '-').count() + 1;
    }

    /** Whether a group within it would still leave room for a condition. */
    public boolean isDivisible() {
        return level() + 2 <= BadgeRule.MOST_DEPTH;
    }

    /** A condition that nothing is typed into. */
    static RulePart blank(What what) {
        return new RulePart(
                WHOLE,
                what,
                what.isCounted() ? "1" : "",
                Set.of(),
                Set.of(),
                "",
                "MONTHS",
                what.isGroup() ? List.of(blank(What.COUNT)) : List.of());
    }

    static RulePart group(What what, List<RulePart> inner) {
        return new RulePart(WHOLE, what, "", Set.of(), Set.of(), "", "MONTHS", inner).at(WHOLE);
    }

    /** The whole rule of a form; all of nothing where the form holds none. */
    static RulePart read(MultiValueMap<String, String> typed) {
        var whole = read(typed, WHOLE);
        return whole.what().isGroup() ? whole.at(WHOLE) : group(What.ALL, List.of(whole));
    }

    private static RulePart read(MultiValueMap<String, String> typed, String path) {
        var inner = new ArrayList<RulePart>();
        var level = path.length() - path.replace("-", "").length() + 1;
        for (int i = 0; level < BadgeRule.MOST_DEPTH && i < BadgeRule.MOST_PARTS; i++) {
            if (typed.containsKey("what-" + path + "-" + i)) {
                inner.add(read(typed, path + "-" + i));
            }
        }
        return new RulePart(
                path,
                what(text(typed, "what-" + path)),
                text(typed, "wanted-" + path),
                new TreeSet<>(typed.getOrDefault("roles-" + path, List.of())),
                new TreeSet<>(typed.getOrDefault("kinds-" + path, List.of())),
                text(typed, "length-" + path),
                text(typed, "unit-" + path),
                inner);
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        var value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }

    static What what(String code) {
        for (var what : What.values()) {
            if (what.name().equals(code)) {
                return what;
            }
        }
        return What.ALL;
    }

    /** The same part elsewhere, and all within it beneath. */
    RulePart at(String place) {
        var moved = new ArrayList<RulePart>();
        for (int i = 0; i < inner.size(); i++) {
            moved.add(inner.get(i).at(place + "-" + i));
        }
        return new RulePart(place, what, wanted, roles, kinds, length, unit, moved);
    }

    /** The whole with one more part at the end of the group that has a path. */
    RulePart and(String group, What one) {
        return changed(group, of -> {
            var more = new ArrayList<>(of.inner());
            more.add(blank(one));
            return List.of(of.holding(more));
        });
    }

    /** The whole without the part that has a path; the whole itself stays. */
    RulePart without(String gone) {
        return gone.equals(WHOLE) ? this : changed(gone, _ -> List.of());
    }

    private RulePart holding(List<RulePart> parts) {
        return new RulePart(path, what, wanted, roles, kinds, length, unit, parts);
    }

    private interface Change {
        List<RulePart> of(RulePart part);
    }

    private RulePart changed(String which, Change change) {
        return changes(which, change).getFirst().at(WHOLE);
    }

    private List<RulePart> changes(String which, Change change) {
        if (path.equals(which)) {
            return change.of(this);
        }
        var parts = new ArrayList<RulePart>();
        inner.forEach(part -> parts.addAll(part.changes(which, change)));
        return List.of(holding(parts));
    }

    /** The last part of a group, where the reader goes after it was added. */
    String last(String group) {
        if (path.equals(group)) {
            return inner.isEmpty() ? path : inner.getLast().path();
        }
        return inner.stream()
                .filter(part -> (group + "-").startsWith(part.path() + "-"))
                .map(part -> part.last(group))
                .findFirst()
                .orElse(path);
    }
}
