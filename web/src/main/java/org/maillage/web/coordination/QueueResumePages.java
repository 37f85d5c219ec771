package org.maillage.web.coordination;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.ContributionEvent.DeclineReason;
import org.maillage.ledger.value.ContributionId;
import org.maillage.projection.member.Standing;
import org.maillage.projection.queue.Tab;
import org.maillage.web.frame.Resuming;
import org.maillage.web.frame.Words;
import org.maillage.web.security.KeptForms;
import org.maillage.web.security.Viewer;
import org.maillage.web.security.WrittenForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a coordinator had decided when their session had ended: the queue where they were, and nothing decided. */
@Controller
@RequestMapping(QueuePlace.PATH + "/reprise")
class QueueResumePages implements Resuming {

    private final KeptForms kept;
    private final QueueDialogs dialogs;
    private final Words words;

    QueueResumePages(KeptForms kept, QueueDialogs dialogs, Words words) {
        this.kept = kept;
        this.dialogs = dialogs;
        this.words = words;
    }

    @Override
    public Optional<String> way(WrittenForm form) {
        return form.path().startsWith(QueuePlace.PATH + "/")
                ? Optional.of(QueuePlace.PATH + "/reprise")
                : Optional.empty();
    }

    @GetMapping
    String resume(
            Viewer viewer,
            Standing standing,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after,
            Locale locale) {
        var found = kept.findHere(request, viewer).filter(form -> way(form).isPresent());
        if (found.isEmpty()) {
            return "redirect:" + QueuePlace.PATH;
        }
        var form = found.get();
        var page = dialog(form, request, standing, model, locale);
        if (page != null) {
            // The same form still, so that it is forgotten once it is sent, as no other form of the page is.
            model.addAttribute("dialogKey", form.text("key"));
            model.addAttribute("resumed", true);
            return page;
        }
        kept.end(request, response);
        Resuming.sayOnceThere(request);
        after.addFlashAttribute("fault", words.say("queue.resumed", locale));
        after.addFlashAttribute("ticked", form.fields().getOrDefault("chosen", List.of()));
        return "redirect:" + place(form).address();
    }

    // What was written opens again as it was; null where nothing could be.
    private @Nullable String dialog(
            WrittenForm form, HttpServletRequest request, Standing standing, Model model, Locale locale) {
        var place = place(form);
        var claim = place.choisie();
        if (claim == null) {
            return null;
        }
        var said = form.text("words");
        return switch (form.path().substring(form.path().lastIndexOf('/') + 1)) {
            case "refus" ->
                dialogs.decline(
                        claim, place, Map.of(), reason(form.text("reason")), said, request, standing, model, locale);
            case "moins" -> dialogs.less(claim, place, Map.of(), flat(form), request, standing, model, locale);
            case "precision" ->
                dialogs.ask(
                        claims(form),
                        place,
                        Map.of(),
                        form.fields().getOrDefault("question", List.of()),
                        said,
                        request,
                        standing,
                        model,
                        locale);
            default -> null;
        };
    }

    // Beside the claim that the form was about; of several, beside the first.
    private static QueuePlace place(WrittenForm form) {
        var tab = Arrays.stream(Tab.values())
                .filter(one -> one.name().equals(form.text("onglet")))
                .findFirst()
                .orElse(null);
        var parts = form.path().substring(QueuePlace.PATH.length() + 1).split("/", 2);
        var beside = parts.length == 2
                ? ContributionId.of(parts[0])
                : claims(form).stream().findFirst().orElse(null);
        return new QueuePlace(tab, form.text("text"), form.text("suite"), beside);
    }

    private static List<ContributionId> claims(WrittenForm form) {
        return form.fields().getOrDefault("chosen", List.of()).stream()
                .map(ContributionId::of)
                .toList();
    }

    private static @Nullable DeclineReason reason(String name) {
        return Arrays.stream(DeclineReason.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> flat(WrittenForm form) {
        var flat = new HashMap<String, String>();
        form.pairs().forEach(pair -> flat.put(pair.getKey(), pair.getValue()));
        return flat;
    }
}
