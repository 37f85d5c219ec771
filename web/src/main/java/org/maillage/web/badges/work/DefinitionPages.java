package org.maillage.web.badges.work;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Definition;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.badge.DefinitionCommand;
import org.maillage.ledger.badge.DefinitionCommand.Define;
import org.maillage.ledger.badge.DefinitionCommand.Retire;
import org.maillage.ledger.badge.DefinitionCommand.Revise;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.projection.member.Standing;
import org.maillage.web.RefusalStatus;
import org.maillage.web.badges.BadgeWords;
import org.maillage.web.badges.work.DefinitionScreen.Writing;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing a badge: anew, or as the next version of one; its rule is built part by part, without code. */
@Controller
@RequestMapping("/coordination/badges")
class DefinitionPages {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Fields that what the ledger refuses is about. */
    private static final Map<Reason, String> BESIDE = Map.of(
            Reason.RULE_TOO_LARGE, "what-r",
            Reason.UNKNOWN_KIND, "what-r",
            Reason.TEXT_UNREADABLE, "nameFr",
            Reason.VERSION_NOT_NEXT, "version");

    private final Badges badges;
    private final DefinitionScreen screen;
    private final BadgeDrafts drafts;
    private final Commands commands;
    private final RefusalTexts refusals;
    private final Words words;
    private final Clock clock;

    DefinitionPages(
            Badges badges,
            DefinitionScreen screen,
            BadgeDrafts drafts,
            Commands commands,
            RefusalTexts refusals,
            Words words,
            Clock clock) {
        this.badges = badges;
        this.screen = screen;
        this.drafts = drafts;
        this.commands = commands;
        this.refusals = refusals;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/nouveau")
    String anew(
            @RequestParam(required = false) @Nullable UUID brouillon, Standing standing, Model model, Locale locale) {
        var key = FormKey.next().toString();
        var begun = Optional.ofNullable(brouillon)
                .flatMap(id -> drafts.find(id, standing))
                .filter(draft -> draft.of() == null);
        begun.ifPresent(_ -> model.addAttribute("brouillon", brouillon));
        var form = begun.map(BadgeDrafts.Begun::form).orElseGet(DefinitionForm::blank);
        return screen.page(Writing.ANEW, form, Map.of(), "", key, standing, model, locale);
    }

    @GetMapping("/{id}/revision")
    String revise(
            @PathVariable BadgeDefinitionId id,
            @RequestParam(required = false) @Nullable UUID brouillon,
            Standing standing,
            Model model,
            Locale locale) {
        var definition = WorkPages.require(badges, id, standing, clock);
        Refused.when(definition.retired(), Reason.BADGE_RETIRED);
        var writing = writing(definition, locale);
        var key = FormKey.next().toString();
        var begun = Optional.ofNullable(brouillon)
                .flatMap(draft -> drafts.find(draft, standing))
                .filter(draft -> id.equals(draft.of()));
        if (begun.isEmpty()) {
            var form = DefinitionForm.of(definition.content());
            return screen.page(writing, form, Map.of(), "", key, standing, model, locale);
        }
        model.addAttribute("brouillon", brouillon);
        // Whoever goes on with it after others published reads so first, and then writes the version after theirs.
        Map<String, String> behind = begun.get().version() == writing.version()
                ? Map.of()
                : Map.of("version", words.say("work.draft.behind", locale, writing.version() - 1));
        return screen.page(writing, begun.get().form(), behind, "", key, standing, model, locale);
    }

    private static Writing writing(Definition definition, Locale locale) {
        return new Writing(
                definition.definition(),
                BadgeWords.text(definition.content(), locale).name(),
                definition.newest().number() + 1);
    }

    /** What a rule would do today, while it is built. */
    @PostMapping("/apercu")
    String preview(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable BadgeDefinitionId definition,
            Standing standing,
            Model model,
            Locale locale) {
        screen.preview(RulePart.read(typed), definition, standing, model, locale);
        return "badges/work/rule :: preview";
    }

    /** Who sent the form, and where its answer goes. */
    private record Sent(
            DefinitionForm form,
            String key,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {}

    @PostMapping("/nouveau")
    String define(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam String key,
            @RequestParam(defaultValue = "send") String act,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        var id = new BadgeDefinitionId(FormKey.of(key).id("badge"));
        var sent = new Sent(DefinitionForm.of(typed), key, viewer, standing, model, locale, response, after);
        return take(
                Writing.ANEW,
                act,
                sent,
                id,
                content -> new Define(id, standing.network(), standing.member(), content, null));
    }

    @PostMapping("/{id}/revision")
    String revise(
            @PathVariable BadgeDefinitionId id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "send") String act,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        var definition = WorkPages.require(badges, id, standing, clock);
        var of = writing(definition, locale);
        // The version that was read: where somebody else was faster, or none was read, nothing is written over.
        var read = version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 1;
        var sent = new Sent(DefinitionForm.of(typed), key, viewer, standing, model, locale, response, after);
        // Sent a second time, the version is there: the ledger answers as before.
        if (act.equals("send") && read == of.version() && isUnchanged(sent, definition)) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            var errors = Map.of("version", words.say("work.unchanged", locale));
            return screen.page(new Writing(id, of.name(), read), sent.form(), errors, "", key, standing, model, locale);
        }
        return take(
                new Writing(id, of.name(), read),
                act,
                sent,
                id,
                content -> new Revise(id, standing.network(), standing.member(), read, content));
    }

