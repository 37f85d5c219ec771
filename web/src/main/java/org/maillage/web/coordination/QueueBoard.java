package org.maillage.web.coordination;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.projection.AsOf;
import org.maillage.projection.Page;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.member.SortName;
import org.maillage.projection.member.Standing;
import org.maillage.projection.queue.QueueFilter;
import org.maillage.projection.queue.QueueItem;
import org.maillage.projection.queue.Tab;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.maillage.web.network.PlaceNames;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out the queue: how it stands, a page of one tab, and the claim that is beside it. */
@Component
class QueueBoard {

    static final int ITEMS = 30;

    private static final int KINDS = 3;

    // The knitted row of the week has room for so many stitches.
    private static final int STITCHES = 43;

    private final Projections views;
    private final QueueRows rows;
    private final QueueSheet sheet;
    private final QueueWords queueWords;
    private final PlaceNames places;
    private final Words words;
    private final Clock clock;

    QueueBoard(
            Projections views,
            QueueRows rows,
            QueueSheet sheet,
            QueueWords queueWords,
            PlaceNames places,
            Words words,
            Clock clock) {
        this.places = places;
        this.views = views;
        this.rows = rows;
        this.sheet = sheet;
        this.queueWords = queueWords;
        this.words = words;
        this.clock = clock;
    }

    /** Puts the whole page into the model. */
    void show(QueuePlace place, boolean keys, Standing standing, Model model, Locale locale) {
        var filter = filter(place, standing, locale);
        var looked =
                views.queue().page(standing.network(), place.tab(), filter, standing.member(), place.suite(), ITEMS);
        var page = looked.items();
        var waiting = filter.equals(QueueFilter.ALL)
                ? looked.waiting()
                : views.queue().waiting(standing.network());
        model.addAttribute("tabs", tabs(place, looked.waiting(), locale));
        // As in the menu: what was asked about waits for somebody else.
        model.addAttribute("waiting", waiting.getOrDefault(Tab.READY, 0L) + waiting.getOrDefault(Tab.LOOK_CLOSER, 0L));
        model.addAttribute("tab", place.tab());
        model.addAttribute("text", place.search());
        model.addAttribute("filtered", !place.search().isEmpty());
        var ofKind = ShownKind.oldest(filter.called(), place.tab(), views, standing);
        model.addAttribute("ofKind", ShownKind.of(filter.called(), ofKind).orElse(null));
        model.addAttribute(
                "ofKindText",
                words.say(
                        ofKind.size() < ShownKind.AT_ONCE ? "queue.bulk.kind" : "queue.bulk.kind.oldest",
                        locale,
                        ofKind.size()));
        var shown = rows.of(page.items(), place, standing, locale);
        model.addAttribute("rows", shown);
        model.addAttribute("choosable", shown.stream().anyMatch(QueueRows.Row::open));
        model.addAttribute("kinds", kinds(place, page, standing, locale));
        model.addAttribute("atOnce", ShownKind.AT_ONCE);
        model.addAttribute(
                "first", place.suite() == null ? null : place.page(null).address());
        model.addAttribute(
                "next", page.next() == null ? null : place.page(page.next()).address());
        model.addAttribute("keys", keys);
        week(waiting, standing, model, locale);
        beside(chosen(place, page), place, standing, model, locale);
    }

    /** Puts the claim beside the list, and what its forms carry, into the model. */
    void beside(Optional<ContributionId> chosen, QueuePlace place, Standing standing, Model model, Locale locale) {
        var claim = chosen.flatMap(id -> views.contributions().find(standing.network(), id, AsOf.NOW));
        var here = place.beside(claim.map(Contribution::contribution).orElse(null));
        model.addAttribute("current", "queue");
        model.addAttribute("key", FormKey.next());
        model.addAttribute(
                "sheet",
                claim.map(found -> sheet.of(found, place, standing, locale)).orElse(null));
        model.addAttribute("explicit", place.choisie() != null);
        model.addAttribute("place", fields(place));
        model.addAttribute("here", here.address());
        model.addAttribute("back", place.beside(null).address());
        model.addAttribute("forms", claim.isEmpty() ? Map.of() : forms(here));
    }

    private static Map<String, String> forms(QueuePlace here) {
        return Map.of(
                "ask", here.beside(null).under(QueuePlace.PATH + "/precision"),
                "decline", here.form("refus"),
                "less", here.form("moins"));
    }

