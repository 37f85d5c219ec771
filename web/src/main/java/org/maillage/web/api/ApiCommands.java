package org.maillage.web.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Origin;
import org.maillage.ledger.Outcome;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.value.Actor;
import org.maillage.projection.Projections;
import org.springframework.stereotype.Component;

/** Sends what a request asks to the ledger, and answers once the views show it. */
@Component
final class ApiCommands {

    /** Tells that the same key had been answered before, and that nothing was done now. */
    static final String REPLAYED = "Idempotency-Replayed";

    private final Ledger ledger;
    private final Journal journal;
    private final Projections views;
    private final Clock clock;

    ApiCommands(Ledger ledger, Journal journal, Projections views, Clock clock) {
        this.ledger = ledger;
        this.journal = journal;
        this.views = views;
        this.clock = clock;
    }

    /**
     * Asks for one thing.
     *
     * @param command made when asked: a value that is none is refused like any other
     */
    Outcome run(Asked asked, Actor actor, Supplier<? extends LedgerCommand> command) {
        var outcome = ledger.execute(made(command), origin(actor, asked.key()));
        views.awaitPosition(outcome.position());
        return outcome;
    }

    /** Asks for several things of one network, each standing alone, under one key. */
    List<Ledger.Result> runAll(Asked asked, List<? extends LedgerCommand> commands, List<String> keys) {
        var requests = new ArrayList<Ledger.Request>();
        for (int i = 0; i < commands.size(); i++) {
            var key = asked.key() == null ? null : keyed(asked.key(), keys.get(i));
            requests.add(new Ledger.Request(commands.get(i), origin(asked.actor(), key)));
        }
        var results = ledger.executeAll(requests);
        results.stream()
                .mapToLong(result -> result instanceof Ledger.Result.Done done
                        ? done.outcome().position()
                        : 0)
                .max()
                .ifPresent(views::awaitPosition);
        return results;
    }

    /** Whether this key of an actor's has been answered before: then only the answer is repeated. */
    boolean isRepeated(Asked asked, Actor actor) {
        return asked.key() != null
                && journal.answered(actor.toString(), asked.key()).isPresent();
    }

    private Origin origin(Actor actor, @Nullable String key) {
        return key == null ? Origin.of(actor, clock.instant()) : Origin.of(actor, key, clock.instant());
    }

    /** A key for one of several; hashed, since a key has at most 200 characters. */
    private static String keyed(String key, String item) {
        return KeyedIds.of("bulk", key, item).toString();
    }

    private static LedgerCommand made(Supplier<? extends LedgerCommand> command) {
        try {
            return command.get();
        } catch (IllegalArgumentException invalid) {
            throw new Refused(Reason.INVALID_VALUE);
        }
    }
}
