package org.maillage.badge.award;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.Origin;
import org.maillage.ledger.badge.BadgeCommand;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Id;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the ledger for what follows from an event. Key and command id are derived from what is asked, so that asking again,
 * here or in another process, is the same command. What the ledger refuses is settled: the state said no.
 */
final class Orders {

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);
    private static final String SCOPE = "badges";
    private static final UUID NAMESPACE = UUID.fromString("5b6f4d0e-6f2a-5c53-9a35-0a3d3d1b8f10");

    private final Ledger ledger;
    private final Clock clock;

    Orders(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Something to ask for.
     *
     * @param key what makes it one, 1 to 200 characters
     * @param cause the event that it reacts to; null where it reacts to a day
     */
    record Order(BadgeCommand command, String key, @Nullable UUID cause) {}

    /** Asks for all of it, in order. @throws Ledger.Unavailable where the journal cannot take it now */
    void give(List<Order> orders) {
        if (orders.isEmpty()) {
            return;
        }
        var results = ledger.executeAll(orders.stream()
                .map(order -> new Ledger.Request(order.command(), origin(order)))
                .toList());
        for (int i = 0; i < orders.size(); i++) {
            if (results.get(i) instanceof Ledger.Result.Declined(var refusal)) {
                LOG.debug("{} was refused: {}", orders.get(i).key(), refusal.getMessage());
            }
        }
    }

    private Origin origin(Order order) {
        return new Origin(
                Id.named(NAMESPACE, order.key()), SCOPE, order.key(), Actor.SYSTEM, order.cause(), clock.instant());
    }
}
