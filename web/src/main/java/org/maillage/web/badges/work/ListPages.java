package org.maillage.web.badges.work;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.award.BulkAward;
import org.maillage.badge.award.BulkAward.Result;
import org.maillage.projection.member.Standing;
import org.maillage.web.badges.BadgeWords;
import org.maillage.web.badges.work.KeptLists.Kept;
import org.maillage.web.badges.work.ListCheck.Checked;
import org.maillage.web.badges.work.ListFile.Fault;
import org.maillage.web.badges.work.ListFile.Line;
import org.maillage.web.badges.work.ListFile.Read;
import org.maillage.web.frame.Csv;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Awarding badges by a list: sent, read over row by row, awarded, and what was refused given back. */
@Controller
@RequestMapping("/coordination/badges/listes")
class ListPages {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** What became of a row that the list has above already. */
    private static final String TWICE = "F:" + ListCheck.Finding.TWICE;

    private final KeptLists lists;
    private final ListCheck check;
    private final Badges badges;
    private final RefusalTexts refusals;
    private final Words words;

    ListPages(KeptLists lists, ListCheck check, Badges badges, RefusalTexts refusals, Words words) {
        this.lists = lists;
        this.check = check;
        this.badges = badges;
        this.refusals = refusals;
        this.words = words;
    }

    @GetMapping
    String form(Standing standing, Model model, Locale locale) {
        return form(Map.of(), standing, model, locale);
    }

    private String form(Map<String, String> errors, Standing standing, Model model, Locale locale) {
        model.addAttribute("current", "badgeWork");
        model.addAttribute("errors", errors);
        model.addAttribute("key", FormKey.next());
        model.addAttribute("reviews", badges.awards().reviews(standing.network()));
        model.addAttribute(
                "names",
                check.named(standing).stream()
                        .map(definition ->
                                BadgeWords.text(definition.content(), locale).name())
                        .toList());
        return "badges/work/lists";
    }

    @PostMapping
    String send(
            @RequestParam String key,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var list = FormKey.of(key).id("list");
        if (file == null || file.isEmpty()) {
            return refused(Fault.EMPTY, standing, model, locale, response);
        }
        if (file.getSize() > ListFile.LARGEST) {
            return refused(Fault.TOO_LARGE, standing, model, locale, response);
        }
        var text = ListFile.text(file.getBytes());
        if (text.isEmpty()) {
            return refused(Fault.NOT_TEXT, standing, model, locale, response);
        }
        return switch (ListFile.read(text.get())) {
            case Read.Unread(Fault fault) -> refused(fault, standing, model, locale, response);
            case Read.Lines _ -> {
                lists.keep(list, text.get(), standing);
                yield "redirect:/coordination/badges/listes/" + list;
            }
        };
    }

    private String refused(Fault fault, Standing standing, Model model, Locale locale, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var said = words.say("work.list.fault." + fault, locale, ListFile.MOST_ROWS, ListFile.LARGEST / 1_024);
        return form(Map.of("file", said), standing, model, locale);
    }

    /** A file to begin with: the names of the columns and one row. */
    @GetMapping("/modele.csv")
    void template(Locale locale, HttpServletResponse response) throws IOException {
        begin("modele.csv", response);
        try (var csv = Csv.begin(response.getOutputStream(), locale)) {
            csv.writeRecord(columns(locale));
            csv.writeRecord(List.of(words.say("work.list.sample", locale).split(" / ", -1)));
        }
    }

    private List<String> columns(Locale locale) {
        return List.of(
                words.say("work.list.column.person", locale),
                words.say("work.list.column.badge", locale),
                words.say("work.list.column.why", locale),
                words.say("work.list.column.evidence", locale));
    }

    private static void begin(String name, HttpServletResponse response) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /**
     * A row as the pages show it.
     *
     * @param kind success, info or error
     * @param text what will become of it, or has
     * @param twice whether the list has the same person and badge above
     */
    record Row(long number, String person, String badge, String kind, String icon, String text, boolean twice) {}

    @GetMapping("/{list}")
    String show(@PathVariable UUID list, Standing standing, Model model, Locale locale) {
        var kept = require(list, standing);
        var lines = lines(kept);
        var outcomes = kept.outcomes();
        var rows = outcomes == null
                ? check.check(lines, standing).stream()
                        .map(one -> found(one, locale))
                        .toList()
                : done(lines, outcomes, locale);
        model.addAttribute("current", "badgeWork");
        model.addAttribute("list", list);
        model.addAttribute("rows", rows);
        model.addAttribute("done", outcomes != null);
        model.addAttribute(
                "fine",
                rows.stream().filter(row -> row.kind().equals("success")).count());
        model.addAttribute("nothing", nothing(rows, locale));
        model.addAttribute(
                "wrong", rows.stream().filter(row -> row.kind().equals("error")).count());
        return "badges/work/checked";
    }

