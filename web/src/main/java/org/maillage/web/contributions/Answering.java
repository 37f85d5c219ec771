package org.maillage.web.contributions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.member.Standing;
import org.maillage.web.RefusalStatus;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How every form of a claim's page is answered: by that page, and what became of what was asked. */
@Component
class Answering {

    private static final Set<Reason> OF_THE_WORDS =
            Set.of(Reason.TEXT_MISSING, Reason.TEXT_TOO_LONG, Reason.TEXT_UNREADABLE, Reason.REASON_MISSING);

    private final Commands commands;
    private final Seen seen;
    private final ContributionPages pages;
    private final Words words;
    private final TooLate late;

    Answering(Commands commands, Seen seen, ContributionPages pages, Words words, TooLate late) {
        this.commands = commands;
        this.seen = seen;
        this.pages = pages;
        this.words = words;
        this.late = late;
    }

    /** Who sent which form about which claim. @throws Refused where they may not see it */
    Asked asked(
            ContributionId id, String key, Viewer viewer, Standing standing, Locale locale, RedirectAttributes after) {
        return new Asked(id, seen.require(standing, id).network(), FormKey.of(key), viewer, standing, locale, after);
    }

    /** Runs a command and leads back to the claim, saying what became of it. */
    String run(Asked asked, ContributionCommand command, String done) {
        var outcome = commands.run(asked.viewer(), asked.key(), command);
        // The same form sent twice is answered as the first time; another form that changed nothing says so.
        var nothing = outcome.events() == 0 && !outcome.repeated();
        asked.after()
                .addFlashAttribute(
                        "notice",
                        words.say(nothing ? "contributions.already" : "contributions.done." + done, asked.locale()));
        asked.after().addFlashAttribute("noticeKind", nothing ? "attention" : "success");
        return "redirect:/contributions/" + asked.id();
    }

    /** Runs a command that says something: why it is refused is said beside the words, and they stay. */
    String say(
            Asked asked,
            String field,
            Map<String, String> typed,
            ContributionCommand command,
            String done,
            Model model,
            HttpServletResponse response) {
        try {
            return run(asked, command, done);
        } catch (Refused refused) {
            if (!isOfTheWords(refused.reason())) {
                throw refused;
            }
            var form = new Form();
            form.fault(field, said(refused, field, asked));
            if (refused.reason().category() == Reason.Category.CONFLICT) {
                model.addAttribute("tooLate", field);
            }
            var page = again(asked, form, typed, model, response);
            response.setStatus(RefusalStatus.of(refused).value());
            return page;
        }
    }

    private String said(Refused refused, String field, Asked asked) {
        return refused.reason() == Reason.TEXT_MISSING || refused.reason() == Reason.REASON_MISSING
                ? words.say("contributions.missing." + field, asked.locale())
                : late.said(refused, asked.id(), asked.standing(), asked.locale());
    }

    // What is wrong with them, or that they come too late.
    private static boolean isOfTheWords(Reason reason) {
        return OF_THE_WORDS.contains(reason) || reason.category() == Reason.Category.CONFLICT;
    }

    /** The page of the claim again, with what was typed and what is wrong with it. */
    String again(Asked asked, Form form, Map<String, String> typed, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        var claim = seen.require(asked.standing(), asked.id());
        return pages.show(claim, form.errors(), typed, asked.standing(), model, asked.locale());
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** A form that was sent about a claim that its sender may see; {@code network} is the claim's. */
    record Asked(
            ContributionId id,
            NetworkId network,
            FormKey key,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {

        MemberId by() {
            return standing.member();
        }
    }
}
