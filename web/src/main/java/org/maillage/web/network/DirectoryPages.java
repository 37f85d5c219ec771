package org.maillage.web.network;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.MemberFilter;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The directory that is useful to those who are in it: who is listed, by name and by nothing else (rule 14). */
@Controller
@RequestMapping("/membres")
class DirectoryPages {

    private static final int ITEMS = 50;

    private final Projections views;
    private final Words words;

    DirectoryPages(Projections views, Words words) {
        this.views = views;
        this.words = words;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable OrganisationId structure,
            @RequestParam @Nullable String suite,
            Standing standing,
            Model model,
            Locale locale) {
        var filter = new MemberFilter(text.isBlank() ? null : text.strip(), null, structure);
        var page = views.members().listed(standing.network(), filter, AsOf.NOW, suite, ITEMS);
        model.addAttribute("current", "directory");
        model.addAttribute("text", text);
        model.addAttribute("organisation", structure);
        model.addAttribute("organisations", organisations(standing, locale));
        model.addAttribute("members", page.items());
        model.addAttribute("next", page.next());
        return "network/directory";
    }

    private Map<String, String> organisations(Standing standing, Locale locale) {
        var names = new LinkedHashMap<String, String>();
        names.put("", words.say("members.organisation.all", locale));
        views.networks()
                .organisations(standing.network(), AsOf.NOW)
                .forEach(one -> names.put(one.organisation().toString(), one.name()));
        return names;
    }
}