    /** What every form of the queue carries, by field. */
    static Map<String, String> fields(QueuePlace place) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("onglet", place.tab().name());
        fields.put("text", place.search());
        fields.put("suite", place.suite() == null ? "" : place.suite());
        return fields;
    }

    /** The claim that follows another one in the list, else the one before it; empty where it stands alone. */
    Optional<ContributionId> following(QueuePlace place, ContributionId claim, Standing standing, Locale locale) {
        var filter = filter(place, standing, locale);
        var page = views.queue()
                .itemsFor(standing.network(), place.tab(), filter, standing.member(), place.suite(), ITEMS);
        var ids = page.items().stream().map(QueueItem::contribution).toList();
        int at = ids.indexOf(claim);
        if (at < 0) {
            return ids.stream().findFirst();
        }
        return at + 1 < ids.size()
                ? Optional.of(ids.get(at + 1))
                : at > 0 ? Optional.of(ids.get(at - 1)) : Optional.empty();
    }

    private static Optional<ContributionId> chosen(QueuePlace place, Page<QueueItem> page) {
        return Optional.ofNullable(place.choisie())
                .or(() -> page.items().stream().map(QueueItem::contribution).findFirst());
    }

    /** What is typed is part of a name, of a title or of a commune's, and the kind that is called so. */
    QueueFilter filter(QueuePlace place, Standing standing, Locale locale) {
        if (place.search().isEmpty()) {
            return QueueFilter.ALL;
        }
        return new QueueFilter(
                null, null, place.search(), places.codesLike(place.search()), kind(place.search(), standing, locale));
    }

    /**
     * Ways to all that is ready of one kind, which is decided together, where what is ready does not fit a page: the kinds
     * that most of the page is of.
     */
    private List<KindLink> kinds(QueuePlace place, Page<QueueItem> page, Standing standing, Locale locale) {
        if (place.tab() != Tab.READY || !place.search().isEmpty() || (place.suite() == null && page.next() == null)) {
            return List.of();
        }
        var counts = page.items().stream()
                .filter(item -> item.kinds().size() == 1)
                .collect(Collectors.groupingBy(
                        item -> item.kinds().iterator().next(), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<KindCode, Long>comparingByValue().reversed())
                .limit(KINDS)
                .map(Map.Entry::getKey)
                .map(code -> words.kind(standing.network(), code, locale))
                .map(name -> new KindLink(new QueuePlace(null, name, null, null).address(), name))
                .toList();
    }

    private @Nullable KindCode kind(String text, Standing standing, Locale locale) {
        var asked = SortName.of(text);
        return views.networks().kinds(standing.network(), AsOf.NOW).stream()
                .map(org.maillage.ledger.value.Kind::code)
                .filter(code -> asked.length() > 2
                        && SortName.of(words.kind(standing.network(), code, locale))
                                .startsWith(asked))
                // One that is called so, before one whose name goes on.
                .min(Comparator.comparingInt(
                        code -> words.kind(standing.network(), code, locale).length()))
                .orElse(null);
    }

    private List<TabLink> tabs(QueuePlace place, Map<Tab, Long> waiting, Locale locale) {
        var tabs = new ArrayList<TabLink>();
        for (var tab : Tab.values()) {
            tabs.add(new TabLink(
                    place.at(tab).address(),
                    words.say("queue.tab." + tab, locale),
                    waiting.get(tab),
                    tab == place.tab()));
        }
        return tabs;
    }

    private void week(Map<Tab, Long> waiting, Standing standing, Model model, Locale locale) {
        var monday = standing.today(clock)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(standing.zone())
                .toInstant();
        var pace = views.queue().pace(standing.network(), monday);
        long all = pace.done()
                + waiting.values().stream().mapToLong(Long::longValue).sum();
        model.addAttribute("pace", queueWords.pace(pace, locale));
        model.addAttribute("weekDone", words.say("shell.number", locale, pace.done()));
        model.addAttribute("week", all == 0 ? null : words.say("queue.week", locale, pace.done(), all));
        model.addAttribute("stitches", stitches(pace.done(), all));
    }

    // One stitch a claim while they fit, else in proportion.
    private static List<Boolean> stitches(long done, long all) {
        int count = Math.toIntExact(Math.min(all, STITCHES));
        long filled = all == 0 ? 0 : done * count / all;
        var stitches = new ArrayList<Boolean>();
        for (int i = 0; i < count; i++) {
            stitches.add(i < filled);
        }
        return stitches;
    }

    /** The list of one kind. */
    record KindLink(String href, String text) {}

    /** A tab with how many it holds; null where that is not counted. */
    record TabLink(String href, String text, @Nullable Long count, boolean current) {}
}
