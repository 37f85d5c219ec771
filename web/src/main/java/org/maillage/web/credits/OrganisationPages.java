package org.maillage.web.credits;

import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.projection.Projections;
import org.maillage.projection.account.StatementFilter;
import org.maillage.projection.member.Standing;
import org.maillage.projection.network.Organisation;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The mailles of an organisation, for the members who act for it and the coordination. It has no portrait (rule 9), and
 * people are named to the coordination alone.
 */
@Controller
class OrganisationPages {

    private static final int LINES = 50;

    private final OrganisationAccounts accounts;
    private final Projections views;
    private final Words words;
    private final Clock clock;

    OrganisationPages(OrganisationAccounts accounts, Projections views, Words words, Clock clock) {
        this.accounts = accounts;
        this.views = views;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/structures/{organisation}")
    String show(
            @PathVariable OrganisationId organisation,
            @RequestParam(defaultValue = "") String date,
            @RequestParam @Nullable String suite,
            Standing standing,
            Model model,
            Locale locale,
            jakarta.servlet.http.HttpServletResponse response) {
        var found = open(organisation, standing);
        var form = new Form();
        var asked = new Asked(date, "", "", "");
        var read = asked.read(standing.today(clock), words, locale, form);
        if (!form.isRead()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        var account = AccountId.of(organisation);
        var lines =
                views.accounts().statement(standing.network(), account, StatementFilter.ALL, read.asOf(), suite, LINES);
        model.addAttribute("current", "network");
        model.addAttribute("organisation", found);
        model.addAttribute("asked", asked);
        model.addAttribute("errors", form.errors());
        model.addAttribute("date", read.date());
        model.addAttribute("balance", views.accounts().balance(standing.network(), account, read.asOf()));
        model.addAttribute(
                "lines",
                lines.items().stream()
                        .map(line -> accounts.line(standing, line, locale))
                        .toList());
        model.addAttribute("next", lines.next());
        return "credits/organisation";
    }

    // One that is not for the reader is answered as one that there is not.
    private Organisation open(OrganisationId organisation, Standing standing) {
        return accounts.open(standing).stream()
                .filter(one -> one.organisation().equals(organisation))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
