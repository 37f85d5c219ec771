package org.maillage.web.coordination;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand;
import org.maillage.ledger.value.ContributionId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Standing;
import org.maillage.web.contributions.ClaimSheet;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Decides one claim and goes on to the next: whoever comes second is told who came first, and goes on as well. */
@Component
class Deciding {

    private final Projections views;
    private final Commands commands;
    private final QueueBoard board;
    private final Meanwhile meanwhile;
    private final ClaimSheet sheet;
    private final Words words;

    Deciding(
            Projections views,
            Commands commands,
            QueueBoard board,
            Meanwhile meanwhile,
            ClaimSheet sheet,
            Words words) {
        this.views = views;
        this.commands = commands;
        this.board = board;
        this.meanwhile = meanwhile;
        this.sheet = sheet;
        this.words = words;
    }

    /**
     * Sends a decision; answers with where to go.
     *
     * @param said end of the key of what is said once it is done, of the claim's title and of {@code more}
     * @param undo whether it can be undone
     * @param ofForm refusals that belong to a field: they are thrown on
     */
    String decide(
            Turn turn,
            ContributionCommand command,
            String said,
            boolean undo,
            Predicate<Reason> ofForm,
            String... more) {
        var next = board.following(turn.place(), turn.claim(), turn.standing(), turn.locale());
        try {
            var outcome = commands.run(turn.viewer(), turn.key(), command);
            var nothing = outcome.events() == 0 && !outcome.repeated();
            var text = nothing
                    ? words.say("queue.nothing", turn.locale())
                    : words.say(
                            "queue.done." + said,
                            turn.locale(),
                            Stream.concat(
                                            Stream.of(title(turn.claim(), turn.standing(), turn.locale())),
                                            Stream.of(more))
                                    .toArray());
            turn.after().addFlashAttribute(nothing ? "fault" : "done", text);
            if (undo && !nothing) {
                turn.after().addFlashAttribute("undo", turn.claim().toString());
            }
            return "redirect:" + turn.place().beside(next.orElse(null)).address();
        } catch (Refused refused) {
            if (ofForm.test(refused.reason())) {
                throw refused;
            }
            var text = meanwhile.said(refused, turn.claim(), turn.standing(), turn.locale());
            turn.after().addFlashAttribute("fault", text);
            var gone = refused.reason() == Reason.ALREADY_DECIDED || refused.reason() == Reason.ALREADY_WITHDRAWN;
            return "redirect:"
                    + turn.place()
                            .beside(gone ? next.orElse(null) : turn.claim())
                            .address();
        }
    }

    /** Why nothing is to be decided of a claim any more: who did what of it; empty where all of them are open. */
    Optional<String> closed(List<ContributionId> claims, Standing standing, Locale locale) {
        return claims.stream()
                .flatMap(claim -> meanwhile.closed(claim, standing, locale).stream())
                .findFirst();
    }

    /** What a claim is called. */
    String title(ContributionId claim, Standing standing, Locale locale) {
        return views.contributions()
                .find(standing.network(), claim, AsOf.NOW)
                .map(found -> sheet.title(found, locale))
                .orElseGet(() -> words.say("queue.bulk.unknown", locale));
    }
}
