package org.maillage.badge.award;

import java.time.Clock;
import java.util.UUID;
import org.maillage.badge.award.Orders.Order;
import org.maillage.badge.catalogue.Catalogue;
import org.maillage.badge.question.Reading;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.badge.DefinitionCommand.Define;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.NetworkId;

/**
 * When a network is created, then it is given the badges that the program ships; networks that are older than the catalogue
 * too, once. What a network has made of them since stays: a badge that is there is not defined again.
 */
public final class GiveCatalogue {

    private final Reading reading;
    private final Orders orders;

    public GiveCatalogue(Reading reading, Ledger ledger, Clock clock) {
        this.reading = reading;
        this.orders = new Orders(ledger, clock);
    }

    private record New(NetworkId network, UUID cause) {}

    /** Gives it to those networks that have not got it; returns whether there were any. */
    public boolean step() {
        var waiting = reading.list(
                "select network, cause from badge.new_network order by network limit 20",
                row -> new New(new NetworkId(Reading.uuid(row, "network")), Reading.uuid(row, "cause")));
        waiting.forEach(this::give);
        return !waiting.isEmpty();
    }

    private void give(New one) {
        var network = one.network();
        orders.give(Catalogue.entries().stream()
                .map(entry -> {
                    var id = BadgeDefinitionId.shipped(network, entry.code());
                    var define = new Define(id, network, null, entry.content(), entry.code());
                    return new Order(define, "catalogue/" + id, one.cause());
                })
                .toList());
        reading.change("delete from badge.new_network where network = ?", network.value());
    }
}
