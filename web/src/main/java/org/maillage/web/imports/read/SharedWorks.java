package org.maillage.web.imports.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Quantity;

/**
 * Reads the parts of one shared work as contributions, and says who confirms each: an author's is confirmed by the first
 * other person who acknowledged or reviewed the work, else by the other person who integrated it; what the others did is
 * confirmed by the integrator; integrating waits.
 */
final class SharedWorks {

    private final Map<Part, KindCode> kinds;

    SharedWorks(Map<Part, KindCode> kinds) {
        this.kinds = kinds;
    }

    /** Somebody's part in a work, told by one line. {@code about} is whose work it is. */
    record Taken(
            long number,
            String key,
            Part part,
            SourcePerson person,
            String about,
            LocalDate day,
            Quantity quantity,
            @Nullable String evidence) {}

    /** The lines of one work, in the order of its parts; a part that has no kind is passed over. */
    List<Line> read(List<Taken> parts) {
        var lines = new ArrayList<Line>(parts.size());
        var sound = new ArrayList<Taken>(parts.size());
        var seen = new HashSet<String>();
        for (var taken : parts) {
            if (!seen.add(taken.part() + "/" + taken.person().identity())) {
                lines.add(rejected(taken, Problem.DUPLICATE));
            } else if (taken.part().confirms() && taken.person().identity().equals(taken.about())) {
                lines.add(rejected(taken, Problem.SELF_VALIDATION));
            } else {
                sound.add(taken);
            }
        }
        var authors = new HashSet<String>();
        sound.stream()
                .filter(t -> t.part() == Part.AUTHOR)
                .forEach(t -> authors.add(t.person().identity()));
        for (var taken : sound) {
            var kind = kinds.get(taken.part());
            if (kind != null) {
                lines.add(row(taken, kind, validator(taken, sound, authors)));
            }
        }
        lines.sort((one, other) -> Long.compare(one.number(), other.number()));
        return lines;
    }

    private static @Nullable SourcePerson validator(Taken taken, List<Taken> sound, Set<String> authors) {
        return switch (taken.part()) {
            case AUTHOR -> {
                var confirmed = first(sound, Set.of(Part.ACKNOWLEDGER, Part.REVIEWER), authors);
                yield confirmed != null ? confirmed : first(sound, Set.of(Part.INTEGRATOR), authors);
            }
            case REVIEWER, ACKNOWLEDGER, TESTER, REPORTER, SUGGESTER ->
                first(sound, Set.of(Part.INTEGRATOR), Set.of(taken.person().identity()));
            case INTEGRATOR -> null;
        };
    }

    private static @Nullable SourcePerson first(List<Taken> sound, Set<Part> parts, Set<String> but) {
        for (var taken : sound) {
            if (parts.contains(taken.part()) && !but.contains(taken.person().identity())) {
                return taken.person();
            }
        }
        return null;
    }

    private static Line row(Taken taken, KindCode kind, @Nullable SourcePerson validator) {
        return new Line.Row(
                taken.number(),
                taken.key(),
                taken.person(),
                taken.day(),
                kind,
                taken.quantity(),
                taken.evidence(),
                validator);
    }

    private static Line rejected(Taken taken, Problem problem) {
        return new Line.Rejected(taken.number(), taken.key(), problem, "");
    }
}
