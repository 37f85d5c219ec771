package org.maillage.web.contributions;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;
import org.maillage.ledger.event.ContributionEvent.ReversalReason;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.contribution.Share;
import org.maillage.projection.contribution.State;
import org.maillage.projection.member.Standing;
import org.maillage.web.contributions.MyTimeline.Asked;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's contributions, and one of them with its thread. */
@Controller
@RequestMapping("/contributions")
class ContributionPages {

    private static final Duration UNDO = Duration.ofMinutes(10);

    private final Projections views;
    private final MyTimeline timeline;
    private final MyYear year;
    private final ClaimSheet sheet;
    private final Seen seen;
    private final Words words;
    private final Clock clock;

    ContributionPages(
            Projections views,
            MyTimeline timeline,
            MyYear year,
            ClaimSheet sheet,
            Seen seen,
            Words words,
            Clock clock) {
        this.views = views;
        this.timeline = timeline;
        this.year = year;
        this.sheet = sheet;
        this.seen = seen;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String mine(
            @RequestParam(defaultValue = "") String etat,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String texte,
            @RequestParam @Nullable String suite,
            Standing standing,
            Model model,
            Locale locale) {
        var asked = new Asked(named(State.values(), etat), named(Role.values(), role), texte.strip());
        var kinds = Kinds.of(views, standing.network(), standing.today(clock));
        var shown = timeline.page(asked, suite, standing, kinds, locale);
        model.addAttribute("current", "contributions");
        model.addAttribute("months", shown.months());
        model.addAttribute("next", shown.next());
        model.addAttribute("asked", asked);
        model.addAttribute(
                "nothingYet", asked.all() && suite == null && shown.months().isEmpty());
        model.addAttribute("me", standing.member());
        model.addAttribute("states", State.values());
        model.addAttribute("roles", Role.values());
        model.addAttribute("key", FormKey.next());
        if (asked.all() && suite == null) {
            model.addAttribute("year", year.of(standing, standing.today(clock)));
        }
        return "contributions/list";
    }

    // A filter that somebody wrote by hand and that is none asks for all.
    private static <E extends Enum<E>> @Nullable E named(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @GetMapping("/{id}")
    String one(@PathVariable ContributionId id, Standing standing, Model model, Locale locale) {
        return show(seen.require(standing, id), Map.of(), Map.of(), standing, model, locale);
    }

    /**
     * The page of a claim.
     *
     * @param errors sentences by field, where a form of the page came back
     * @param typed what that form, or one that was kept, held by field
     */
    String show(
            Contribution claim,
            Map<String, String> errors,
            Map<String, String> typed,
            Standing standing,
            Model model,
            Locale locale) {
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        model.addAttribute("current", standing.coordinator() ? "queue" : "contributions");
        model.addAttribute("claim", claim);
        model.addAttribute("title", sheet.title(claim, locale));
        model.addAttribute("state", StateMark.of(claim.state()));
        model.addAttribute("by", words.name(claim.network(), claim.by(), locale));
        model.addAttribute("shares", sheet.shares(claim, locale));
        model.addAttribute("evidence", sheet.evidence(claim, locale));
        model.addAttribute("steps", sheet.thread(claim, standing, locale));
        model.addAttribute("key", FormKey.next());
        model.addAttribute("may", may(claim, standing));
        model.addAttribute("tried", Tried.of(typed.keySet()));
        model.addAttribute(
                "again",
                claim.shares().stream()
                        .anyMatch(share -> share.imported() == null
                                && share.contributor().equals(AccountId.of(standing.member()))));
        model.addAttribute("declineReasons", declineReasons(locale));
        model.addAttribute("reversalReasons", reversalReasons(locale));
        return "contributions/contribution";
    }

    // What is offered; what is allowed is for the ledger to say.
    private May may(Contribution claim, Standing standing) {
        var author = claim.by().equals(standing.member());
        var involved = Seen.people(claim).contains(standing.member());
        var decides = standing.coordinator() || standing.member().equals(claim.entrustedTo());
        var open = claim.state().isOpen();
        return new May(
                awaited(claim, standing).orElse(null),
                open && author,
                claim.state() == State.CLARIFICATION_ASKED && involved,
                claim.state() == State.DECLINED && author,
                open && decides && !involved,
                open && decides && involved,
                undo(claim, standing),
                claim.state() == State.VALIDATED && decides && !involved,
                open && !involved);
    }

    /** One's own share of a claim that waits for one's answer. */
    static Optional<String> awaited(Contribution claim, Standing standing) {
        return claim.shares().stream()
                .filter(_ -> claim.state().isOpen())
                .filter(share -> share.contributor().equals(AccountId.of(standing.member())))
                .filter(share -> share.answer() == Share.Answer.WAITING)
                .map(share -> share.share().toString())
                .findFirst();
    }

    private boolean undo(Contribution claim, Standing standing) {
        var decision = claim.decision();
        return decision != null
                && (claim.state() == State.VALIDATED || claim.state() == State.DECLINED)
                && decision.by().equals(standing.member())
                && Duration.between(decision.at(), clock.instant()).compareTo(UNDO) < 0;
    }

    private Map<String, String> declineReasons(Locale locale) {
        var reasons = new LinkedHashMap<String, String>();
        reasons.put("", words.say("contributions.reason.choose", locale));
        for (var reason : DeclineReason.values()) {
            reasons.put(reason.name(), words.say("contributions.decline." + reason, locale));
        }
        return reasons;
    }

    private Map<String, String> reversalReasons(Locale locale) {
        var reasons = new LinkedHashMap<String, String>();
        reasons.put("", words.say("contributions.reason.choose", locale));
        for (var reason : ReversalReason.values()) {
            reasons.put(reason.name(), words.say("contributions.reversal." + reason, locale));
        }
        return reasons;
    }

    /** Forms that came back: each is shown with what was written in it, also where it is too late for it. */
    record Tried(boolean question, boolean decline, boolean reversal, boolean answer, boolean appeal, boolean witness) {

        static Tried of(Set<String> fields) {
            return new Tried(
                    fields.contains("mots-precision"),
                    fields.contains("mots-refus") || fields.contains("motif-refus"),
                    fields.contains("mots-validation-annulee") || fields.contains("motif-validation-annulee"),
                    fields.contains("mots-reponse"),
                    fields.contains("mots-recours"),
                    fields.contains("mots-attestation"));
        }

        /** Whether any of them is in the part where one decides. */
        public boolean decision() {
            return question || decline || reversal;
        }

        /** Whether any of them is in the part of whoever is concerned. */
        public boolean said() {
            return answer || appeal || witness;
        }
    }

    /** What the page offers; {@code share} is one's own that waits for an answer, null where none. */
    record May(
            @Nullable String share,
            boolean withdraw,
            boolean answer,
            boolean appeal,
            boolean decide,
            boolean decidesNotOwn,
            boolean undo,
            boolean reverse,
            boolean attest) {}
}
