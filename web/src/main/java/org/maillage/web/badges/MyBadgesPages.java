package org.maillage.web.badges;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.AwardId;
import org.maillage.projection.member.Standing;
import org.maillage.web.badges.elsewhere.BroughtBadge;
import org.maillage.web.badges.elsewhere.BroughtBadges;
import org.maillage.web.frame.AskedDay;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.maillage.web.profile.ShownPeople;
import org.maillage.web.security.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's badges, and one of them with why it is there and what can be done with it. */
@Controller
@RequestMapping("/badges")
class MyBadgesPages {

    private final Badges badges;
    private final MyBadges mine;
    private final Deeds deeds;
    private final BadgeWords said;
    private final Sharing sharing;
    private final ShownPeople people;
    private final Appraisals appraisals;
    private final Endings endings;
    private final BroughtBadges brought;
    private final Words words;
    private final Clock clock;

    MyBadgesPages(
            Badges badges,
            MyBadges mine,
            Deeds deeds,
            BadgeWords said,
            Sharing sharing,
            ShownPeople people,
            Appraisals appraisals,
            Endings endings,
            BroughtBadges brought,
            Words words,
            Clock clock) {
        this.badges = badges;
        this.mine = mine;
        this.deeds = deeds;
        this.said = said;
        this.sharing = sharing;
        this.people = people;
        this.appraisals = appraisals;
        this.endings = endings;
        this.brought = brought;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String all(
            @RequestParam(defaultValue = "") String date,
            Viewer viewer,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var asked = asked(date, standing, model, locale, response);
        model.addAttribute("current", "badges");
        model.addAttribute("board", mine.of(standing, asked.or(standing.today(clock)), locale));
        model.addAttribute("elsewhere", brought(viewer, standing, asked.or(standing.today(clock))));
        model.addAttribute("key", FormKey.next());
        return "badges/mine";
    }

    // Those that had arrived by the end of the day.
    private List<BroughtBadge> brought(Viewer viewer, Standing standing, LocalDate asOf) {
        var end = asOf.plusDays(1).atStartOfDay(standing.zone()).toInstant();
        return brought.of(viewer.person()).stream()
                .filter(one -> one.arrivedAt().isBefore(end))
                .toList();
    }

    private AskedDay asked(String date, Standing standing, Model model, Locale locale, HttpServletResponse response) {
        var asked = AskedDay.of(date, standing.today(clock));
        asked.show(model, words, locale, response);
        return asked;
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable AwardId id,
            @RequestParam(defaultValue = "") String date,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var day = asked(date, standing, model, locale, response).or(standing.today(clock));
        var award = own(badges, id, standing, day);
        var why = badges.boards().why(award, day);
        model.addAttribute("current", "badges");
        model.addAttribute("key", FormKey.next());
        model.addAttribute("badge", mine.held(award, locale));
        model.addAttribute("award", award);
        model.addAttribute("heading", said.heading(award.content(), locale));
        model.addAttribute("text", BadgeWords.text(award.content(), locale));
        model.addAttribute("day", said.day(award.day(), locale));
        model.addAttribute("validity", said.validity(award.expires(), locale));
        model.addAttribute("told", deeds.own(award.network(), award.member(), why.standing(), locale));
        model.addAttribute("gone", why.gone());
        model.addAttribute("next", mine.after(award, locale, day).orElse(null));
        model.addAttribute("lang", BadgeWords.lang(locale));
        model.addAttribute("ways", sharing.of(award, standing.networkName(), locale));
        model.addAttribute("shownPerson", people.of(award.network(), award.member()));
        model.addAttribute("asks", award.review() != null || award.standing() != Award.Standing.VALID);
        var endorsers = appraisals.named(award, locale);
        model.addAttribute("endorsers", endorsers);
        model.addAttribute(
                "peers",
                endorsers.stream().filter(Appraisals.Endorser::practice).toList());
        model.addAttribute("ending", endings.of(award, locale));
        return "badges/one";
    }

    /** A badge of one's own as of a day; refuses anybody else's as though it were unknown. */
    static Award own(Badges badges, AwardId id, Standing standing, LocalDate asOf) {
        return badges.awards()
                .find(standing.network(), id, asOf)
                .filter(award -> award.member().equals(standing.member()))
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_BADGE));
    }
}
