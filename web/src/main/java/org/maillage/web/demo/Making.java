package org.maillage.web.demo;

import static org.maillage.web.demo.Milestones.at;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.Ledger.Request;
import org.maillage.ledger.Ledger.Result;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Origin;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.Actor;

/** Gives the commands of the story to the ledger: in portions of one network, each durable before the next. */
final class Making {

    private static final String SCOPE = "demonstration";
    private static final int PORTION = 500;

    /** How long ago a making may have been begun that is to be finished now, in days. */
    private static final int OLDEST = 800;

    private final Ledger ledger;
    private final Ids ids;
    private final LocalDate today;
    private final Scale scale;
    private final Progress progress;
    private final List<String> refused = new ArrayList<>();
    private int commands;
    private long events;

    Making(Ledger ledger, Ids ids, LocalDate today, Scale scale, Progress progress) {
        this.ledger = ledger;
        this.ids = ids;
        this.today = today;
        this.scale = scale;
        this.progress = progress;
    }

    Made make() {
        progress.at(0);
        var closing = Closing.of(ids);
        var day = today;
        if (!isDone(closing.withdrawal(new Milestones(today)))) {
            day = begin();
            var days = new Milestones(day);
            play(new Story(ids, days, scale).months());
            play(List.of(List.of(closing.claim(days)), List.of(closing.withdrawal(days))));
        }
        progress.at(100);
        return new Made(day, commands, events, refused);
    }

    /** The last command of all is accepted where everything before it is there, and there alone. */
    private boolean isDone(Step last) {
        try {
            give(last);
            return true;
        } catch (Refused notYet) {
            return notYet.reason().category() == Reason.Category.CONFLICT;
        }
    }

    /** Begins on today, or finds the day on which it was begun: the parent's first charter names it. */
    private LocalDate begin() {
        var parent = Terrain.of(Region.PARENT, ids);
        give(step("parent/create", Founding.create(parent, null)));
        for (var ago = 0; ago < OLDEST; ago++) {
            var day = today.minusDays(ago);
            try {
                give(step("parent/charter", Founding.parentCharter(parent, day)));
                return day;
            } catch (Refused begunEarlier) {
                if (begunEarlier.reason() != Reason.KEY_REUSED) {
                    throw begunEarlier;
                }
            }
        }
        throw new IllegalStateException("the demonstration network was begun more than " + OLDEST + " days ago");
    }

    private Step step(String key, LedgerCommand command) {
        return new Step(at(today.minusMonths(14), 7, 0), key, Actor.SYSTEM, command);
    }

    private void give(Step step) {
        var outcome = ledger.execute(step.command(), origin(step));
        commands++;
        count(outcome.repeated() ? 0 : outcome.events());
    }

    private void play(List<List<Step>> parts) {
        var all = parts.stream().mapToInt(List::size).sum();
        var given = 0;
        for (var part : parts) {
            for (var from = 0; from < part.size(); from += PORTION) {
                var portion = part.subList(from, Math.min(part.size(), from + PORTION));
                play(
                        portion,
                        ledger.executeAll(portion.stream()
                                .map(step -> new Request(step.command(), origin(step)))
                                .toList()));
                given += portion.size();
                progress.at(Math.min(99, given * 100 / all));
            }
        }
    }

    private void play(List<Step> portion, List<Result> results) {
        for (var i = 0; i < results.size(); i++) {
            commands++;
            switch (results.get(i)) {
                case Result.Done(var outcome) -> count(outcome.repeated() ? 0 : outcome.events());
                case Result.Declined(var refusal) -> refused.add(portion.get(i).key() + ": " + refusal.getMessage());
            }
        }
    }

    private void count(int more) {
        events += more;
    }

    /** The command id follows from the key, so that it is the same when it is given again. */
    private Origin origin(Step step) {
        var id = ids.of("command/" + step.key());
        return new Origin(id, SCOPE, step.key(), step.actor(), null, step.at());
    }
}
