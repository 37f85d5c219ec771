package org.maillage.web.home;

import java.time.Clock;
import java.util.Locale;
import org.maillage.projection.AsOf;
import org.maillage.web.contributions.ClaimList;
import org.maillage.web.credits.Statements;
import org.maillage.web.frame.WaitingClaims;
import org.maillage.web.portrait.Portraits;
import org.maillage.web.security.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Home: what one has, what came last, one's portrait, and what waits for an answer. */
@Controller
class HomePages {

    private static final int LAST_LINES = 5;

    private final Statements statements;
    private final Portraits portraits;
    private final ClaimList claims;
    private final WaitingClaims waiting;
    private final Clock clock;

    HomePages(Statements statements, Portraits portraits, ClaimList claims, WaitingClaims waiting, Clock clock) {
        this.statements = statements;
        this.portraits = portraits;
        this.claims = claims;
        this.waiting = waiting;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Viewer viewer, Model model, Locale locale) {
        model.addAttribute("current", "home");
        var standing = viewer.current();
        if (standing == null) {
            return "home/no-network";
        }
        model.addAttribute("standing", standing);
        model.addAttribute("balance", statements.balance(standing, AsOf.NOW));
        model.addAttribute(
                "lines",
                statements.lines(standing, AsOf.NOW, null, LAST_LINES, locale).items());
        model.addAttribute("portrait", portraits.own(standing, false, standing.today(clock), AsOf.NOW, locale));
        model.addAttribute("waiting", claims.items(waiting.of(standing), locale));
        return "home/home";
    }
}
