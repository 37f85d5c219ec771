package org.maillage.projection.queue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.maillage.projection.contribution.DayRow;
import org.maillage.projection.fold.Batch;
import org.maillage.projection.fold.Row;
import org.maillage.projection.fold.Table;

/**
 * What shares can have in common: the rows that say which do, grouped by what it is, and what those of one group tell
 * about their claims.
 *
 * @param claim of a row
 * @param alike whether two rows of a share tell the same
 * @param telling what the rows of one group tell
 */
record InCommon<R extends Row>(
        Table<R> table, Function<R, UUID> claim, BiPredicate<R, R> alike, Function<Collection<R>, Common> telling) {

    /** A member's evidence of a kind, or a pair of members. */
    static final InCommon<ClueRow> CLUES = new InCommon<>(
            Table.of(ClueRow.class, "clue", "network clue share"),
            ClueRow::contribution,
            (one, other) -> one.standing() == other.standing(),
            Common::of);

    /** A contributor's day, of shares that take time. */
    static final InCommon<DayRow> DAYS = new InCommon<>(
            Table.beside(DayRow.class, "contributor day"), DayRow::contribution, DayRow::tellsAs, Common::ofDay);

    /** The claims of so many shares are judged anew all of them. */
    private static final int FEW = 20;

    /**
     * Puts what a claim's shares tell after an event, where that is something else than before.
     *
     * @param known gets what groups of many now tell, by their keys
     * @return claims about which something else is told now, or may be, where they are few
     */
    Set<UUID> put(Collection<R> shares, Map<Object, Common> known, Batch batch) {
        if (shares.isEmpty()) {
            return Set.of();
        }
        var rows = batch.rows(table);
        var changes = new LinkedHashMap<Object, List<R>>();
        for (var share : shares) {
            var before = rows.find(share.group(), share.id());
            if (before == null || !alike.test(before, share)) {
                changes.computeIfAbsent(share.group(), _ -> new ArrayList<>()).add(share);
            }
        }
        var told = new HashSet<UUID>();
        changes.forEach((key, changed) -> {
            var before = rows.of(key);
            changed.forEach(rows::put);
            var now = rows.of(key);
            if (isFew(now)) {
                now.forEach(share -> told.add(claim.apply(share)));
            } else {
                var all = telling.apply(now);
                known.put(key, all);
                told.addAll(all.unlike(telling.apply(before)));
            }
        });
        return told;
    }

    /** Names a group that will be needed; where it is of few, {@code other} is told the claim of each. */
    void need(UUID network, Object key, Batch batch, Consumer<UUID> other) {
        batch.rows(table).need(network, key);
        var loaded = batch.rows(table).loaded(network, key);
        if (isFew(loaded)) {
            loaded.forEach(share -> other.accept(claim.apply(share)));
        }
    }

    /** What the shares of a group tell. */
    Common of(Object key, Batch batch) {
        return telling.apply(batch.rows(table).of(key));
    }

    static boolean isFew(Collection<?> some) {
        return some.size() <= FEW;
    }
}
