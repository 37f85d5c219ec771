package org.maillage.projection.fold;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.vault.Vault;

/** A batch of events being folded: the rows that it touches, and the event that is being applied. */
public final class Batch {

    /** Stands for the network of what concerns persons, outside the networks. */
    public static final UUID INSTALLATION = new UUID(0, 0);

    private final Store store;
    private final Vault vault;
    private final boolean complete;
    private final Map<Table<?>, Rows<?>> rows = new HashMap<>();
    private UUID network = INSTALLATION;
    private long position;
    private long serial;
    private LocalDate on = LocalDate.EPOCH;
    /** The zone by which {@code on} is counted, and between which times it is known to be that day there. */
    private String zone = "";

    private Instant dayFrom = Instant.MAX;
    private Instant dayEnd = Instant.MIN;

    /**
     * A batch over a store.
     *
     * @param complete whether the store is empty, so that nothing has to be loaded from it
     */
    public Batch(Store store, Vault vault, boolean complete) {
        this.store = store;
        this.vault = vault;
        this.complete = complete;
    }

    /** Whether everything that the store holds is in memory too. */
    public boolean isComplete() {
        return complete;
    }

    /** The partition of an event: its network, or the installation. */
    public static UUID partition(LedgerEvent event) {
        NetworkId network = event.network();
        return network == null ? INSTALLATION : network.value();
    }

    /** Turns to an event; its civil day is found before it is applied. */
    public void begin(Recorded recorded) {
        network = partition(recorded.event());
        position = recorded.position();
        serial++;
    }

    /** Says in which zone the event's day is counted; nearly always both are those of the event before. */
    public void in(String newZone, Recorded recorded) {
        var at = recorded.recordedAt();
        if (!zone.equals(newZone) || at.isBefore(dayFrom) || !at.isBefore(dayEnd)) {
            var counted = ZoneId.of(newZone);
            zone = newZone;
            on = at.atZone(counted).toLocalDate();
            dayFrom = on.atStartOfDay(counted).toInstant();
            dayEnd = on.plusDays(1).atStartOfDay(counted).toInstant();
            var rules = counted.getRules();
            if (!rules.getOffset(dayFrom).equals(rules.getOffset(dayEnd))) {
                // Clocks that are set back around midnight have one day twice.
                dayFrom = at;
                dayEnd = at;
            }
        }
    }

    /** The rows of a table. */
    @SuppressWarnings("unchecked")
    public <R extends Row> Rows<R> rows(Table<R> table) {
        var known = rows.get(table);
        if (known == null) {
            known = new Rows<>(this, table, complete);
            rows.put(table, known);
        }
        return (Rows<R>) known;
    }

    /** The network of the event. */
    public UUID network() {
        return network;
    }

    /** The position of the event. */
    public long position() {
        return position;
    }

    /** The civil day of recording in the network's zone (rule 15). */
    public LocalDate on() {
        return on;
    }

    /** Opens a text of the event; empty where it can no longer be opened. */
    public String open(SealedText text, StreamId stream, Class<? extends LedgerEvent> event, String field) {
        return vault.open(text, new Vault.Place(stream, EventJson.unversioned(event), field))
                .orElse("");
    }

    /** The envelope of a text; null for none. */
    public static @Nullable String envelope(@Nullable SealedText text) {
        return text == null ? null : text.envelope();
    }

    /** Loads the rows that were named. */
    public void load() {
        rows.values().forEach(Rows::load);
    }

    /** Rows held in memory. */
    public long rowCount() {
        return rows.values().stream().mapToLong(Rows::size).sum();
    }

    /** Writes what will not change again; what may change stays in memory. */
    public void writeSettled() {
        rows.values().forEach(Rows::writeSettled);
    }

    /** Writes all that changed. */
    public void write() {
        rows.values().forEach(Rows::write);
    }

    long serial() {
        return serial;
    }

    Store store() {
        return store;
    }
}
