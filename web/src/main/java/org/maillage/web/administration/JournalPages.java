package org.maillage.web.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.journal.JournalBrowser;
import org.maillage.ledger.journal.JournalBrowser.Entry;
import org.maillage.ledger.journal.JournalBrowser.Filter;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Projections;
import org.maillage.web.frame.CivilDay;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Looking into the journal: newest first, and one event with its stream, its cause and its effects. */
@Controller
@RequestMapping("/administration/journal")
class JournalPages {

    private static final int ITEMS = 50;
    private static final int EFFECTS = 200;

    private final JournalBrowser journal;
    private final EventShown shown;
    private final Projections views;
    private final Words words;

    JournalPages(JournalBrowser journal, EventShown shown, Projections views, Words words) {
        this.journal = journal;
        this.shown = shown;
        this.views = views;
        this.words = words;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> typed, Model model, Locale locale) {
        var form = new Form();
        var filter = filter(typed, form, locale);
        var before = form.read(
                "numero",
                () -> start(typed.getOrDefault("numero", ""), typed.getOrDefault("avant", "")),
                words.say("journal.number.unreadable", locale));
        model.addAttribute("current", "administration");
        model.addAttribute("typed", typed);
        model.addAttribute("errors", form.errors());
        model.addAttribute("names", names(locale));
        model.addAttribute("networks", networks(locale));
        model.addAttribute("events", List.of());
        if (filter != null && before != null && form.isRead()) {
            var found = journal.before(filter, before, ITEMS);
            model.addAttribute(
                    "events",
                    found.entries().stream()
                            .map(entry -> shown.line(entry, locale))
                            .toList());
            model.addAttribute("next", found.next());
            model.addAttribute(
                    "further", found.next() != null && found.entries().size() < ITEMS);
        }
        return "administration/journal";
    }

    @GetMapping("/{position}")
    String event(@PathVariable long position, Model model, Locale locale) {
        var entry = journal.at(position).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("current", "administration");
        model.addAttribute("event", shown.line(entry, locale));
        model.addAttribute("payload", shown.payload(entry, locale));
        model.addAttribute("actor", shown.actor(entry.actor(), locale));
        model.addAttribute("cause", cause(entry, locale));
        model.addAttribute("effects", lines(journal.causedBy(entry.eventId(), EFFECTS), locale));
        model.addAttribute(
                "together",
                lines(
                        journal.ofCommand(entry).stream()
                                .filter(other -> other.position() != position)
                                .toList(),
                        locale));
        return "administration/event";
    }

    private EventShown.@Nullable Line cause(Entry entry, Locale locale) {
        var cause = entry.cause();
        return cause == null
                ? null
                : journal.event(cause).map(found -> shown.line(found, locale)).orElse(null);
    }

    private List<EventShown.Line> lines(List<Entry> entries, Locale locale) {
        return entries.stream().map(entry -> shown.line(entry, locale)).toList();
    }

    private static long start(String number, String before) {
        if (!before.isEmpty()) {
            return Long.parseLong(before);
        }
        if (number.isBlank()) {
            return Long.MAX_VALUE;
        }
        long asked = Long.parseLong(number.strip());
        if (asked < 1) {
            throw new IllegalArgumentException("positions start at 1");
        }
        return asked == Long.MAX_VALUE ? asked : asked + 1;
    }

    private @Nullable Filter filter(Map<String, String> typed, Form form, Locale locale) {
        var streams = form.read(
                "flux",
                () -> Streams.named(typed.getOrDefault("flux", "")),
                words.say("journal.stream.unreadable", locale));
        var network = typed.getOrDefault("reseau", "");
        var zone = network.isEmpty() ? EventShown.ZONE : zone(network);
        var from = day("du", typed, form, locale);
        var until = day("au", typed, form, locale);
        if (from != null && until != null && until.isBefore(from)) {
            form.fault("au", words.say("journal.days.reversed", locale));
        }
        if (!form.isRead() || streams == null) {
            return null;
        }
        return new Filter(
                streams,
                versions(typed.getOrDefault("nom", "")),
                network.isEmpty() ? null : NetworkId.of(network),
                from == null ? null : start(from, zone),
                until == null ? null : start(until.plusDays(1), zone));
    }

    private ZoneId zone(String network) {
        return views.networks()
                .find(NetworkId.of(network))
                .map(found -> found.zone())
                .orElse(EventShown.ZONE);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private @Nullable LocalDate day(String field, Map<String, String> typed, Form form, Locale locale) {
        var text = typed.getOrDefault(field, "");
        return text.isBlank()
                ? null
                : form.read(field, () -> CivilDay.of(text.strip()), words.say("journal.day.unreadable", locale));
    }

    /** Every version of a name; none asks for all. */
    private static List<String> versions(String name) {
        return name.isEmpty()
                ? List.of()
                : EventJson.names().stream()
                        .filter(versioned -> unversioned(versioned).equals(name))
                        .toList();
    }

    private Map<String, String> names(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        names.put("", words.say("journal.all", locale));
        EventJson.names().stream().map(JournalPages::unversioned).distinct().forEach(name -> names.put(name, name));
        return names;
    }

    private static String unversioned(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    private Map<String, String> networks(Locale locale) {
        var networks = new LinkedHashMap<String, String>();
        networks.put("", words.say("journal.all", locale));
        views.networks().all().forEach(one -> networks.put(one.network().toString(), one.name()));
        return networks;
    }
}
