package org.maillage.web.coordination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.queue.QueueFilter;
import org.maillage.projection.queue.QueueItem;
import org.maillage.projection.queue.Tab;
import org.maillage.web.contributions.StateMark;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.maillage.web.security.Viewer.Standing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coordinators' queue, and deciding many at once. */
@Controller
@RequestMapping("/coordination/valider")
class QueuePages {

    private static final int ITEMS = 50;
    private static final int AT_ONCE = 500;

    private final Projections views;
    private final Commands commands;
    private final RefusalTexts refusals;
    private final Words words;

    QueuePages(Projections views, Commands commands, RefusalTexts refusals, Words words) {
        this.views = views;
        this.commands = commands;
        this.refusals = refusals;
        this.words = words;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "READY") Tab onglet,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam @Nullable String suite,
            Standing standing,
            Model model,
            Locale locale) {
        var filter = new QueueFilter(kind.isEmpty() ? null : new KindCode(kind), null, text.isBlank() ? null : text);
        var page = views.queue().items(standing.network(), onglet, filter, AsOf.NOW, suite, ITEMS);
        model.addAttribute("current", "queue");
        model.addAttribute("key", FormKey.next());
        model.addAttribute("tab", onglet);
        model.addAttribute("tabs", tabs(onglet, filter, standing, locale));
        model.addAttribute("kinds", kinds(onglet, standing, locale));
        model.addAttribute("kind", kind);
        model.addAttribute("text", text);
        model.addAttribute("filtered", !kind.isEmpty() || !text.isBlank());
        model.addAttribute(
                "items",
                page.items().stream().map(item -> item(item, standing, locale)).toList());
        model.addAttribute("next", page.next());
        return "coordination/queue";
    }

    @PostMapping("/choisies")
    String validateChosen(
            @RequestParam String key,
            @RequestParam(defaultValue = "") List<String> chosen,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        var claims = chosen.stream()
                .map(ContributionId::of)
                .distinct()
                .limit(AT_ONCE)
                .toList();
        validate(claims, key, viewer, standing, locale, after);
        return "redirect:/coordination/valider";
    }

    @PostMapping("/genre")
    String validateKind(
            @RequestParam String key,
            @RequestParam KindCode kind,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        var claims = views.queue().ofKind(standing.network(), Tab.READY, kind, AT_ONCE);
        validate(claims, key, viewer, standing, locale, after);
        return "redirect:/coordination/valider?kind=" + kind;
    }

    private void validate(
            List<ContributionId> claims,
            String key,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        var decisions = claims.stream()
                .map(claim -> new Validate(claim, standing.network(), standing.member(), List.of()))
                .toList();
        var names = claims.stream().map(ContributionId::toString).toList();
        var results = commands.runAll(viewer, FormKey.of(key), decisions, names);
        var left = new ArrayList<String>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof Ledger.Result.Declined(var refusal)) {
                left.add(title(claims.get(i), standing, locale) + " — " + refusals.whole(refusal, locale));
            }
        }
        after.addFlashAttribute(
                "notice", words.say("queue.bulk.done", locale, results.size() - left.size(), left.size()));
        after.addFlashAttribute("left", left);
    }

    private String title(ContributionId claim, Standing standing, Locale locale) {
        return views.queue()
                .item(standing.network(), claim, AsOf.NOW)
                .map(item -> name(item, locale) + ", " + kindNames(item, standing, locale))
                .or(() -> views.contributions()
                        .find(standing.network(), claim, AsOf.NOW)
                        .map(found -> words.name(standing.network(), found.by(), locale) + ", "
                                + kindNames(found, standing, locale)))
                .orElseGet(() -> words.say("queue.bulk.unknown", locale));
    }

    private List<TabLink> tabs(Tab current, QueueFilter filter, Standing standing, Locale locale) {
        var counts = views.queue().counts(standing.network(), filter, AsOf.NOW);
        var tabs = new ArrayList<TabLink>();
        for (var tab : Tab.values()) {
            tabs.add(new TabLink(
                    "/coordination/valider?onglet=" + tab,
                    words.say("queue.tab." + tab, locale),
                    counts.getOrDefault(tab, 0L),
                    tab == current));
        }
        return tabs;
    }

    private Map<String, String> kinds(Tab tab, Standing standing, Locale locale) {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("", words.say("queue.kind.all", locale));
        views.queue()
                .countsByKind(standing.network(), tab, AsOf.NOW)
                .forEach((kind, count) -> kinds.put(
                        kind.value(),
                        words.say("queue.kind", locale, words.kind(standing.network(), kind, locale), count)));
        return kinds;
    }

    private Item item(QueueItem item, Standing standing, Locale locale) {
        var quantity = item.units() > 0
                ? words.say("words.units", locale, item.units())
                : words.duration(item.minutes(), locale);
        return new Item(
                item.contribution().toString(),
                item.roles().stream().sorted().findFirst().orElse(null),
                name(item, locale),
                kindNames(item, standing, locale),
                quantity,
                words.day(item.firstDay(), locale),
                item.contributors().size(),
                item.reasons().stream()
                        .sorted()
                        .map(reason -> words.say("queue.closer." + reason, locale))
                        .toList(),
                StateMark.of(item.state()));
    }

    private String name(QueueItem item, Locale locale) {
        return item.name().isEmpty() ? words.say("words.nobody", locale) : item.name();
    }

    private String kindNames(QueueItem item, Standing standing, Locale locale) {
        return String.join(
                ", ",
                item.kinds().stream()
                        .map(kind -> words.kind(standing.network(), kind, locale))
                        .sorted()
                        .toList());
    }

    private String kindNames(Contribution claim, Standing standing, Locale locale) {
        return claim.shares().stream()
                .map(share -> words.kind(standing.network(), share.kind(), locale))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** One claim of the queue as the page shows it; {@code role} is null where the tariff knows none. */
    record Item(
            String id,
            org.maillage.ledger.value.@Nullable Role role,
            String name,
            String kinds,
            String quantity,
            String day,
            int contributors,
            List<String> reasons,
            StateMark state) {

        Item {
            Objects.requireNonNull(id);
            reasons = List.copyOf(reasons);
        }
    }

    /** A tab with how many it holds. */
    record TabLink(String href, String text, long count, boolean current) {}
}
