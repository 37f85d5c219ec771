package org.maillage.projection.queue;

import io.micronaut.context.BeanContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.AsOf;
import org.maillage.projection.Cursor;
import org.maillage.projection.Page;
import org.maillage.projection.Texts;
import org.maillage.projection.member.SortName;
import org.maillage.projection.network.Networks;

/** The coordinators' queue, as of a date of recording (rule 15). */
public final class Queue {

    private final QueueRepository rows;
    private final Networks networks;
    private final Search search;

    public Queue(BeanContext beans, Networks networks, Texts texts) {
        this.rows = beans.getBean(QueueRepository.class);
        this.networks = networks;
        this.search = new Search(rows, texts);
    }

    /** Items by tab; every tab is there. */
    public Map<Tab, Long> counts(NetworkId network, QueueFilter filter, LocalDate asOf) {
        var counts = new EnumMap<Tab, Long>(Tab.class);
        for (var tab : Tab.values()) {
            counts.put(tab, 0L);
        }
        rows.counts(network.value(), kinds(network, filter), pattern(filter), asOf)
                .forEach(count -> counts.put(Tab.valueOf(count.name()), count.items()));
        return counts;
    }

    /** Open items by tab, as they are now; every tab but {@code DONE} is there. Costs what is open, not the past. */
    public Map<Tab, Long> waiting(NetworkId network) {
        var counts = new EnumMap<Tab, Long>(Map.of(Tab.READY, 0L, Tab.LOOK_CLOSER, 0L, Tab.CLARIFICATION_ASKED, 0L));
        rows.waitingCounts(network.value()).forEach(count -> counts.put(Tab.valueOf(count.name()), count.items()));
        return counts;
    }

    /** The same of what a filter asks for, and of the claims that its text was found in. */
    private Map<Tab, Long> waiting(NetworkId network, QueueFilter filter, String found) {
        if (filter.equals(QueueFilter.ALL)) {
            return waiting(network);
        }
        var counts = new EnumMap<Tab, Long>(Map.of(Tab.READY, 0L, Tab.LOOK_CLOSER, 0L, Tab.CLARIFICATION_ASKED, 0L));
        rows.waitingCounts(network.value(), kinds(network, filter), pattern(filter), called(filter), found)
                .forEach(count -> counts.put(Tab.valueOf(count.name()), count.items()));
        return counts;
    }

    /** How the coordination has kept up since a moment. */
    public Pace pace(NetworkId network, Instant since) {
        var decided = rows.decided(network.value(), since);
        return new Pace(
                decided.done(),
                delay(decided.median()),
                rows.oldest(network.value()).oldest());
    }

    /** How long the middle one of the decisions since a moment took; empty where fewer than so many were made. */
    public Optional<Duration> usualDelay(NetworkId network, Instant since, int fewest) {
        var decided = rows.decided(network.value(), since);
        return decided.done() < fewest ? Optional.empty() : Optional.ofNullable(delay(decided.median()));
    }

    private static @Nullable Duration delay(@Nullable Double seconds) {
        return seconds == null ? null : Duration.ofSeconds(Math.round(seconds));
    }

    /**
     * A page of a tab as it is now, as {@link #itemsFor} reads it, and what its filter asks for by tab. Costs less than to
     * ask for either: a text is looked for once.
     */
    public QueuePage page(
            NetworkId network, Tab tab, QueueFilter filter, MemberId reader, @Nullable String cursor, int limit) {
        var open = search.found(network, filter, false);
        var found = tab == Tab.DONE ? search.found(network, filter, true) : open;
        return new QueuePage(
                waiting(network, filter, open), itemsFor(network, tab, filter, found, reader, cursor, limit));
    }

    /**
     * Items of a tab as it is now, in the order of {@link #items}, but what waits and is of the reader, who may not decide
     * it (rule 3), after all that is not.
     */
    public Page<QueueItem> itemsFor(
            NetworkId network, Tab tab, QueueFilter filter, MemberId reader, @Nullable String cursor, int limit) {
        return itemsFor(network, tab, filter, search.found(network, filter, tab == Tab.DONE), reader, cursor, limit);
    }

    private Page<QueueItem> itemsFor(
            NetworkId network,
            Tab tab,
            QueueFilter filter,
            String found,
            MemberId reader,
            @Nullable String cursor,
            int limit) {
        if (tab == Tab.DONE) {
            return items(network, tab, filter, found, AsOf.NOW, cursor, limit);
        }
        var most = Page.bounded(limit);
        // Where a page ends among the reader's own, the cursor is less than zero, as no position is.
        long from = Cursor.number(cursor).orElse(0);
        var kinds = kinds(network, filter);
        var pattern = pattern(filter);
        var called = called(filter);
        var id = network.value();
        var entries = new ArrayList<QueueEntry>();
        if (from >= 0) {
            entries.addAll(rows.waitingNow(
                    id, tab.name(), kinds, pattern, called, found, reader.value(), false, from, most + 1));
        }
        int others = entries.size();
        if (others <= most) {
            entries.addAll(rows.waitingNow(
                    id,
                    tab.name(),
                    kinds,
                    pattern,
                    called,
                    found,
                    reader.value(),
                    true,
                    Math.max(0, -from),
                    most + 1 - others));
        }
        var roles = roles(network);
        int sign = others < most ? -1 : 1;
        return Page.of(entries, most, last -> Cursor.of(Long.toString(sign * last.submittedPosition())))
                .map(entry -> item(entry, roles));
    }

