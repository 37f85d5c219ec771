package org.maillage.web.help;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.maillage.web.wiring.Installation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Help, the ways in, and the statement of accessibility; open to everybody. */
@Controller
class HelpPages {

    /** When the statement was last read over against what the tests check. */
    private static final LocalDate STATED = LocalDate.of(2026, 11, 22);

    private final Projections views;
    private final Installation installation;
    private final Words words;

    HelpPages(Projections views, Installation installation, Words words) {
        this.views = views;
        this.installation = installation;
        this.words = words;
    }

    /** Whom to write to, where the installation says so: an address; empty for none. */
    @ModelAttribute("contact")
    String contact() {
        return installation.contact();
    }

    @GetMapping("/aide")
    String help(Model model) {
        model.addAttribute("current", "help");
        model.addAttribute("coordinators", coordinators(model));
        return "help/help";
    }

    @GetMapping("/entrer")
    String enter() {
        return "help/enter";
    }

    @GetMapping("/accessibilite")
    String accessibility(Model model, Locale locale) {
        model.addAttribute("stated", words.day(STATED, locale));
        return "help/accessibility";
    }

    // Their names are for members of the network alone.
    private List<String> coordinators(Model model) {
        var standing = model.getAttribute("viewer") instanceof Viewer viewer ? viewer.current() : null;
        return standing == null
                ? List.of()
                : views.members().coordinators(standing.network(), AsOf.NOW).stream()
                        .map(Member::name)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }
}