    private boolean isUnchanged(Sent sent, Definition definition) {
        return sent.form()
                .read(new Form(), words, sent.locale())
                .filter(definition.content()::equals)
                .isPresent();
    }

    private interface Asking {
        DefinitionCommand command(BadgeContent content);
    }

    /** The form was sent, or one of its buttons asks for something on the way. */
    private String take(Writing writing, String act, Sent sent, BadgeDefinitionId id, Asking asking) {
        draft(sent).ifPresent(draft -> sent.model().addAttribute("brouillon", draft));
        var way = act.split(":", 2);
        var where = way.length == 2 ? way[1] : "";
        return switch (way[0]) {
            case "add" -> added(writing, where, sent);
            case "remove" -> back(writing, sent.form().with(sent.form().rule().without(where)), "conditions", sent);
            case "preview" -> {
                screen.preview(sent.form().rule(), writing.definition(), sent.standing(), sent.model(), sent.locale());
                yield back(writing, sent.form(), "apercu", sent);
            }
            case "keep" -> kept(writing, sent);
            default -> send(writing, sent, id, asking);
        };
    }

    private static Optional<UUID> draft(Sent sent) {
        try {
            return Optional.of(UUID.fromString(sent.form().text("brouillon")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private String kept(Writing writing, Sent sent) {
        var id = draft(sent).orElseGet(() -> FormKey.of(sent.key()).id("badge-draft"));
        var begun = new BadgeDrafts.Begun(sent.form(), writing.definition(), writing.version());
        if (!drafts.keep(id, begun, sent.standing())) {
            sent.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var fault = Map.of("nameFr", words.say("work.drafts.many", sent.locale(), BadgeDrafts.MOST));
            return screen.page(
                    writing, sent.form(), fault, "", sent.key(), sent.standing(), sent.model(), sent.locale());
        }
        sent.after().addFlashAttribute("notice", words.say("work.draft.kept", sent.locale()));
        return "redirect:/coordination/badges";
    }

    private String added(Writing writing, String group, Sent sent) {
        var what = RulePart.what(sent.form().text("add-" + group));
        var rule = sent.form().rule().and(group, what);
        return back(writing, sent.form().with(rule), rule.last(group), sent);
    }

    private String back(Writing writing, DefinitionForm form, String focus, Sent sent) {
        return screen.page(writing, form, Map.of(), focus, sent.key(), sent.standing(), sent.model(), sent.locale());
    }

    private String send(Writing writing, Sent sent, BadgeDefinitionId id, Asking asking) {
        var form = new Form();
        var content = sent.form().read(form, words, sent.locale());
        content.ifPresent(read -> ask(asking.command(read), form, sent));
        if (!form.isRead()) {
            if (sent.response().getStatus() == HttpStatus.OK.value()) {
                sent.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
            return screen.page(
                    writing, sent.form(), form.errors(), "", sent.key(), sent.standing(), sent.model(), sent.locale());
        }
        draft(sent).ifPresent(draft -> drafts.remove(draft, sent.standing()));
        var done = writing.definition() == null ? "work.defined" : "work.revised";
        var name = BadgeWords.text(content.orElseThrow(), sent.locale()).name();
        sent.after().addFlashAttribute("notice", words.say(done, sent.locale(), name));
        return "redirect:/coordination/badges/" + id;
    }

    private void ask(DefinitionCommand command, Form form, Sent sent) {
        try {
            run(sent.viewer(), sent.key(), command);
        } catch (Refused refused) {
            var field = BESIDE.get(refused.reason());
            if (field == null) {
                throw refused;
            }
            form.fault(field, refusals.whole(refused, sent.locale()));
            sent.response().setStatus(RefusalStatus.of(refused).value());
        }
    }

    private void run(Viewer viewer, String key, DefinitionCommand command) {
        var outcome = commands.run(viewer, FormKey.of(key), command);
        badges.awaitPosition(outcome.position(), PATIENCE);
    }

    @PostMapping("/brouillons/{id}/retrait")
    String throwAway(@PathVariable UUID id, Standing standing, Locale locale, RedirectAttributes after) {
        drafts.remove(id, standing);
        after.addFlashAttribute("notice", words.say("work.draft.removed", locale));
        return "redirect:/coordination/badges";
    }

    @PostMapping("/{id}/fin")
    String retire(
            @PathVariable BadgeDefinitionId id,
            @RequestParam String key,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        var definition = WorkPages.require(badges, id, standing, clock);
        run(viewer, key, new Retire(id, standing.network(), standing.member()));
        var name = BadgeWords.text(definition.content(), locale).name();
        after.addFlashAttribute("notice", words.say("work.retired", locale, name));
        return "redirect:/coordination/badges/" + id;
    }
}
