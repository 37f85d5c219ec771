package org.maillage.web.credits;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maillage.projection.AsOf;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The common fund, as every member of the network reads it. */
@Controller
class FundPages {

    private static final int GRANTS = 20;

    private final Fund fund;
    private final Words words;
    private final Clock clock;

    FundPages(Fund fund, Words words, Clock clock) {
        this.fund = fund;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/fonds")
    String show(
            @RequestParam(defaultValue = "") String date,
            @RequestParam @Nullable String suite,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var form = new Form();
        var asked = new Asked(date, "", "", "");
        var read = asked.read(standing.today(clock), words, locale, form);
        if (!form.isRead()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        var asOf = fund.readable(standing.coordinator(), read.asOf(), standing.today(clock));
        var periods = fund.periods(standing.network(), asOf);
        var grants = fund.grants(standing, asOf, suite, GRANTS, locale);
        model.addAttribute("current", "mailles");
        model.addAttribute("asked", asked);
        model.addAttribute("errors", form.errors());
        model.addAttribute("date", asOf.equals(AsOf.NOW) ? null : asOf);
        model.addAttribute(
                "available",
                fund.available(standing.network(), standing.coordinator(), asOf).hundredths());
        model.addAttribute("least", !standing.coordinator() && !periods.whole());
        model.addAttribute("months", fund.months(periods, locale));
        model.addAttribute("reasons", fund.reasons(periods, locale));
        model.addAttribute("grants", grants.items());
        model.addAttribute("next", grants.next());
        model.addAttribute("coordinators", fund.coordinators(standing));
        return "credits/fund";
    }
}
