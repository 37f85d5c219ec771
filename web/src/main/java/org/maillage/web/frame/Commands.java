package org.maillage.web.frame;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Origin;
import org.maillage.ledger.Outcome;
import org.maillage.ledger.value.Actor;
import org.maillage.projection.Projections;
import org.maillage.web.security.Viewer;
import org.springframework.stereotype.Component;

/** Sends what a form asks to the ledger, and goes on once the views show it, or after two seconds. */
@Component("pageCommands")
public final class Commands {

    private final Ledger ledger;
    private final Projections views;
    private final Clock clock;

    Commands(Ledger ledger, Projections views, Clock clock) {
        this.ledger = ledger;
        this.views = views;
        this.clock = clock;
    }

    /** Asks for one thing as the viewer. */
    public Outcome run(Viewer viewer, FormKey key, LedgerCommand command) {
        return run(viewer.actor(), key.toString(), command);
    }

    /** Asks for one thing as an administrator of the installation. */
    public Outcome administer(Viewer viewer, FormKey key, LedgerCommand command) {
        return run(Actor.administrator(viewer.person()), key.toString(), command);
    }

    /** Asks for one thing as somebody. */
    public Outcome run(Actor actor, String key, LedgerCommand command) {
        var outcome = ledger.execute(command, Origin.of(actor, key, clock.instant()));
        views.awaitPosition(outcome.position());
        return outcome;
    }

    /** Asks for several things of one network, each standing alone; {@code names} tell their keys apart. */
    public List<Ledger.Result> runAll(
            Viewer viewer, FormKey key, List<? extends LedgerCommand> commands, List<String> names) {
        var requests = new ArrayList<Ledger.Request>();
        for (int i = 0; i < commands.size(); i++) {
            var origin = Origin.of(viewer.actor(), key + ":" + names.get(i), clock.instant());
            requests.add(new Ledger.Request(commands.get(i), origin));
        }
        var results = ledger.executeAll(requests);
        results.stream()
                .mapToLong(result -> result instanceof Ledger.Result.Done(Outcome outcome) ? outcome.position() : 0)
                .max()
                .ifPresent(views::awaitPosition);
        return results;
    }
}