    /** How many rows add nothing, and why; empty where each adds something, or is left out. */
    private String nothing(List<Row> rows, Locale locale) {
        var idle = rows.stream().filter(row -> row.kind().equals("info")).toList();
        var twice = idle.stream().filter(Row::twice).count();
        var there = idle.size() - twice;
        if (twice == 0) {
            return there == 0 ? "" : words.say("work.lists.there", locale, there);
        }
        return there == 0
                ? words.say("work.lists.twice", locale, twice)
                : words.say("work.lists.both", locale, idle.size(), there, twice);
    }

    private Kept require(UUID list, Standing standing) {
        return lists.find(list, standing).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<Line> lines(Kept kept) {
        return switch (ListFile.read(kept.text())) {
            case Read.Lines(List<Line> lines) -> lines;
            case Read.Unread _ -> List.of();
        };
    }

    private Row found(Checked one, Locale locale) {
        var line = one.line();
        var kind = one.asked() != null ? "success" : one.finding().isFine() ? "info" : "error";
        var twice = one.finding() == ListCheck.Finding.TWICE;
        return row(line, kind, words.say("work.list.will." + one.finding(), locale), twice);
    }

    private static Row row(Line line, String kind, String text, boolean twice) {
        var icon = kind.equals("success") ? "coche" : kind.equals("info") ? "info" : "alerte";
        return new Row(line.number(), line.person(), line.badge(), kind, icon, text, twice);
    }

    private List<Row> done(List<Line> lines, List<String> outcomes, Locale locale) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < lines.size(); i++) {
            var outcome = i < outcomes.size() ? outcomes.get(i) : "";
            rows.add(row(lines.get(i), kind(outcome), text(outcome, locale), outcome.equals(TWICE)));
        }
        return rows;
    }

    // Kept as a letter for what happened, and a reason where a row was refused.
    private static String kind(String outcome) {
        return outcome.equals("A") ? "success" : outcome.equals("T") || outcome.equals(TWICE) ? "info" : "error";
    }

    private String text(String outcome, Locale locale) {
        if (outcome.equals("A") || outcome.equals("T")) {
            return words.say("work.list.done." + outcome, locale);
        }
        if (outcome.startsWith("F:")) {
            return words.say("work.list.will." + outcome.substring(2), locale);
        }
        return reason(outcome)
                .map(reason -> refusals.why(reason, locale))
                .orElse(words.say("work.list.done.U", locale));
    }

    private static Optional<org.maillage.ledger.Reason> reason(String outcome) {
        return outcome.startsWith("R:")
                ? Optional.of(org.maillage.ledger.Reason.valueOf(outcome.substring(2)))
                : Optional.empty();
    }

    @PostMapping("/{list}/attribution")
    String award(@PathVariable UUID list, Viewer viewer, Standing standing) {
        var kept = require(list, standing);
        if (kept.outcomes() == null) {
            var checked = check.check(lines(kept), standing);
            var asked = new ArrayList<BulkAward.Row>();
            checked.forEach(one -> Optional.ofNullable(one.asked()).ifPresent(asked::add));
            var results = badges.bulk().award(standing.network(), standing.member(), viewer.actor(), list, asked);
            lists.done(list, outcomes(checked, results));
            badges.awaitPosition(badges.position() + badges.lag(), PATIENCE);
        }
        return "redirect:/coordination/badges/listes/" + list;
    }

    private static List<String> outcomes(List<Checked> checked, List<Result> results) {
        var left = new ArrayList<>(results);
        var outcomes = new ArrayList<String>();
        for (var one : checked) {
            if (one.asked() != null) {
                outcomes.add(outcome(left.removeFirst()));
            } else {
                outcomes.add(one.finding() == ListCheck.Finding.THERE ? "T" : "F:" + one.finding());
            }
        }
        return outcomes;
    }

    // What was there though reading over did not say so is known to its member alone, or was awarded by the same list.
    private static String outcome(Result result) {
        return switch (result) {
            case Result.Awarded _, Result.AlreadyThere _ -> "A";
            case Result.Declined(var _, var reason) -> "R:" + reason;
        };
    }

    /** What was refused, as a file that can be mended and sent again. */
    @GetMapping("/{list}/refusees.csv")
    void refused(@PathVariable UUID list, Standing standing, Locale locale, HttpServletResponse response)
            throws IOException {
        var kept = require(list, standing);
        var lines = lines(kept);
        var outcomes = kept.outcomes();
        var rows = outcomes == null
                ? check.check(lines, standing).stream()
                        .map(one -> found(one, locale))
                        .toList()
                : done(lines, outcomes, locale);
        begin("refusees.csv", response);
        try (var csv = Csv.begin(response.getOutputStream(), locale)) {
            var header = new ArrayList<>(columns(locale));
            header.add(words.say("work.list.column.line", locale));
            header.add(words.say("work.list.column.reason", locale));
            csv.writeRecord(header);
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).kind().equals("error")) {
                    csv.writeRecord(cells(lines.get(i), rows.get(i)));
                }
            }
        }
    }

    private static List<String> cells(Line line, Row row) {
        return java.util.stream.Stream.of(
                        line.person(),
                        line.badge(),
                        line.narrative(),
                        line.evidence(),
                        Long.toString(line.number()),
                        row.text())
                .map(Csv::text)
                .toList();
    }
}
