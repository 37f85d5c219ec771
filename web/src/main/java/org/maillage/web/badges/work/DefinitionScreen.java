package org.maillage.web.badges.work;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.catalogue.Competences;
import org.maillage.badge.question.Previews.Preview;
import org.maillage.ledger.value.Alignment.Framework;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.Role;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Standing;
import org.maillage.web.badges.BadgeWords;
import org.maillage.web.badges.work.RulePart.What;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page on which a badge is written. */
@Component
final class DefinitionScreen {

    private final Projections views;
    private final Badges badges;
    private final BadgeWords said;
    private final Words words;

    DefinitionScreen(Projections views, Badges badges, BadgeWords said, Words words) {
        this.views = views;
        this.badges = badges;
        this.said = said;
        this.words = words;
    }

    /**
     * What the form is for.
     *
     * @param definition the badge that is revised; null for a new one
     * @param name how the badge is called now; empty for a new one
     * @param version the one that is written
     */
    record Writing(@Nullable BadgeDefinitionId definition, String name, int version) {

        static final Writing ANEW = new Writing(null, "", 1);
    }

    /**
     * The page.
     *
     * @param focus the field that the reader goes to; empty for the top of the page
     */
    String page(
            Writing writing,
            DefinitionForm form,
            Map<String, String> errors,
            String focus,
            String key,
            Standing standing,
            Model model,
            Locale locale) {
        model.addAttribute("current", "badgeWork");
        model.addAttribute("writing", writing);
        model.addAttribute("form", form);
        model.addAttribute("rule", form.rule());
        model.addAttribute("errors", errors);
        model.addAttribute("focus", focus);
        model.addAttribute("key", key);
        model.addAttribute("roleChoices", roles(locale));
        model.addAttribute("stepChoices", steps(locale));
        model.addAttribute("roles", List.of(Role.values()));
        model.addAttribute("kinds", kinds(standing, locale));
        model.addAttribute("conditions", conditions(locale));
        model.addAttribute("frameworks", frameworks(locale));
        return "badges/work/form";
    }

    private Map<String, String> roles(Locale locale) {
        var roles = new LinkedHashMap<String, String>();
        roles.put("", words.say("work.role.every", locale));
        for (var role : Role.values()) {
            roles.put(role.name(), words.say("shell.role." + role, locale));
        }
        return roles;
    }

    private Map<String, String> steps(Locale locale) {
        var steps = new LinkedHashMap<String, String>();
        for (var step : BadgeStep.values()) {
            steps.put(step.name(), said.step(step, locale));
        }
        return steps;
    }

    private Map<String, String> kinds(Standing standing, Locale locale) {
        var kinds = new LinkedHashMap<String, String>();
        views.networks()
                .kinds(standing.network(), AsOf.NOW)
                .forEach(kind -> kinds.put(kind.code().value(), words.kind(standing.network(), kind.code(), locale)));
        return kinds;
    }

    private Map<String, String> conditions(Locale locale) {
        var conditions = new LinkedHashMap<String, String>();
        Arrays.stream(What.values())
                .filter(what -> !what.isGroup())
                .forEach(what -> conditions.put(what.name(), words.say("work.rule.add." + what, locale)));
        return conditions;
    }

    /** The competences of a framework, as check boxes. */
    record Listed(String name, List<Choice> choices) {}

    /** A competence. */
    record Choice(String value, String text, Competences.Competence of) {}

    private List<Listed> frameworks(Locale locale) {
        return List.of(listed(Framework.DIGCOMP_2_2, locale), listed(Framework.PIX, locale));
    }

    private Listed listed(Framework framework, Locale locale) {
        var english = locale.getLanguage().equals("en");
        return new Listed(
                words.say("work.framework." + framework, locale),
                Competences.of(framework).stream()
                        .map(one -> new Choice(
                                framework + " " + one.alignment().code(),
                                one.alignment().code() + " " + (english ? one.en() : one.fr()),
                                one))
                        .toList());
    }

    /** Counts what a rule would do today; says nothing where it cannot be read yet. */
    void preview(RulePart rule, @Nullable BadgeDefinitionId definition, Standing standing, Model model, Locale locale) {
        var read = new RuleReading(new Form(), key -> words.say(key, locale)).rule(rule);
        read.ifPresent(of -> model.addAttribute("preview", counted(standing, of, definition)));
        model.addAttribute("unread", read.isEmpty());
    }

    private Preview counted(
            Standing standing, org.maillage.ledger.value.BadgeRule rule, @Nullable BadgeDefinitionId definition) {
        return badges.previews().of(standing.network(), rule, definition);
    }
}
