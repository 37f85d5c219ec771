package org.maillage.projection.contribution;

import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.Audience;
import org.maillage.ledger.value.AudienceKind;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.InseeCode;
import org.maillage.ledger.value.MemberId;

/** Lists as a column keeps them, separated by spaces; null for an empty one. */
public final class ListText {

    private ListText() {}

    static @Nullable String members(List<MemberId> members) {
        return members.isEmpty()
                ? null
                : members.stream().map(MemberId::toString).collect(Collectors.joining(" "));
    }

    static List<MemberId> members(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split(" ", -1)).map(MemberId::of).toList();
    }

    /** Counts such as {@code CHILDREN=3}, then {@code estimated}. */
    static @Nullable String audience(Audience audience) {
        if (audience.equals(Audience.NONE)) {
            return null;
        }
        var counts = audience.counts().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(count -> count.getKey() + "=" + count.getValue());
        return Stream.concat(counts, audience.estimated() ? Stream.of("estimated") : Stream.empty())
                .collect(Collectors.joining(" "));
    }

    static Audience audience(@Nullable String text) {
        if (text == null) {
            return Audience.NONE;
        }
        var counts = new EnumMap<AudienceKind, Integer>(AudienceKind.class);
        boolean estimated = false;
        for (var part : text.split(" ", -1)) {
            var equals = part.indexOf('=');
            if (equals < 0) {
                estimated = true;
            } else {
                counts.put(
                        AudienceKind.valueOf(part.substring(0, equals)), Integer.valueOf(part.substring(equals + 1)));
            }
        }
        return new Audience(counts, estimated);
    }

    static @Nullable String commune(@Nullable Commune commune) {
        return commune == null ? null : commune.code() + "@" + commune.year();
    }

    static @Nullable Commune commune(@Nullable String text) {
        return text == null
                ? null
                : new Commune(new InseeCode(text.substring(0, 5)), Integer.parseInt(text.substring(6)));
    }
}
