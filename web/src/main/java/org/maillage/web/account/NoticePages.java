package org.maillage.web.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Words;
import org.maillage.web.notices.NoticeChoices;
import org.maillage.web.notices.NoticeKind;
import org.maillage.web.security.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which letters one wants. */
@Controller
@RequestMapping("/moi/notifications")
class NoticePages {

    private final NoticeChoices choices;
    private final Words words;

    NoticePages(NoticeChoices choices, Words words) {
        this.choices = choices;
        this.words = words;
    }

    @GetMapping
    String show(Viewer viewer, Model model, Locale locale) {
        var chosen = choices.get(viewer.person());
        var offered = new ArrayList<Offered>();
        for (var kind : offered(viewer)) {
            offered.add(new Offered(
                    kind.name(), words.say("account.notice." + kind, locale), chosen.getOrDefault(kind, true)));
        }
        model.addAttribute("current", "me");
        model.addAttribute("kinds", offered);
        return "account/notices";
    }

    // What waits for the coordination is written to coordinators alone.
    private static List<NoticeKind> offered(Viewer viewer) {
        var coordinates = viewer.standings().stream().anyMatch(Standing::coordinator);
        return List.of(NoticeKind.values()).stream()
                .filter(kind -> coordinates || kind != NoticeKind.COORDINATION_DIGEST)
                .toList();
    }

    @PostMapping
    String choose(
            @RequestParam(defaultValue = "") List<NoticeKind> wanted,
            Viewer viewer,
            Locale locale,
            RedirectAttributes after) {
        for (var kind : offered(viewer)) {
            choices.set(viewer.person(), kind, wanted.contains(kind));
        }
        after.addFlashAttribute("notice", words.say("account.notices.kept", locale));
        return "redirect:/moi/notifications";
    }

    /** A kind of letters as the page offers it. */
    record Offered(String kind, String text, boolean wanted) {}
}
