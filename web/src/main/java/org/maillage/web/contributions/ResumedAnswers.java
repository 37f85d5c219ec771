package org.maillage.web.contributions;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maillage.ledger.value.ContributionId;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Resuming;
import org.maillage.web.frame.Words;
import org.maillage.web.security.KeptForms;
import org.maillage.web.security.Viewer;
import org.maillage.web.security.WrittenForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What somebody had written about a claim when their session had ended, on that claim's page: below what they were
 * asked, in the form that they had filled.
 */
@Controller
class ResumedAnswers implements Resuming {

    // As this program writes ids: of any other text it is not sure that there is a page.
    private static final Pattern FORM =
            Pattern.compile("/contributions/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([a-z-]+)");

    private static final String CORRECTION = "correction";
    private static final String ANSWERED = "contributions.resumed.answered";

    private final KeptForms kept;
    private final Seen seen;
    private final ContributionPages pages;
    private final Words words;

    ResumedAnswers(KeptForms kept, Seen seen, ContributionPages pages, Words words) {
        this.kept = kept;
        this.seen = seen;
        this.pages = pages;
        this.words = words;
    }

    @Override
    public Optional<String> way(WrittenForm form) {
        return About.of(form).map(about -> "/contributions/" + about.claim() + "?reprise");
    }

    @Override
    public Optional<String> over(WrittenForm form, Viewer viewer) {
        var standing = viewer.current();
        return About.of(form).flatMap(about -> {
            var claim = standing == null ? Optional.<Contribution>empty() : seen.find(standing, about.claim());
            if (standing == null || claim.isEmpty()) {
                return Optional.of(CLOSED);
            }
            var asked = ContributionPages.awaited(claim.get(), standing);
            // What was typed for one share is not put into the form of another.
            return about.act().equals(CORRECTION) && !asked.equals(Optional.of(form.text("share")))
                    ? Optional.of(ANSWERED)
                    : Optional.empty();
        });
    }

    @GetMapping(path = "/contributions/{id}", params = "reprise")
    String resume(
            @PathVariable ContributionId id,
            Viewer viewer,
            Standing standing,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        var found = kept.findHere(request, viewer);
        var about = found.flatMap(About::of).filter(one -> one.claim().equals(id));
        if (about.isEmpty()) {
            return "redirect:/contributions/" + id;
        }
        var form = found.get();
        if (over(form, viewer).isPresent()) {
            Resuming.sayOnceThere(request);
            return "redirect:/reprise";
        }
        var act = about.get().act();
        var page = pages.show(seen.require(standing, id), Map.of(), typed(act, form), standing, model, locale);
        model.addAttribute(
                TakenBack.NAME,
                new TakenBack(
                        words.say("frame.resume.here", locale), act.equals(CORRECTION) ? "hours" : "mots-" + act));
        return page;
    }

    /** The claim that a form is about, and what it says of it, as its path does. */
    private record About(ContributionId claim, String act) {

        static Optional<About> of(WrittenForm form) {
            var parts = FORM.matcher(form.path());
            return parts.matches()
                    ? Optional.of(new About(ContributionId.of(parts.group(1)), parts.group(2)))
                    : Optional.empty();
        }
    }

    private static Map<String, String> typed(String act, WrittenForm form) {
        var typed = new HashMap<String, String>();
        // The same form still, so that it is forgotten once it is sent, as no other form of the page is.
        typed.put("cle-" + act, form.text("key"));
        if (act.equals(CORRECTION)) {
            typed.put("hours", form.text("hours"));
            typed.put("minutes", form.text("minutes"));
        } else {
            typed.put("mots-" + act, form.text("words"));
            typed.put("motif-" + act, form.text("reason"));
        }
        return typed;
    }
}
