package org.maillage.web.network;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.governance.GovernanceCommand.AdoptTariff;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.KindCode;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Standing;
import org.maillage.projection.network.Tariff;
import org.maillage.web.frame.Drafts;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.security.FormAuthors;
import org.maillage.web.security.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing the next version of the tariff: a form, a preview of what changes, then its adoption. */
@Controller
@RequestMapping("/bareme")
class TariffDrafts {

    private static final String PREVIEW = "/bareme/apercu";

    private final Projections views;
    private final TariffDifference difference;
    private final Asking asking;
    private final Drafts drafts;
    private final RefusalTexts refusals;
    private final Words words;
    private final Clock clock;

    TariffDrafts(
            Projections views,
            TariffDifference difference,
            Asking asking,
            Drafts drafts,
            RefusalTexts refusals,
            Words words,
            Clock clock) {
        this.views = views;
        this.difference = difference;
        this.asking = asking;
        this.drafts = drafts;
        this.refusals = refusals;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/nouveau")
    String form(
            @RequestParam(defaultValue = "") String cle,
            Standing standing,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        var draft = drafts.find(PREVIEW, cle, standing, request);
        if (draft.isPresent()) {
            return form(draft.get(), Map.of(), cle, standing, model, locale);
        }
        var kinds = kinds(standing, locale);
        var today = standing.today(clock);
        var values = TariffForm.valuesOf(model(standing), kinds, today);
        return form(values, Map.of(), FormKey.next().toString(), standing, model, locale);
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
        var draft = TariffForm.read(typed, kinds(standing, locale), standing.today(clock), form, words, locale);
        if (draft != null) {
            guard(draft, standing, form, locale);
        }
        if (!form.isRead()) {
            Asking.comesBack(response);
            return form(typed, form.errors(), key, standing, model, locale);
        }
        drafts.keep(PREVIEW, FormKey.of(key), kept(typed), standing, request);
        return "redirect:" + PREVIEW + "?cle=" + key;
    }

    // What the ledger would refuse is said before anything is read over.
    private void guard(Tariff draft, Standing standing, Form form, Locale locale) {
        var tariffs = views.networks().tariffsNow(standing.network());
        if (draft.version() != tariffs.last().version() + 1) {
            form.fault("version", refusals.whole(new Refused(Reason.VERSION_NOT_NEXT), locale));
        }
        tariffs.on(draft.effective())
                .filter(ruling -> TariffDifference.isSame(ruling, draft))
                .ifPresent(ruling -> form.fault("lines", words.say("tariff.unchanged", locale, ruling.version())));
    }

    /** Shows what would change, on a page that can be opened anew and gone back to. */
    @GetMapping("/apercu")
    String preview(
            @RequestParam(defaultValue = "") String cle,
            Standing standing,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        var typed = drafts.find(PREVIEW, cle, standing, request).orElse(Map.of());
        var form = new Form();
        var draft = typed.isEmpty()
                ? null
                : TariffForm.read(typed, kinds(standing, locale), standing.today(clock), form, words, locale);
        if (draft == null) {
            return "redirect:/bareme/nouveau?cle=" + (typed.isEmpty() ? "" : cle);
        }
        model.addAttribute("draft", draft.version());
        model.addAttribute("effective", words.day(draft.effective(), locale));
        model.addAttribute("note", draft.note());
        model.addAttribute("changes", difference.between(standing.network(), model(standing), draft, locale));
        model.addAttribute("kept", typed);
        return asking.show("network/tariff-preview", "tariff", typed, Map.of(), cle, model);
    }

    @PostMapping
    String adopt(
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
        var draft = TariffForm.read(typed, kinds(standing, locale), standing.today(clock), form, words, locale);
        if (draft != null) {
            var beside = Map.of(
                    Reason.EFFECTIVE_BEFORE_ADOPTION, "effective",
                    Reason.VERSION_NOT_NEXT, "version",
                    Reason.TARIFF_INCOMPLETE, "lines",
                    Reason.NOTHING_CHANGES, "lines",
                    Reason.TEXT_UNREADABLE, "note",
                    Reason.TEXT_TOO_LONG, "note");
            asking.ask(viewer, FormKey.of(key), command(standing, draft), form, beside, response, locale);
        }
        if (draft == null || !form.isRead()) {
            Asking.comesBack(response);
            return form(typed, form.errors(), key, standing, model, locale);
        }
        drafts.end(PREVIEW, request);
        after.addFlashAttribute(
                "notice", words.say("tariff.adopted", locale, draft.version(), words.day(draft.effective(), locale)));
        return "redirect:/bareme/" + draft.version();
    }

    private static AdoptTariff command(Standing standing, Tariff draft) {
        return new AdoptTariff(
                standing.network(),
                standing.member(),
                draft.version(),
                draft.effective(),
                draft.lines(),
                draft.paidTimeToFund(),
                draft.floor(),
                draft.note());
    }

    private String form(
            Map<String, String> values,
            Map<String, String> errors,
            String key,
            Standing standing,
            Model model,
            Locale locale) {
        var kinds = kinds(standing, locale);
        model.addAttribute("kinds", kinds);
        model.addAttribute("opened", opened(kinds, errors));
        return asking.show("network/tariff-form", "tariff", values, errors, key, model);
    }

    /** The kinds about which something is wrong: only these are unfolded. */
    private static Set<KindCode> opened(List<Kind> kinds, Map<String, String> errors) {
        return kinds.stream()
                .map(Kind::code)
                .filter(code -> errors.keySet().stream()
                        .anyMatch(field -> field.endsWith("-" + code) || field.startsWith(code + "-")))
                .collect(Collectors.toSet());
    }

    /** What a draft starts from and is compared with: what will rule last. */
    private Tariff model(Standing standing) {
        return views.networks().tariffsNow(standing.network()).last();
    }

    /** Kinds under the names that the reader knows them by. */
    private List<Kind> kinds(Standing standing, Locale locale) {
        return views.networks().kinds(standing.network(), AsOf.NOW).stream()
                .map(kind -> new Kind(
                        kind.code(),
                        kind.measure(),
                        words.kind(standing.network(), kind.code(), locale),
                        kind.version()))
                .toList();
    }

    // What the preview carries on to the adoption, and what the form is filled with when it is taken up again.
    private static Map<String, String> kept(Map<String, String> typed) {
        var kept = new LinkedHashMap<>(typed);
        kept.keySet().removeAll(List.of("_csrf", FormAuthors.FIELD, "key"));
        return kept;
    }
}
