package org.maillage.web.network;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.network.NetworkCommand.AddKind;
import org.maillage.ledger.network.NetworkCommand.AllowParentDecisions;
import org.maillage.ledger.network.NetworkCommand.ChangeTerritory;
import org.maillage.ledger.network.NetworkCommand.RegisterOrganisation;
import org.maillage.ledger.network.Siret;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.InseeCode;
import org.maillage.ledger.value.Malformed;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What coordinators change of their network: kinds, organisations, territory, who decides where nobody else can. */
@Controller
@RequestMapping("/reseau")
class NetworkEditing {

    private static final int LONGEST_NAME = 120;

    private final Projections views;
    private final Asking asking;
    private final RefusalTexts refusals;
    private final Words words;
    private final PlaceNames places;
    private final Clock clock;

    NetworkEditing(
            Projections views, Asking asking, RefusalTexts refusals, Words words, PlaceNames places, Clock clock) {
        this.places = places;
        this.views = views;
        this.asking = asking;
        this.refusals = refusals;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/genres")
    String kindForm(Model model, Locale locale) {
        var values = new LinkedHashMap<String, String>();
        values.put("measure", "TIME");
        values.put("rate", "2");
        return kindForm(values, Map.of(), FormKey.next().toString(), model, locale);
    }

    @PostMapping("/genres")
    String addKind(
            @RequestParam String key,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Standing standing,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        var form = new Form();
        var kind = KindForm.read(typed, form, words, locale);
        if (kind != null) {
            var command = new AddKind(
                    standing.network(), standing.member(), kind.kind(), kind.rate(), kind.dailyCap(), kind.weights());
            var beside = Map.of(Reason.ALREADY_EXISTS, "label", Reason.TEXT_UNREADABLE, "label");
            asking.ask(viewer, FormKey.of(key), command, form, beside, response, locale);
        }
        if (!form.isRead()) {
            Asking.comesBack(response);
            return kindForm(typed, form.errors(), key, model, locale);
        }
        after.addFlashAttribute("notice", words.say("network.kind.added", locale, typed.getOrDefault("label", "")));
        return "redirect:/reseau";
    }

    private String kindForm(
            Map<String, String> values, Map<String, String> errors, String key, Model model, Locale locale) {
        var measures = new LinkedHashMap<String, String>();
        List.of("TIME", "COUNT").forEach(m -> measures.put(m, words.say("network.measure." + m, locale)));
        model.addAttribute("measures", measures);
        return asking.show("network/kind", "network", values, errors, key, model);
    }

    @GetMapping("/structures")
    String organisationForm(Model model) {
        return asking.show(
                "network/organisation",
                "network",
                Map.of(),
                Map.of(),
                FormKey.next().toString(),
                model);
    }

    @PostMapping("/structures")
    String register(
            @RequestParam String key,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Standing standing,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        var form = new Form();
        var formKey = FormKey.of(key);
        var name = form.text(
                "name",
                typed.get("name"),
                LONGEST_NAME,
                refusals.ofText("network.organisation.name.missing", LONGEST_NAME, locale));
        var siret = typed.getOrDefault("siret", "").replaceAll("[\\s\\u00a0]", "");
        if (!siret.isEmpty() && !Siret.isValid(siret)) {
            form.fault("siret", refusals.whole(new Refused(Reason.SIRET_INVALID), locale));
        }
        if (!form.isRead()) {
            Asking.comesBack(response);
            return asking.show("network/organisation", "network", typed, form.errors(), key, model);
        }
        var command = new RegisterOrganisation(
                standing.network(),
                standing.member(),
                new OrganisationId(formKey.id("organisation")),
                name,
                siret.isEmpty() ? null : siret);
        asking.ask(viewer, formKey, command);
        after.addFlashAttribute("notice", words.say("network.organisation.registered", locale, name));
        return "redirect:/reseau";
    }

    @GetMapping("/territoire")
    String territoryForm(Standing standing, Model model) {
        var codes = views.networks().territory(standing.network(), AsOf.NOW).stream()
                .map(commune -> commune.code().value())
                .sorted()
                .collect(Collectors.joining("\n"));
        return asking.show(
                "network/territory",
                "network",
                Map.of("communes", codes),
                Map.of(),
                FormKey.next().toString(),
                model);
    }

    @PostMapping("/territoire")
    String changeTerritory(
            @RequestParam String key,
            @RequestParam Map<String, String> typed,
            Viewer viewer,
            Standing standing,
            HttpServletResponse response,
            Model model,
            Locale locale,
            RedirectAttributes after) {
        var form = new Form();
        var year = LocalDate.ofInstant(clock.instant(), standing.zone()).getYear();
        var communes = new LinkedHashSet<Commune>();
        for (var word : typed.getOrDefault("communes", "").split("[\\s,;]+", -1)) {
            if (!word.isEmpty()) {
                commune(word.toUpperCase(Locale.ROOT), year, communes, form, locale);
            }
        }
        if (form.isRead() && codes(communes).equals(codes(views.networks().territory(standing.network(), AsOf.NOW)))) {
            form.fault("communes", words.say("network.territory.unchanged", locale));
        }
        if (form.isRead()) {
            var command = new ChangeTerritory(standing.network(), standing.member(), communes);
            var beside = Map.of(Reason.TOO_MANY_NAMED, "communes");
            asking.ask(viewer, FormKey.of(key), command, form, beside, response, locale);
        }
        if (!form.isRead()) {
            Asking.comesBack(response);
            return asking.show("network/territory", "network", typed, form.errors(), key, model);
        }
        after.addFlashAttribute("notice", words.say("network.territory.changed", locale, communes.size()));
        return "redirect:/reseau";
    }

    private static Set<InseeCode> codes(Collection<Commune> communes) {
        return communes.stream().map(Commune::code).collect(Collectors.toSet());
    }

    private void commune(String code, int year, Set<Commune> communes, Form form, Locale locale) {
        try {
            var commune = new Commune(new InseeCode(code), year);
            if (commune.code().isOfADepartement() && places.mayBe(commune)) {
                communes.add(commune);
                return;
            }
        } catch (Malformed _) {
            // said below
        }
        form.fault("communes", words.say("network.territory.unreadable", locale, code));
    }

    @PostMapping("/decisions-du-parent")
    String allowParent(
            @RequestParam String key,
            @RequestParam(defaultValue = "false") boolean allowed,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        asking.ask(viewer, FormKey.of(key), new AllowParentDecisions(standing.network(), standing.member(), allowed));
        after.addFlashAttribute("notice", words.say("network.parent.allowed." + allowed, locale));
        return "redirect:/reseau";
    }

    /** What a form says of a new kind. */
    record KindAsked(
            org.maillage.ledger.value.Kind kind,
            long rate,
            @org.jspecify.annotations.Nullable Integer dailyCap,
            RoleWeights weights) {}
}
