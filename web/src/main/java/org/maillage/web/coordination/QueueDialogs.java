package org.maillage.web.coordination;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand.Less;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;
import org.maillage.ledger.value.ContributionId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.member.Standing;
import org.maillage.projection.queue.QueueItem;
import org.maillage.web.RefusalStatus;
import org.maillage.web.contributions.ClaimSheet;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The queue with a question to the coordinator over it: why to decline, what to ask, how much to accept. */
@Component
class QueueDialogs {

    private final Projections views;
    private final QueueBoard board;
    private final Meanwhile meanwhile;
    private final LessForm lessForm;
    private final ClaimSheet sheet;
    private final Words words;

    QueueDialogs(
            Projections views,
            QueueBoard board,
            Meanwhile meanwhile,
            LessForm lessForm,
            ClaimSheet sheet,
            Words words) {
        this.views = views;
        this.board = board;
        this.meanwhile = meanwhile;
        this.lessForm = lessForm;
        this.sheet = sheet;
        this.words = words;
    }

    String decline(
            ContributionId claim,
            QueuePlace place,
            Map<String, String> errors,
            @Nullable DeclineReason chosen,
            String said,
            HttpServletRequest request,
            Standing standing,
            Model model,
            Locale locale) {
        var found = require(claim, standing);
        var name = firstName(claim, standing, locale);
        model.addAttribute("whole", words.name(found.network(), found.by(), locale));
        model.addAttribute("name", name);
        model.addAttribute("reasons", reasons(locale));
        model.addAttribute("chosen", chosen == null ? "" : chosen.name());
        model.addAttribute("said", said.isEmpty() ? greeting(name, locale) : said);
        return open("decline", errors, place, request, standing, model, locale);
    }

    /**
     * The form that asks for a clarification.
     *
     * @param claims those it is asked about
     * @param ready names of the ready questions that are chosen
     */
    String ask(
            List<ContributionId> claims,
            QueuePlace place,
            Map<String, String> errors,
            List<String> ready,
            String said,
            HttpServletRequest request,
            Standing standing,
            Model model,
            Locale locale) {
        model.addAttribute(
                "asked", claims.stream().map(ContributionId::toString).toList());
        model.addAttribute(
                "about",
                claims.stream().map(claim -> about(claim, standing, locale)).toList());
        model.addAttribute("questions", ReadyQuestion.values());
        model.addAttribute("chosenQuestions", ready);
        model.addAttribute("said", said);
        return open("ask", errors, place, request, standing, model, locale);
    }

    /**
     * Whether all that are ready of a kind are validated.
     *
     * @param counted those that were shown, and still are as they were
     */
    String kind(
            ShownKind shown,
            List<QueueItem> counted,
            QueuePlace place,
            HttpServletRequest request,
            Standing standing,
            Model model,
            Locale locale) {
        var claims = views.contributions()
                .summaries(
                        standing.network(),
                        counted.stream().map(QueueItem::contribution).toList());
        var quantities = claims.stream()
                .flatMap(claim -> claim.shares().stream())
                .flatMap(share -> Optional.ofNullable(share.confirmed()).stream())
                .toList();
        model.addAttribute("shownKind", shown);
        model.addAttribute(
                "shownClaims", counted.stream().map(QueueItem::contribution).toList());
        model.addAttribute("shownCount", counted.size());
        model.addAttribute("shownName", words.kind(standing.network(), shown.kind(), locale));
        model.addAttribute("shownSum", words.sum(quantities, locale));
        return open("kind", Map.of(), place, request, standing, model, locale);
    }

    String less(
            ContributionId claim,
            QueuePlace place,
            Map<String, String> errors,
            Map<String, String> typed,
            HttpServletRequest request,
            Standing standing,
            Model model,
            Locale locale) {
        model.addAttribute("parts", lessForm.parts(require(claim, standing), typed, locale));
        model.addAttribute("lessReasons", lessForm.reasons(locale));
        return open("less", errors, place, request, standing, model, locale);
    }

    /** Reads how much of each share is accepted, keeping sentences about what cannot be read. */
    List<Less> readLess(ContributionId claim, Map<String, String> typed, Form form, Standing standing, Locale locale) {
        return lessForm.read(require(claim, standing), typed, form, locale);
    }

    /** What is accepted of a claim and what was confirmed, each in all. */
    LessForm.Sums sums(ContributionId claim, List<Less> less, Standing standing, Locale locale) {
        return lessForm.sums(require(claim, standing), less, locale);
    }

    /** The queue where somebody else was faster: it says who, and keeps what was typed to be copied. */
    String late(
            Refused refused,
            Turn turn,
            String typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(RefusalStatus.of(refused).value());
        model.addAttribute("fault", meanwhile.said(refused, turn.claim(), turn.standing(), turn.locale()));
        return keep(typed, turn.place(), request, turn.standing(), model, turn.locale());
    }

    /** The queue with what was typed, to be copied. */
    String keep(
            String typed, QueuePlace place, HttpServletRequest request, Standing standing, Model model, Locale locale) {
        model.addAttribute("typed", typed);
        board.show(place, Shortcuts.on(request), standing, model, locale);
        return "coordination/queue";
    }

    private String open(
            String dialog,
            Map<String, String> errors,
            QueuePlace place,
            HttpServletRequest request,
            Standing standing,
            Model model,
            Locale locale) {
        model.addAttribute("dialog", dialog);
        model.addAttribute("errors", errors);
        board.show(place, Shortcuts.on(request), standing, model, locale);
        return "coordination/queue";
    }

    /** What a claim's author is called in a message to them: the first word of their name. */
    String firstName(ContributionId claim, Standing standing, Locale locale) {
        var found = require(claim, standing);
        return words.name(found.network(), found.by(), locale).split(" ", 2)[0];
    }

    /** How a message to somebody begins. */
    String greeting(String name, Locale locale) {
        return words.say("queue.decline.greeting", locale, name);
    }

    private String about(ContributionId claim, Standing standing, Locale locale) {
        var found = require(claim, standing);
        return words.say(
                "queue.ask.about", locale, sheet.title(found, locale), words.name(found.network(), found.by(), locale));
    }

    private Contribution require(ContributionId claim, Standing standing) {
        return views.contributions()
                .find(standing.network(), claim, AsOf.NOW)
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_CONTRIBUTION));
    }

    // Those that coordinators meet; «other» last, as everywhere. The claim's own page offers every reason.
    private List<Motive> reasons(Locale locale) {
        var motives = new ArrayList<Motive>();
        for (var reason : List.of(
                DeclineReason.DUPLICATE,
                DeclineReason.OUTSIDE_THE_NETWORK,
                DeclineReason.DURATION_DIFFERS,
                DeclineReason.OTHER)) {
            motives.add(new Motive(
                    reason.name(),
                    words.say("queue.decline.reason." + reason, locale),
                    reason == DeclineReason.OTHER ? null : words.say("queue.decline.hint." + reason, locale)));
        }
        return motives;
    }

    /** A reason to choose; {@code hint} is null where the word says enough. */
    record Motive(String value, String text, @Nullable String hint) {}
}
