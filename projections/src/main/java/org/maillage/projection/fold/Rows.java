package org.maillage.projection.fold;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.projection.AsOf;

/** The rows of one table that a batch touches: loaded once, folded in memory, written once. */
public final class Rows<R extends Row> {

    /** A row as it is now, and what the database holds of it. */
    private static final class Kept<R> {
        R row;
        boolean stored;
        boolean changed;
        long event;

        Kept(R row, boolean stored) {
            this.row = row;
            this.stored = stored;
        }
    }

    /** A group within its network; it is looked up many times an event, which a record's own comparison makes slow. */
    record Group(UUID network, Object key) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Group group && key.equals(group.key) && network.equals(group.network);
        }

        @Override
        public int hashCode() {
            return 31 * network.hashCode() + key.hashCode();
        }
    }

    private final Batch batch;
    private final Table<R> table;
    /** Whether the database holds no row that is not here: so in a rebuild, while memory suffices. */
    private final boolean complete;

    private final Map<Group, Map<Object, Kept<R>>> groups = new HashMap<>();
    private final Set<Group> needed = new HashSet<>();
    private List<R> added = new ArrayList<>();
    private List<R> closed = new ArrayList<>();

    Rows(Batch batch, Table<R> table, boolean complete) {
        this.batch = batch;
        this.table = table;
        this.complete = complete;
    }

    /** Names a group that will be needed. */
    public void need(UUID network, Object key) {
        if (!complete) {
            needed.add(new Group(network, key));
        }
    }

    /** The row of a group of one, in the network of the event; null where there is none. */
    public @Nullable R find(Object key) {
        return find(key, key);
    }

    /** A row of a group, in the network of the event; null where there is none. */
    public @Nullable R find(Object key, Object id) {
        var kept = group(new Group(batch.network(), key)).get(id);
        return kept == null ? null : kept.row;
    }

    /** The row of a group of one. @throws IllegalStateException where there is none */
    public R get(Object key) {
        var row = find(key);
        if (row == null) {
            throw new IllegalStateException("no " + table.name() + " " + key);
        }
        return row;
    }

    /** The rows of a group, in the network of the event, in the order in which they came. */
    public List<R> of(Object key) {
        var rows = new ArrayList<R>();
        group(new Group(batch.network(), key)).values().forEach(kept -> rows.add(kept.row));
        return rows;
    }

    /** The rows of a group that are here already; empty where they were not loaded. */
    public List<R> loaded(UUID network, Object key) {
        var rows = groups.get(new Group(network, key));
        return rows == null
                ? List.of()
                : rows.values().stream().map(kept -> kept.row).toList();
    }

    /** Whether this event was applied to a row before: then it is left alone. */
    public boolean has(@Nullable R row) {
        if (row == null || row.position() < batch.position()) {
            return false;
        }
        var kept = group(new Group(row.network(), row.group())).get(row.id());
        return kept == null || kept.event != batch.serial();
    }

    /** A row as it is after the event; ignored where the event was applied to it before. */
    public void put(R row) {
        if (!row.network().equals(batch.network())) {
            throw new IllegalStateException(table.name() + ": a row never folds two networks");
        }
        var group = group(new Group(row.network(), row.group()));
        var kept = group.get(row.id());
        if (kept == null) {
            kept = new Kept<>(opened(row), false);
            group.put(row.id(), kept);
        } else if (kept.row.position() >= batch.position() && kept.event != batch.serial()) {
            return;
        } else {
            replace(kept, row);
        }
        kept.changed = true;
        kept.event = batch.serial();
    }

    /** A line that never changes; adding it again changes nothing. */
    public void add(R line) {
        if (!line.network().equals(batch.network())) {
            throw new IllegalStateException(table.name() + ": a line never folds two networks");
        }
        added.add(line);
    }

    private R opened(R row) {
        return row instanceof Dated<?> dated ? cast(dated.during(batch.on(), AsOf.FOREVER)) : row;
    }

    private void replace(Kept<R> kept, R row) {
        if (!(row instanceof Dated<?> dated) || !(kept.row instanceof Dated<?> before)) {
            kept.row = row;
            return;
        }
        LocalDate since = before.since();
        if (since.isBefore(batch.on())) {
            (kept.stored ? closed : added).add(cast(before.during(since, batch.on())));
            kept.stored = false;
            since = batch.on();
        }
        kept.row = cast(dated.during(since, AsOf.FOREVER));
    }

    @SuppressWarnings("unchecked")
    private R cast(Dated<?> row) {
        return (R) row;
    }

    private Map<Object, Kept<R>> group(Group group) {
        var rows = groups.get(group);
        if (rows == null && !complete) {
            needed.add(group);
            load();
            rows = groups.get(group);
        }
        if (rows == null) {
            rows = new LinkedHashMap<>(4);
            groups.put(group, rows);
        }
        return rows;
    }

    /** Loads the groups that were named and are not here yet. */
    void load() {
        needed.removeAll(groups.keySet());
        if (needed.isEmpty()) {
            return;
        }
        needed.forEach(group -> groups.put(group, new LinkedHashMap<>(4)));
        for (R row : batch.store().load(table, needed)) {
            var rows = groups.get(new Group(row.network(), row.group()));
            if (rows != null) {
                rows.put(row.id(), new Kept<>(row, true));
            }
        }
        needed.clear();
    }

    /** Groups held in memory. */
    long size() {
        return groups.size();
    }

    /** Writes what will not change again: lines, and rows as they once stood. */
    void writeSettled() {
        batch.store().insert(table, added);
        added = new ArrayList<>();
    }

    /** Writes what changed; afterwards nothing is left to write. */
    void write() {
        var fresh = added;
        var changed = closed;
        for (var rows : groups.values()) {
            for (var kept : rows.values()) {
                if (kept.changed) {
                    (kept.stored ? changed : fresh).add(kept.row);
                    kept.changed = false;
                    kept.stored = true;
                }
            }
        }
        batch.store().insert(table, fresh);
        batch.store().replace(table, changed);
        added = new ArrayList<>();
        closed = new ArrayList<>();
    }
}
