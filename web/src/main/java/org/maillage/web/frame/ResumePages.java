package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maillage.projection.member.Standing;
import org.maillage.web.security.Doors;
import org.maillage.web.security.FormAuthors;
import org.maillage.web.security.KeptForms;
import org.maillage.web.security.Viewer;
import org.maillage.web.security.Viewers;
import org.maillage.web.security.WrittenForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody had written when their session or network changed, filled in for them to send, or to leave. */
@Controller
@RequestMapping("/reprise")
class ResumePages {

    private final KeptForms kept;
    private final FormAuthors authors;
    private final Doors doors;
    private final RefusedForms forms;
    private final Words words;
    private final List<Resuming> places;

    ResumePages(
            KeptForms kept, FormAuthors authors, Doors doors, RefusedForms forms, Words words, List<Resuming> places) {
        this.kept = kept;
        this.authors = authors;
        this.doors = doors;
        this.forms = forms;
        this.words = words;
        this.places = places;
    }

    @GetMapping
    String show(Viewer viewer, HttpServletRequest request, Model model, Locale locale) {
        var form = kept.find(request, viewer);
        if (form.isEmpty()) {
            return on("/", request);
        }
        if (isOfAnotherNetwork(form.get(), viewer, request)) {
            return on("/reprise", request);
        }
        if (form.get().path().equals(KeptForms.CLAIM)) {
            return on("/declarer/reprise", request);
        }
        var way =
                places.stream().flatMap(place -> place.way(form.get()).stream()).findFirst();
        var over = over(form.get(), viewer);
        if (way.isPresent() && over.isEmpty()) {
            return on(way.get(), request);
        }
        model.addAttribute("said", words.say(over.orElse("frame.resume.text"), locale));
        model.addAttribute("written", forms.written(form.get(), over.isEmpty(), locale));
        model.addAttribute("about", words.place(form.get().path(), locale));
        model.addAttribute(
                "page",
                kept.page(form.get(), viewer)
                        .filter(_ -> !over.equals(Optional.of(Resuming.CLOSED)))
                        .orElse(null));
        return "resume";
    }

    // A right may have gone since, and what the form was about with it.
    private Optional<String> over(WrittenForm form, Viewer viewer) {
        return doors.takes(form.path(), viewer)
                ? places.stream()
                        .flatMap(place -> place.over(form, viewer).stream())
                        .findFirst()
                : Optional.of(Resuming.CLOSED);
    }

    private static String on(String page, HttpServletRequest request) {
        Resuming.sayOnceThere(request);
        return "redirect:" + page;
    }

    /** A form had been shown to somebody who is not signed in here any more: nothing of it was taken. */
    @GetMapping("/personne")
    String ofSomebodyElse(
            @RequestParam(defaultValue = "false") boolean gardee,
            @RequestParam(defaultValue = "false") boolean remplace,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("replaced", remplace);
        back(viewer, request, model);
        return others("person", gardee, response, model);
    }

    /** A form had been shown to the viewer, in another network: nothing of it was taken. */
    @GetMapping("/reseau")
    String ofAnotherNetwork(
            @RequestParam(defaultValue = "false") boolean gardee,
            @RequestParam(defaultValue = "false") boolean remplace,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var written =
                kept.find(request, viewer).filter(_ -> gardee).flatMap(form -> authors.standing(viewer, form.author()));
        model.addAttribute("replaced", remplace);
        model.addAttribute("network", written.map(Standing::networkName).orElse(null));
        back(viewer, request, model);
        return others("network", written.isPresent(), response, model);
    }

    /** A form had been shown to the viewer in a network that they have left since: nothing of it was taken, or kept. */
    @GetMapping("/quitte")
    String ofNetworkLeft(
            @RequestParam(defaultValue = "false") boolean depart, HttpServletResponse response, Model model) {
        return others(depart ? "departed" : "left", false, response, model);
    }

    // A page that was somebody else's may be of a thing that the reader has no part in.
    private void back(Viewer viewer, HttpServletRequest request, Model model) {
        var back = RefusedForms.back(request);
        if (!back.equals("/") && doors.open(back, viewer)) {
            model.addAttribute("back", back);
        }
    }

    private static String others(String what, boolean written, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("what", what);
        model.addAttribute("kept", written);
        return "others-form";
    }

    // What was written in one network is sent in that one.
    private boolean isOfAnotherNetwork(WrittenForm form, Viewer viewer, HttpServletRequest request) {
        var standing = authors.standing(viewer, form.author());
        if (standing.isEmpty() || standing.get().equals(viewer.current())) {
            return false;
        }
        Viewers.begin(standing.get().network(), request);
        return true;
    }

    @PostMapping("/fin")
    String leave(
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Locale locale) {
        kept.find(request, viewer).ifPresent(_ -> kept.end(request, response));
        after.addFlashAttribute("notice", words.say("frame.resume.left", locale));
        return "redirect:/";
    }
}