    /**
     * Items of a tab: those that wait longest first, those done last first. A null cursor asks for the first page. Titles
     * and places are looked through as they are now, of the 5,000 items that wait longest or were done last.
     */
    public Page<QueueItem> items(
            NetworkId network, Tab tab, QueueFilter filter, LocalDate asOf, @Nullable String cursor, int limit) {
        var found = asOf.equals(AsOf.NOW) ? search.found(network, filter, tab == Tab.DONE) : "";
        return items(network, tab, filter, found, asOf, cursor, limit);
    }

    private Page<QueueItem> items(
            NetworkId network,
            Tab tab,
            QueueFilter filter,
            String found,
            LocalDate asOf,
            @Nullable String cursor,
            int limit) {
        var most = Page.bounded(limit);
        var from = Cursor.number(cursor);
        var kinds = kinds(network, filter);
        var pattern = pattern(filter);
        var called = called(filter);
        var id = network.value();
        var roles = roles(network);
        var now = asOf.equals(AsOf.NOW);
        if (tab == Tab.DONE) {
            long before = from.orElse(Long.MAX_VALUE);
            var done = now
                    ? rows.doneNow(id, kinds, pattern, called, found, before, most + 1)
                    : rows.done(id, kinds, pattern, called, found, asOf, before, most + 1);
            return Page.of(done, most, entry -> Cursor.of(Long.toString(entry.position())))
                    .map(entry -> item(entry, roles));
        }
        long after = from.orElse(0);
        var waiting = now
                ? rows.waitingNow(id, tab.name(), kinds, pattern, called, found, null, false, after, most + 1)
                : rows.waiting(id, tab.name(), kinds, pattern, called, found, asOf, after, most + 1);
        return Page.of(waiting, most, entry -> Cursor.of(Long.toString(entry.submittedPosition())))
                .map(entry -> item(entry, roles));
    }

    /** One item. */
    public Optional<QueueItem> item(NetworkId network, ContributionId contribution, LocalDate asOf) {
        return rows.item(network.value(), contribution.value(), asOf).map(entry -> item(entry, roles(network)));
    }

    /**
     * Claims of a tab whose shares are all of one kind, for deciding in bulk: oldest first, at most so many.
     *
     * @param by who decides them: their own are none of them (rule 3)
     * @param submitted position after which none of them was submitted
     * @param changed position after which nothing happened to any of them
     */
    public List<QueueItem> ofKind(
            NetworkId network, Tab tab, KindCode kind, MemberId by, long submitted, long changed, int limit) {
        var kinds = " " + kind + " ";
        var roles = roles(network);
        return rows.ofKind(network.value(), tab.name(), kinds, by.value(), false, submitted, changed, limit).stream()
                .map(entry -> item(entry, roles))
                .toList();
    }

    /** Items of a tab by kind; a claim counts once for each of its kinds. */
    public Map<KindCode, Long> countsByKind(NetworkId network, Tab tab, LocalDate asOf) {
        var counts = new LinkedHashMap<KindCode, Long>();
        rows.kinds(network.value(), tab.name(), asOf)
                .forEach(count -> counts.put(new KindCode(count.name()), count.items()));
        return counts;
    }

    /** The kinds that a filter asks for, separated by spaces; null for all. */
    private @Nullable String kinds(NetworkId network, QueueFilter filter) {
        var kind = filter.kind();
        var role = filter.role();
        if (role == null) {
            return kind == null ? null : kind.value();
        }
        return roles(network).entrySet().stream()
                .filter(entry -> entry.getValue().contains(role))
                .map(entry -> entry.getKey().value())
                .filter(code -> kind == null || kind.value().equals(code))
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String called(QueueFilter filter) {
        var called = filter.called();
        return called == null ? null : called.value();
    }

    private static @Nullable String pattern(QueueFilter filter) {
        return filter.text() == null ? null : SortName.pattern(filter.text());
    }

    /** The roles on which each kind weighs, by the newest tariff. */
    private Map<KindCode, Set<Role>> roles(NetworkId network) {
        var roles = new LinkedHashMap<KindCode, Set<Role>>();
        for (var tariff : networks.tariffs(network, AsOf.NOW)) {
            tariff.lines()
                    .forEach(line ->
                            roles.put(line.kind(), line.weights().basisPoints().keySet()));
        }
        return roles;
    }

    private static QueueItem item(QueueEntry entry, Map<KindCode, Set<Role>> rolesOfKinds) {
        var kinds = Stream.of(entry.kinds().strip().split(" ", -1))
                .map(KindCode::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var roles = EnumSet.noneOf(Role.class);
        kinds.forEach(kind -> roles.addAll(rolesOfKinds.getOrDefault(kind, Set.of())));
        return new QueueItem(
                new ContributionId(entry.contribution()),
                entry.tab(),
                entry.state(),
                new MemberId(entry.claimant()),
                entry.name() == null ? "" : entry.name(),
                Stream.of(entry.contributors().split(" ", -1))
                        .map(AccountId::of)
                        .toList(),
                QueueView.reasons(entry.reasons()),
                kinds,
                roles,
                entry.firstDay(),
                entry.minutes(),
                entry.units(),
                entry.submittedAt(),
                entry.decidedBy() == null ? null : new MemberId(entry.decidedBy()),
                entry.decidedAt(),
                entry.submittedPosition(),
                entry.position());
    }
}
