package org.maillage.web.contributions;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maillage.ledger.event.ContributionEvent.Question;
import org.maillage.ledger.value.Payment;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Standing;
import org.maillage.web.contributions.ClaimEstimate.Estimate;
import org.maillage.web.contributions.ClaimReading.Says;
import org.maillage.web.frame.CivilDay;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of the claim form. */
@Component
class ClaimScreen {

    /** Durations that are offered at once, in minutes. */
    static final List<String> USUAL = List.of("30", "60", "90", "120");

    // Fields of other people bear what they are and whose.
    private static final String PEOPLE = "with";

    /** Fields in the order of the page. */
    private static final List<String> FIELDS = List.of(
            "kind",
            "duration",
            "hours",
            "minutes",
            "units",
            "day",
            PEOPLE,
            "who",
            "photo",
            "document",
            "link",
            "sentence",
            "title",
            "commune",
            "start",
            "preparation",
            "payment");

    private final Projections views;
    private final ClaimPeople people;
    private final ClaimTraces traces;
    private final ClaimPlaces places;
    private final ClaimEstimate estimates;
    private final Repeats repeats;
    private final Words words;
    private final RefusalTexts refusals;
    private final Clock clock;

    ClaimScreen(
            Projections views,
            ClaimPeople people,
            ClaimTraces traces,
            ClaimPlaces places,
            ClaimEstimate estimates,
            Repeats repeats,
            Words words,
            RefusalTexts refusals,
            Clock clock) {
        this.views = views;
        this.people = people;
        this.traces = traces;
        this.places = places;
        this.estimates = estimates;
        this.repeats = repeats;
        this.words = words;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Where the focus goes on a page that answers a form: to what it brought. */
    enum Focus {
        NONE,
        PEOPLE,
        TRACES,
        ESTIMATE
    }

    Kinds kinds(Standing standing) {
        return Kinds.of(views, standing.network(), standing.today(clock));
    }

    LocalDate today(Standing standing) {
        return standing.today(clock);
    }

    Says says(Locale locale) {
        return new Says(words, refusals, locale);
    }

    /** The page of a form. */
    String page(
            ClaimForm claim,
            Map<String, String> errors,
            Set<Question> asked,
            Focus focus,
            Standing standing,
            Model model,
            Locale locale) {
        var kinds = kinds(standing);
        var today = standing.today(clock);
        model.addAttribute("current", "claim");
        model.addAttribute("claim", claim);
        model.addAttribute("errors", inOrder(errors));
        model.addAttribute("focus", focus.name());
        model.addAttribute("me", standing.member());
        model.addAttribute(
                "longDay",
                asked.contains(Question.LONG_DAY) || !claim.text("longDay").isEmpty());
        model.addAttribute(
                "duplicate",
                asked.contains(Question.DUPLICATE) || !claim.text("duplicate").isEmpty());
        model.addAttribute("today", today.toString());
        model.addAttribute("yesterday", today.minusDays(1).toString());
        model.addAttribute("day", shown(claim.day().isEmpty() ? claim.text("day") : claim.day()));
        model.addAttribute(
                "when", when(claim, today.toString(), today.minusDays(1).toString()));
        model.addAttribute("durations", durations(locale));
        model.addAttribute("verbs", kinds.verbs(words, locale));
        model.addAttribute("counts", kinds.anyCounted());
        model.addAttribute("counted", kinds.counted());
        model.addAttribute("payments", payments(locale));
        model.addAttribute("people", people.rows(claim, standing, locale));
        model.addAttribute("results", people.search(claim, standing));
        model.addAttribute("traces", traces.kept(claim, standing));
        model.addAttribute("communes", places.offered(standing));
        model.addAttribute("commune", places.shown(claim, standing));
        model.addAttribute(
                "repeats",
                claim.text("replaces").isEmpty() ? repeats.cards(standing, kinds, today, locale) : List.of());
        estimate(claim, kinds, standing, locale).ifPresent(estimate -> model.addAttribute("estimate", estimate));
        return "contributions/claim";
    }

    // The summary leads through the page from its top to its end.
    private static Map<String, String> inOrder(Map<String, String> errors) {
        var ordered = new LinkedHashMap<String, String>();
        errors.entrySet().stream()
                .sorted(Comparator.comparingInt(error -> place(error.getKey())))
                .forEach(error -> ordered.put(error.getKey(), error.getValue()));
        return ordered;
    }

    private static int place(String field) {
        var at = FIELDS.indexOf(field);
        return at < 0 ? FIELDS.indexOf(PEOPLE) : at;
    }

    /** What the form as it stands would be worth; empty where too little of it is said. */
    Optional<Estimate> estimate(ClaimForm claim, Standing standing, Locale locale) {
        return estimate(claim, kinds(standing), standing, locale);
    }

    private Optional<Estimate> estimate(ClaimForm claim, Kinds kinds, Standing standing, Locale locale) {
        return new ClaimReading(claim, standing, kinds, new Form(), says(locale))
                .own()
                .flatMap(own -> estimates.of(own, kinds.measure(own.kind().value()), standing, locale));
    }

    // A field of a day shows nothing else; what is none stays as it was typed.
    private static String shown(String day) {
        try {
            return CivilDay.of(day).toString();
        } catch (DateTimeException _) {
            return day;
        }
    }

    private static String when(ClaimForm claim, String today, String yesterday) {
        var day = claim.day();
        if (claim.text("when").equals("other")) {
            return "other";
        }
        return day.isEmpty() || day.equals(today) ? today : day.equals(yesterday) ? yesterday : "other";
    }

    private Map<String, String> durations(Locale locale) {
        var durations = new LinkedHashMap<String, String>();
        for (var minutes : USUAL) {
            durations.put(minutes, words.duration(Integer.parseInt(minutes), locale));
        }
        return durations;
    }

    private Map<String, String> payments(Locale locale) {
        var payments = new LinkedHashMap<String, String>();
        for (var payment : Payment.values()) {
            payments.put(payment.name(), words.say("claim.payment." + payment, locale));
        }
        return payments;
    }
}
