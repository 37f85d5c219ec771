package org.maillage.web.badges;

import java.time.Clock;
import java.util.Locale;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.AwardId;
import org.maillage.web.badges.elsewhere.BroughtBadges;
import org.maillage.web.frame.FormKey;
import org.maillage.web.profile.ShownPeople;
import org.maillage.web.security.Viewer;
import org.maillage.web.security.Viewer.Standing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

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
    private final BroughtBadges brought;
    private final Clock clock;

    MyBadgesPages(
            Badges badges,
            MyBadges mine,
            Deeds deeds,
            BadgeWords said,
            Sharing sharing,
            ShownPeople people,
            Appraisals appraisals,
            BroughtBadges brought,
            Clock clock) {
        this.badges = badges;
        this.mine = mine;
        this.deeds = deeds;
        this.said = said;
        this.sharing = sharing;
        this.people = people;
        this.appraisals = appraisals;
        this.brought = brought;
        this.clock = clock;
    }

    @GetMapping
    String all(Viewer viewer, Standing standing, Model model, Locale locale) {
        model.addAttribute("current", "badges");
        model.addAttribute("board", mine.of(standing, locale));
        model.addAttribute("elsewhere", brought.of(viewer.person()));
        model.addAttribute("key", FormKey.next());
        return "badges/mine";
    }

    @GetMapping("/{id}")
    String one(@PathVariable AwardId id, Standing standing, Model model, Locale locale) {
        var award = own(badges, id, standing, clock);
        var why = badges.boards().why(award, standing.today(clock));
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
        model.addAttribute(
                "next", mine.after(award, locale, standing.today(clock)).orElse(null));
        model.addAttribute("ways", sharing.of(award, standing.networkName(), locale));
        model.addAttribute("shownPerson", people.of(award.network(), award.member()));
        model.addAttribute("endorsers", appraisals.named(award, locale));
        return "badges/one";
    }

    /** A badge of one's own; refuses anybody else's as though it were unknown. */
    static Award own(Badges badges, AwardId id, Standing standing, Clock clock) {
        return badges.awards()
                .find(standing.network(), id, standing.today(clock))
                .filter(award -> award.member().equals(standing.member()))
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_BADGE));
    }
}
