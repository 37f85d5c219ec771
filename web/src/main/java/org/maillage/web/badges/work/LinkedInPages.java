package org.maillage.web.badges.work;

import java.util.Locale;
import org.maillage.projection.member.Standing;
import org.maillage.web.badges.LinkedIn;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Coordinators say by which number LinkedIn knows their network. */
@Controller
class LinkedInPages {

    private final LinkedIn linkedIn;
    private final Words words;

    LinkedInPages(LinkedIn linkedIn, Words words) {
        this.linkedIn = linkedIn;
        this.words = words;
    }

    @PostMapping("/coordination/badges/linkedin")
    String say(
            @RequestParam(defaultValue = "") String organisation,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        var kept = linkedIn.say(standing.network(), organisation);
        after.addFlashAttribute("notice", words.say(kept ? "work.linkedin.kept" : "work.linkedin.wrong", locale));
        after.addFlashAttribute("noticeKind", kept ? "success" : "error");
        return "redirect:/coordination/badges";
    }
}
