package org.maillage.web.badges.work;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Definition;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.badge.AwardCommand.AwardByHand;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.member.Standing;
import org.maillage.web.RefusalStatus;
import org.maillage.web.badges.BadgeWords;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Awarding one badge to one person by hand, with why, and what shows it. */
@Controller
@RequestMapping("/coordination/badges/{id}/attribution")
class HandPages {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Fields that what the ledger refuses is about. */
    private static final Map<Reason, String> BESIDE = Map.ofEntries(
            Map.entry(Reason.UNKNOWN_MEMBER, "member"),
            Map.entry(Reason.NOT_AN_ACTIVE_MEMBER, "member"),
            Map.entry(Reason.DECIDES_OWN_BADGE, "member"),
            Map.entry(Reason.BADGE_REVOKED, "member"),
            Map.entry(Reason.TEXT_MISSING, "narrative"),
            Map.entry(Reason.TEXT_TOO_LONG, "narrative"),
            Map.entry(Reason.TEXT_UNREADABLE, "narrative"),
            Map.entry(Reason.LINK_INVALID, "evidence"));

    private final Badges badges;
    private final Sight sight;
    private final People people;
    private final Commands commands;
    private final RefusalTexts refusals;
    private final Words words;
    private final Clock clock;

    HandPages(
            Badges badges,
            Sight sight,
            People people,
            Commands commands,
            RefusalTexts refusals,
            Words words,
            Clock clock) {
        this.badges = badges;
        this.sight = sight;
        this.people = people;
        this.commands = commands;
        this.refusals = refusals;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What was typed.
     *
     * @param qui part of a name that is searched for
     * @param member the id of who was chosen; empty for nobody
     */
    record Typed(String qui, String member, String narrative, String evidence) {
        static final Typed NOTHING = new Typed("", "", "", "");

        /** As a form sent it; a choice that nobody made is not sent at all. */
        static Typed of(Map<String, String> fields) {
            return new Typed(
                    fields.getOrDefault("qui", ""),
                    fields.getOrDefault("member", ""),
                    fields.getOrDefault("narrative", ""),
                    fields.getOrDefault("evidence", ""));
        }
    }

    @GetMapping
    String form(@PathVariable BadgeDefinitionId id, Standing standing, Model model, Locale locale) {
        var definition = WorkPages.require(badges, id, standing, clock);
        Refused.when(definition.retired(), Reason.BADGE_RETIRED);
        var key = FormKey.next().toString();
        return page(definition, Typed.NOTHING, Map.of(), key, standing, model, locale);
    }

    private String page(
            Definition definition,
            Typed typed,
            Map<String, String> errors,
            String key,
            Standing standing,
            Model model,
            Locale locale) {
        var found = new ArrayList<>(people.search(typed.qui(), standing));
        people.find(typed.member(), standing)
                .filter(chosen -> found.stream().noneMatch(one -> one.id().equals(chosen.id())))
                .ifPresent(chosen -> found.add(0, chosen));
        model.addAttribute("current", "badgeWork");
        model.addAttribute("definition", definition.definition());
        model.addAttribute("name", BadgeWords.text(definition.content(), locale).name());
        model.addAttribute(
                "criteria", BadgeWords.text(definition.content(), locale).criteria());
        model.addAttribute("typed", typed);
        model.addAttribute("found", List.copyOf(found));
        model.addAttribute("errors", errors);
        model.addAttribute("key", key);
        return "badges/work/hand";
    }

    @PostMapping
    String award(
            @PathVariable BadgeDefinitionId id,
            @RequestParam String key,
            @RequestParam(defaultValue = "send") String act,
            @RequestParam Map<String, String> fields,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        var definition = WorkPages.require(badges, id, standing, clock);
        var typed = Typed.of(fields);
        var form = new Form();
        if (!act.equals("search")) {
            send(definition, typed, key, form, viewer, standing, locale, response);
        }
        if (act.equals("search") || !form.isRead()) {
            return page(definition, typed, form.errors(), key, standing, model, locale);
        }
        var name = words.name(standing.network(), MemberId.of(typed.member()), locale);
        after.addFlashAttribute("notice", words.say("work.hand.done", locale, name));
        return "redirect:/coordination/badges/" + id;
    }

    private void send(
            Definition definition,
            Typed typed,
            String key,
            Form form,
            Viewer viewer,
            Standing standing,
            Locale locale,
            HttpServletResponse response) {
        var member = form.read("member", () -> MemberId.of(typed.member()), words.say("work.hand.nobody", locale));
        if (typed.narrative().isBlank()) {
            form.fault("narrative", words.say("work.hand.why", locale));
        }
        response.setStatus(form.isRead() ? HttpStatus.OK.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
        if (member == null || !form.isRead()) {
            return;
        }
        var command = new AwardByHand(
                definition.definition(),
                standing.network(),
                member,
                standing.member(),
                typed.narrative(),
                typed.evidence(),
                false);
        try {
            var outcome = commands.run(viewer, FormKey.of(key), command);
            badges.awaitPosition(outcome.position(), PATIENCE);
            // What its member alone knows of was awarded too, as to anybody; that it is there is said of what is seen.
            var seen = sight.sees(AwardId.of(definition.definition(), member), standing);
            if (outcome.events() == 0 && !outcome.repeated() && seen) {
                form.fault("member", words.say("work.hand.already", locale));
                response.setStatus(HttpStatus.CONFLICT.value());
            }
        } catch (Refused refused) {
            var field = BESIDE.get(refused.reason());
            if (field == null) {
                throw refused;
            }
            form.fault(field, refusals.whole(refused, locale));
            response.setStatus(RefusalStatus.of(refused).value());
        }
    }
}
