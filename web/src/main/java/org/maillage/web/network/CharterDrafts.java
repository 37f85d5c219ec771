package org.maillage.web.network;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.governance.GovernanceCommand.PublishCharter;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Standing;
import org.maillage.projection.network.Charter;
import org.maillage.web.frame.Drafts;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing the next version of the charter: a form, a preview of what changes, then its publication. */
@Controller
@RequestMapping("/charte")
class CharterDrafts {

    private static final String PREVIEW = "/charte/apercu";
    private static final int LONGEST = 20_000;

    private final Projections views;
    private final Asking asking;
    private final Drafts drafts;
    private final RefusalTexts refusals;
    private final Words words;

    CharterDrafts(Projections views, Asking asking, Drafts drafts, RefusalTexts refusals, Words words) {
        this.views = views;
        this.asking = asking;
        this.drafts = drafts;
        this.refusals = refusals;
        this.words = words;
    }

    @GetMapping("/nouvelle")
    String form(
            @RequestParam(defaultValue = "") String cle, Standing standing, HttpServletRequest request, Model model) {
        var draft = drafts.find(PREVIEW, cle, standing, request);
        if (draft.isPresent()) {
            return form(draft.get(), Map.of(), cle, model);
        }
        var charters = charters(standing);
        var values = Map.of(
                "version",
                Integer.toString(charters.size() + 1),
                "text",
                charters.isEmpty() ? "" : charters.getLast().text());
        return form(values, Map.of(), FormKey.next().toString(), model);
    }

    private String form(Map<String, String> values, Map<String, String> errors, String key, Model model) {
        return asking.show("network/charter-form", "charter", values, errors, key, model);
    }

    private List<Charter> charters(Standing standing) {
        return views.networks().charters(standing.network(), AsOf.NOW);
    }

    /** Reads what would change; nothing is asked of the ledger yet. */
    @PostMapping("/apercu")
    String read(
            @RequestParam String key,
            @RequestParam Map<String, String> typed,
            Standing standing,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        var form = new Form();
        var draft = draft(typed, form, locale);
        if (form.isRead()) {
            guard(draft, charters(standing), form, locale);
        }
        if (!form.isRead()) {
            Asking.comesBack(response);
            return form(typed, form.errors(), key, model);
        }
        var kept = Map.of("version", Integer.toString(draft.version()), "text", draft.text());
        drafts.keep(PREVIEW, FormKey.of(key), kept, standing, request);
        return "redirect:" + PREVIEW + "?cle=" + key;
    }

    // What the ledger would refuse is said before anything is read over.
    private void guard(Draft draft, List<Charter> charters, Form form, Locale locale) {
        if (draft.version() != charters.size() + 1) {
            form.fault("text", refusals.whole(new Refused(Reason.VERSION_NOT_NEXT), locale));
        } else if (!charters.isEmpty()
                && draft.lines().equals(TextDifference.lines(charters.getLast().text()))) {
            form.fault("text", words.say("charter.unchanged", locale, charters.size()));
        }
    }

    /** Shows what would change, on a page that can be opened anew and gone back to. */
    @GetMapping("/apercu")
    String preview(
            @RequestParam(defaultValue = "") String cle, Standing standing, HttpServletRequest request, Model model) {
        var typed = drafts.find(PREVIEW, cle, standing, request).orElse(Map.of());
        if (typed.isEmpty()) {
            return "redirect:/charte/nouvelle";
        }
        var charters = charters(standing);
        var text = typed.getOrDefault("text", "");
        model.addAttribute("lines", TextDifference.lines(text));
        if (!charters.isEmpty()) {
            model.addAttribute("before", charters.size());
            model.addAttribute(
                    "changes", TextDifference.between(charters.getLast().text(), text));
        }
        return asking.show("network/charter-preview", "charter", typed, Map.of(), cle, model);
    }

    @PostMapping
    String publish(
            @RequestParam String key,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Standing standing,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        var form = new Form();
        var draft = draft(typed, form, locale);
        if (form.isRead()) {
            var command = new PublishCharter(standing.network(), standing.member(), draft.version(), draft.text());
            var beside = Map.of(Reason.VERSION_NOT_NEXT, "text", Reason.NOTHING_CHANGES, "text");
            asking.ask(viewer, FormKey.of(key), command, form, beside, response, locale);
        }
        if (!form.isRead()) {
            Asking.comesBack(response);
            return form(typed, form.errors(), key, model);
        }
        drafts.end(PREVIEW, request);
        after.addFlashAttribute("notice", words.say("charter.published", locale, draft.version()));
        return "redirect:/charte";
    }

    private Draft draft(Map<String, String> typed, Form form, Locale locale) {
        var version = form.read(
                "text",
                () -> Form.whole(typed.getOrDefault("version", "")),
                words.say("charter.version.unreadable", locale));
        var text =
                form.text("text", typed.get("text"), LONGEST, refusals.ofText("charter.text.missing", LONGEST, locale));
        return new Draft(version == null ? 0 : version, text);
    }

    /** The next version as it was written. */
    private record Draft(int version, String text) {

        List<String> lines() {
            return TextDifference.lines(text);
        }
    }
}
