package org.maillage.web.contributions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand;
import org.maillage.ledger.contribution.ContributionCommand.ConfirmShare;
import org.maillage.ledger.contribution.ContributionCommand.CorrectShare;
import org.maillage.ledger.contribution.ContributionCommand.DenyShare;
import org.maillage.ledger.event.ShareOutcome;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Quantity;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.contribution.Share;
import org.maillage.projection.network.Network;
import org.maillage.web.RefusalStatus;
import org.maillage.web.contributions.ShareLinks.Link;
import org.maillage.web.contributions.ShareLinks.Standing;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.token.SecretToken;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answering for one's share by the link of a letter, without an account. Opening the link changes nothing. */
@Controller
@RequestMapping("/ma-part")
class SharePages {

    private final ShareLinks links;
    private final Projections views;
    private final Commands commands;
    private final SaidShare said;
    private final PlaceWords places;
    private final Words words;
    private final RefusalTexts refusals;

    SharePages(
            ShareLinks links,
            Projections views,
            Commands commands,
            SaidShare said,
            PlaceWords places,
            Words words,
            RefusalTexts refusals) {
        this.links = links;
        this.views = views;
        this.commands = commands;
        this.said = said;
        this.places = places;
        this.words = words;
        this.refusals = refusals;
    }

    /** What was answered. */
    enum Answer {
        EXACT,
        CORRECTED,
        ABSENT
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String jeton, HttpServletResponse response, Model model, Locale locale) {
        return page(jeton.strip(), Map.of(), Map.of(), response, model, locale);
    }

    @GetMapping("/merci")
    String thanks() {
        return "contributions/share-thanks";
    }

    @PostMapping
    String answer(
            @RequestParam(defaultValue = "") String jeton,
            @RequestParam Answer answer,
            @RequestParam(defaultValue = "") String hours,
            @RequestParam(defaultValue = "") String minutes,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        var token = new SecretToken(jeton.strip());
        var found = links.find(token).filter(link -> link.standing() == Standing.OPEN);
        if (found.isEmpty()) {
            return page(token.text(), Map.of(), Map.of(), response, model, locale);
        }
        var form = new Form();
        var quantity = answer == Answer.CORRECTED
                ? form.read(
                        "hours",
                        () -> AnswerPages.duration(hours.strip(), minutes.strip()),
                        words.say("claim.duration.invalid", locale))
                : Quantity.minutes(0);
        if (quantity == null) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(
                    token.text(), form.errors(), Map.of("hours", hours, "minutes", minutes), response, model, locale);
        }
        var link = found.get();
        var command = command(answer, link, quantity);
        var key = link.key() + ":" + answer + ":" + quantity.session();
        try {
            if (!links.answer(token, () -> commands.run(Actor.link(link.share()), key, command))) {
                return gone("used", response, model);
            }
        } catch (Refused refused) {
            if (refused.reason() == Reason.SHARE_LAPSED) {
                return gone("lapsed", response, model);
            }
            response.setStatus(RefusalStatus.of(refused).value());
            model.addAttribute("why", refusals.why(refused.reason(), locale));
            return "contributions/share-closed";
        }
        return "redirect:/ma-part/merci";
    }

    private static ContributionCommand command(Answer answer, Link link, Quantity quantity) {
        return switch (answer) {
            case EXACT -> new ConfirmShare(link.contribution(), link.network(), link.member(), link.share());
            case CORRECTED ->
                new CorrectShare(link.contribution(), link.network(), link.member(), link.share(), quantity, null);
            case ABSENT -> new DenyShare(link.contribution(), link.network(), link.member(), link.share());
        };
    }

    private String page(
            String token,
            Map<String, String> errors,
            Map<String, String> typed,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        var link = links.find(new SecretToken(token));
        var claim = link.flatMap(found -> views.contributions().find(found.network(), found.contribution(), AsOf.NOW));
        var share = link.flatMap(found -> claim.flatMap(whole -> share(whole, found)));
        if (link.isEmpty() || claim.isEmpty() || share.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return ended("unknown", model);
        }
        return switch (link.get().standing()) {
            case USED -> gone("used", response, model);
            case EXPIRED -> gone("expired", response, model);
            case OPEN -> {
                if (!claim.get().state().isOpen()) {
                    yield gone(hasLapsed(share.get()) ? "lapsed" : "closed", response, model);
                }
                fill(token, claim.get(), share.get(), model, locale);
                model.addAttribute("errors", errors);
                model.addAttribute("typed", typed);
                yield "contributions/share";
            }
        };
    }

    private static boolean hasLapsed(Share share) {
        var outcome = share.outcome();
        return outcome != null && outcome.status() == ShareOutcome.Status.LAPSED;
    }

    private static Optional<Share> share(Contribution claim, Link link) {
        return claim.shares().stream()
                .filter(share -> share.share().equals(link.share()))
                .findFirst();
    }

    private void fill(String token, Contribution claim, Share share, Model model, Locale locale) {
        var by = words.name(claim.network(), claim.by(), locale);
        model.addAttribute("token", token);
        model.addAttribute("by", by);
        model.addAttribute(
                "said", said.together(claim.network(), by, share.kind(), share.claimed(), share.day(), locale));
        model.addAttribute("kind", words.kind(claim.network(), share.kind(), locale));
        model.addAttribute("quantity", words.quantity(share.claimed(), locale));
        model.addAttribute("counted", share.claimed().units() > 0);
        model.addAttribute("day", words.day(share.day(), locale));
        model.addAttribute("place", places.of(share.where(), locale));
        model.addAttribute("claimTitle", claim.title());
        model.addAttribute("who", words.account(claim.network(), share.contributor(), locale));
        model.addAttribute(
                "network",
                views.networks().find(claim.network()).map(Network::name).orElse(""));
    }

    private static String gone(String why, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.GONE.value());
        return ended(why, model);
    }

    private static String ended(String why, Model model) {
        model.addAttribute("ended", why);
        return "contributions/share-ended";
    }
}
