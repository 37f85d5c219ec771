package org.maillage.web.home;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.maillage.projection.AsOf;
import org.maillage.projection.Page;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.State;
import org.maillage.projection.contribution.TimelineFilter;
import org.maillage.web.contributions.ClaimList;
import org.maillage.web.credits.Statements;
import org.maillage.web.portrait.Portraits;
import org.maillage.web.security.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Home: what one has, what came last, one's portrait, and what waits for an answer. */
@Controller
class HomePages {

    private static final int LAST_LINES = 5;
    private static final TimelineFilter QUESTIONS = new TimelineFilter(Set.of(State.CLARIFICATION_ASKED), Set.of());

    private final Statements statements;
    private final Portraits portraits;
    private final ClaimList claims;
    private final Projections views;
    private final Clock clock;

    HomePages(Statements statements, Portraits portraits, ClaimList claims, Projections views, Clock clock) {
        this.statements = statements;
        this.portraits = portraits;
        this.claims = claims;
        this.views = views;
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
        model.addAttribute("waiting", waiting(standing, locale));
        return "home/home";
    }

    private List<ClaimList.Item> waiting(Viewer.Standing standing, Locale locale) {
        var answers = views.contributions().waitingFor(standing.network(), standing.member());
        var questions = views
                .contributions()
                .timeline(standing.network(), standing.member(), QUESTIONS, null, Page.MOST)
                .items()
                .stream()
                .filter(claim -> claim.by().equals(standing.member()));
        var decisions = views.contributions().entrustedTo(standing.member());
        return Stream.of(questions, decisions.stream(), answers.stream())
                .flatMap(some -> some)
                .map(claim -> claims.item(claim, locale))
                .toList();
    }
}
