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

        /** The one that came after it into its group. Most groups are of one row, so that they need no map. */
        @Nullable
        Kept<R> next;

        Kept(R row, boolean stored) {
            this.row = row;
            this.stored = stored;
        }
    }

    /** A group within its network. */
    record Group(UUID network, Object key) {

        /** What stands in one of the columns that rows are grouped by. */
        String part(int column) {
            return (key instanceof List<?> parts ? parts.get(column) : key).toString();
        }
    }

    /** Lines that are worth a COPY of their own. */
    private static final int MUCH = 10_000;

    private final Batch batch;
    private final Table<R> table;
    /** Whether the database holds no row that is not here: so in a rebuild, while memory suffices. */
    private final boolean complete;

    /** Of each network the first row of each group, null where it has none; in the order in which they came. */
    private final Map<UUID, Map<Object, @Nullable Kept<R>>> networks = new HashMap<>();

    private final Set<Group> needed = new HashSet<>();
    private List<R> added = new ArrayList<>();
    private List<R> closed = new ArrayList<>();
    private long size;

    /** What was looked up last: while an event is applied, it is asked for again and again. */
    private UUID network = Batch.INSTALLATION;

    private Map<Object, @Nullable Kept<R>> groups = groups(network);
    private @Nullable Object group;
    private @Nullable Kept<R> first;

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
    public @Nullable R find(Object of, Object id) {
        var kept = kept(of, id);
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

    /** The rows of a group, in the network of the event, in the order in which they came; the list is the caller's. */
    public List<R> of(Object key) {
        return rows(first(key));
    }

    /** The rows of a group that are here already; empty where they were not loaded. */
    public List<R> loaded(UUID of, Object key) {
        return rows(groups(of).get(key));
    }

    private List<R> rows(@Nullable Kept<R> first) {
        var rows = new ArrayList<R>(first == null ? 0 : 1);
        for (var kept = first; kept != null; kept = kept.next) {
            rows.add(kept.row);
        }
        return rows;
    }

    /** Whether this event was applied to a row before: then it is left alone. */
    public boolean has(@Nullable R row) {
        if (row == null || row.position() < batch.position()) {
            return false;
        }
        var kept = kept(row.group(), row.id());
        return kept == null || kept.event != batch.serial();
    }

    /** A row as it is after the event; ignored where the event was applied to it before. */
    public void put(R row) {
        if (!row.network().equals(batch.network())) {
            throw new IllegalStateException(table.name() + ": a row never folds two networks");
        }
        var kept = kept(row.group(), row.id());
        if (kept == null) {
            kept = new Kept<>(opened(row), false);
            append(groups, kept);
            first = first == null ? kept : first;
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
        return row instanceof Dated<?> dated ? standing(dated, batch.on()) : row;
    }

    private R standing(Dated<?> row, LocalDate since) {
        return cast(
                since.equals(row.since()) && AsOf.FOREVER.equals(row.until()) ? row : row.during(since, AsOf.FOREVER));
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
        kept.row = standing(dated, since);
    }

    @SuppressWarnings("unchecked")
    private R cast(Dated<?> row) {
        return (R) row;
    }

    private @Nullable Kept<R> kept(Object of, Object id) {
        var kept = first(of);
        while (kept != null && !kept.row.id().equals(id)) {
            kept = kept.next;
        }
        return kept;
    }

    /** The first row of a group in the network of the event, loaded unless it is here; null where there is none. */
    private @Nullable Kept<R> first(Object wanted) {
        if (!network.equals(batch.network())) {
            network = batch.network();
            groups = groups(network);
            group = null;
        }
        if (!wanted.equals(group)) {
            if (!complete && !groups.containsKey(wanted)) {
                needed.add(new Group(network, wanted));
                load();
            }
            group = wanted;
            first = groups.get(wanted);
        }
        return first;
    }

    private Map<Object, @Nullable Kept<R>> groups(UUID of) {
        return networks.computeIfAbsent(of, _ -> new LinkedHashMap<>());
    }

    private void append(Map<Object, @Nullable Kept<R>> to, Kept<R> added) {
        var last = to.putIfAbsent(added.row.group(), added);
        while (last != null && last.next != null) {
            last = last.next;
        }
        if (last != null) {
            last.next = added;
        }
        size++;
    }

    /** Loads the groups that were named and are not here yet. */
    void load() {
        needed.removeIf(group -> groups(group.network()).containsKey(group.key()));
        if (needed.isEmpty()) {
            return;
        }
        group = null;
        needed.forEach(named -> groups(named.network()).put(named.key(), null));
        for (R row : batch.store().load(table, needed)) {
            append(groups(row.network()), new Kept<>(row, true));
        }
        needed.clear();
    }

    /** Rows held in memory. */
    long size() {
        return size;
    }

    /** Writes what will not change again, once it is much: lines, and rows as they once stood. */
    void writeSettled() {
        if (added.size() >= MUCH) {
            batch.store().insert(table, added);
            added = new ArrayList<>();
        }
    }

    /** Writes what changed; afterwards nothing is left to write. */
    void write() {
        var fresh = added;
        var changed = closed;
        for (var rows : networks.values()) {
            for (var first : rows.values()) {
                for (var kept = first; kept != null; kept = kept.next) {
                    if (kept.changed) {
                        (kept.stored ? changed : fresh).add(kept.row);
                        kept.changed = false;
                        kept.stored = true;
                    }
                }
            }
        }
        if (!table.isBeside()) {
            batch.store().insert(table, fresh);
            batch.store().replace(table, changed);
        }
        added = new ArrayList<>();
        closed = new ArrayList<>();
    }
}
