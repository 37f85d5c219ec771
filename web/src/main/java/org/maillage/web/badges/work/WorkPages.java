package org.maillage.web.badges.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.catalogue.Competences;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.Definition;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.Alignment;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.projection.member.Standing;
import org.maillage.web.badges.BadgeWords;
import org.maillage.web.badges.LinkedIn;
import org.maillage.web.badges.asking.BadgeQuestions;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The badges of the network, and one of them. */
@Controller
@RequestMapping("/coordination/badges")
class WorkPages {

    private static final int HOLDERS = 50;

    private final Badges badges;
    private final BadgeBoard board;
    private final BadgeDrafts drafts;
    private final LinkedIn linkedIn;
    private final Sight sight;
    private final BadgeQuestions questions;
    private final RuleWords rules;
    private final BadgeWords said;
    private final Words words;
    private final Clock clock;

    WorkPages(
            Badges badges,
            BadgeBoard board,
            BadgeDrafts drafts,
            LinkedIn linkedIn,
            Sight sight,
            BadgeQuestions questions,
            RuleWords rules,
            BadgeWords said,
            Words words,
            Clock clock) {
        this.badges = badges;
        this.board = board;
        this.drafts = drafts;
        this.linkedIn = linkedIn;
        this.sight = sight;
        this.questions = questions;
        this.rules = rules;
        this.said = said;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String list(Standing standing, Model model, Locale locale) {
        model.addAttribute("current", "badgeWork");
        model.addAttribute("sections", board.sections(standing, locale));
        model.addAttribute("drafts", drafts(standing, locale));
        model.addAttribute("linkedIn", linkedIn.of(standing.network()).orElse(""));
        model.addAttribute(
                "reviews", badges.awards().reviews(standing.network()) + questions.count(standing.network()));
        return "badges/work/list";
    }

    /**
     * A badge, or a change of one, that was begun.
     *
     * @param of the name of the badge that it changes; null for a new one
     * @param way where it is gone on with
     */
    record Begun(String id, String name, @Nullable String of, String way, String day) {}

    private List<Begun> drafts(Standing standing, Locale locale) {
        return drafts.of(standing).stream()
                .map(draft -> begun(draft, standing, locale))
                .toList();
    }

    private Begun begun(BadgeDrafts.Draft draft, Standing standing, Locale locale) {
        var of = draft.of();
        var begun = of == null ? "/coordination/badges/nouveau" : "/coordination/badges/" + of + "/revision";
        return new Begun(
                draft.id().toString(),
                draft.name().isEmpty() ? words.say("work.draft.nameless", locale) : draft.name(),
                of == null
                        ? null
                        : BadgeWords.text(require(badges, of, standing, clock).content(), locale)
                                .name(),
                begun + "?brouillon=" + draft.id(),
                said.day(LocalDate.ofInstant(draft.changedAt(), standing.zone()), locale));
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable BadgeDefinitionId id,
            @RequestParam(required = false) @Nullable AwardId apres,
            @RequestParam(defaultValue = "false") boolean apercu,
            Standing standing,
            Model model,
            Locale locale) {
        var definition = require(badges, id, standing, clock);
        var content = definition.content();
        model.addAttribute("current", "badgeWork");
        model.addAttribute("key", FormKey.next());
        model.addAttribute("definition", definition);
        model.addAttribute("text", BadgeWords.text(content, locale));
        model.addAttribute("heading", said.heading(content, locale));
        model.addAttribute(
                "drawing",
                BadgeWords.image(content, content.step(), definition.network()).decoration());
        model.addAttribute("rule", rules.say(standing.network(), content.rule(), locale));
        model.addAttribute("counts", board.counts(definition, standing));
        model.addAttribute("alignments", alignments(content.alignments(), locale));
        model.addAttribute("versions", versions(definition, standing, locale));
        model.addAttribute(
                "drafts",
                drafts.of(standing).stream()
                        .filter(draft -> id.equals(draft.of()))
                        .map(draft -> begun(draft, standing, locale))
                        .toList());
        model.addAttribute("holders", holders(definition, apres, standing, model, locale));
        if (apercu) {
            model.addAttribute("preview", badges.previews().of(standing.network(), content.rule(), id));
        }
        return "badges/work/one";
    }

    /** A badge of the network as it stands. @throws Refused where there is none */
    static Definition require(Badges badges, BadgeDefinitionId id, Standing standing, Clock clock) {
        return badges.definitions()
                .find(standing.network(), id, standing.today(clock))
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_BADGE));
    }

    /** A competence in words. */
    record Aligned(String framework, String code, String name) {}

    private List<Aligned> alignments(List<Alignment> alignments, Locale locale) {
        return alignments.stream()
                .map(one -> new Aligned(
                        words.say("work.framework." + one.framework(), locale),
                        one.code(),
                        Competences.find(one)
                                .map(known -> locale.getLanguage().equals("en") ? known.en() : known.fr())
                                .orElse("")))
                .toList();
    }

    /** A version and since when it holds. */
    record Version(int number, String since, RuleWords.Line rule) {}

    private List<Version> versions(Definition definition, Standing standing, Locale locale) {
        return definition.versions().reversed().stream()
                .map(version -> new Version(
                        version.number(),
                        said.day(LocalDate.ofInstant(version.since(), standing.zone()), locale),
                        rules.say(standing.network(), version.content().rule(), locale)))
                .toList();
    }

    /** Somebody who has the badge, as coordinators may know. */
    record Holder(String award, String name, String day, Award.Standing standing, boolean reviewed, boolean waiting) {}

    private List<Holder> holders(
            Definition definition, @Nullable AwardId after, Standing standing, Model model, Locale locale) {
        var seen = sight.of(definition.definition(), standing, after, HOLDERS);
        model.addAttribute("kept", seen.kept());
        model.addAttribute("next", seen.next());
        var names = words.names(
                standing.network(), seen.awards().stream().map(Award::member).toList(), locale);
        return seen.awards().stream()
                .map(award -> new Holder(
                        award.award().toString(),
                        names.getOrDefault(award.member(), ""),
                        said.day(award.day(), locale),
                        award.standing(),
                        award.review() != null,
                        award.acceptance() != Award.Acceptance.ACCEPTED))
                .toList();
    }
}
